import Button from '@cloudscape-design/components/button';
import Link from '@cloudscape-design/components/link';
import Select from '@cloudscape-design/components/select';
import { prepare, V1, type UsagePlan, type UsagePlanKey } from '@gatehouse/client-calls';
import { useState } from 'react';
import { z } from 'zod';
import { useAll } from '../../shared/calls/queries';
import { ConfirmModal } from '../../shared/forms/confirm-modal';
import { Field } from '../../shared/forms/field';
import { FormModal } from '../../shared/forms/form-modal';
import { useDraft } from '../../shared/forms/use-draft';
import { WriteForm } from '../../shared/forms/write-form';
import type { Column } from '../../shared/parts/list-cut';
import { ListTable } from '../../shared/parts/list-table';
import { at } from '../../shared/place';

/** The keys of a plan. */
export function PlanKeys({ plan }: { readonly plan: UsagePlan }) {
  const keys = useAll(V1.GetUsagePlanKeys, { usagePlanId: plan.id });
  const [adding, setAdding] = useState(false);
  const [leaving, setLeaving] = useState<UsagePlanKey | null>(null);
  const add = <Button onClick={() => setAdding(true)}>Add API key</Button>;
  const columns: readonly Column<UsagePlanKey>[] = [
    {
      id: 'name',
      header: 'API key',
      cell: key => <Link href={at('apikeys', key.id)}>{key.name || key.id}</Link>,
      text: key => key.name ?? '',
      order: key => key.name ?? '',
      isRowHeader: true,
    },
    { id: 'id', header: 'ID', cell: key => <span className="gh-mono">{key.id}</span>, text: key => key.id },
    {
      id: 'change',
      header: 'Change',
      cell: key => (
        <Button variant="inline-link" ariaLabel={`Remove key ${key.name ?? key.id}`} onClick={() => setLeaving(key)}>
          Remove
        </Button>
      ),
    },
  ];
  return (
    <>
      <ListTable
        title="API keys"
        variant="embedded"
        address="k"
        query={keys}
        columns={columns}
        rowId={key => key.id}
        searchLabel="Find by name or id"
        actions={add}
        empty={{ title: 'No keys', text: 'Add the keys of those who use this plan.', action: add }}
      />
      {adding && <AddKey plan={plan} inside={keys.data ?? []} onClose={() => setAdding(false)} />}
      {leaving && (
        <ConfirmModal
          header={`Remove key ${leaving.name ?? leaving.id}?`}
          submit="Remove key"
          done={`The key left ${plan.name}`}
          calls={[prepare(V1.DeleteUsagePlanKey, { usagePlanId: plan.id, keyId: leaving.id })]}
          onClose={() => setLeaving(null)}
        >
          It no longer opens the stages of {plan.name}. The key itself stays.
        </ConfirmModal>
      )}
    </>
  );
}

const AddForm = z.object({ keyId: z.string().min(1, 'Choose a key.') });

function AddKey({
  plan,
  inside,
  onClose,
}: {
  readonly plan: UsagePlan;
  readonly inside: readonly UsagePlanKey[];
  readonly onClose: () => void;
}) {
  const keys = useAll(V1.GetApiKeys, {});
  const draft = useDraft({ keyId: '' }, AddForm);
  const options = (keys.data ?? [])
    .filter(key => !inside.some(({ id }) => id === key.id))
    .map(key => ({ value: key.id, label: key.name || key.id, description: key.enabled ? key.id : `${key.id}, disabled` }));
  return (
    <FormModal header={`Add API key to ${plan.name}`} dirty={draft.dirty} onClose={onClose}>
      <WriteForm
        draft={draft}
        submit="Add API key"
        canSaveUnchanged
        guard={false}
        onCancel={onClose}
        onSaved={onClose}
        done={`The key is in ${plan.name}`}
        calls={({ keyId }) => [prepare(V1.CreateUsagePlanKey, { usagePlanId: plan.id, keyId, keyType: 'API_KEY' })]}
      >
        <Field name="keyId" label="API key" description={<Link href={at('apikeys')}>Create an API key</Link>}>
          <Select
            selectedOption={options.find(option => option.value === draft.value.keyId) ?? null}
            options={options}
            filteringType="auto"
            placeholder="Choose a key"
            empty="There is no other key."
            statusType={keys.isPending ? 'loading' : keys.error ? 'error' : 'finished'}
            errorText={keys.error?.message ?? ''}
            onChange={({ detail }) => draft.set({ keyId: detail.selectedOption.value ?? '' })}
          />
        </Field>
      </WriteForm>
    </FormModal>
  );
}
