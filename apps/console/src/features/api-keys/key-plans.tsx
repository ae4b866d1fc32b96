import Button from '@cloudscape-design/components/button';
import Header from '@cloudscape-design/components/header';
import Link from '@cloudscape-design/components/link';
import Select from '@cloudscape-design/components/select';
import Table from '@cloudscape-design/components/table';
import { prepare, V1, type ApiKey, type UsagePlan } from '@gatehouse/client-calls';
import { useState } from 'react';
import { z } from 'zod';
import { useAll } from '../../shared/calls/queries';
import { ConfirmModal } from '../../shared/forms/confirm-modal';
import { Field } from '../../shared/forms/field';
import { FormModal } from '../../shared/forms/form-modal';
import { useDraft } from '../../shared/forms/use-draft';
import { WriteForm } from '../../shared/forms/write-form';
import { Empty } from '../../shared/parts/list-table';
import { Loaded } from '../../shared/parts/loaded';
import { at } from '../../shared/place';

const stagesOf = (plan: UsagePlan): string => plan.apiStages?.map(({ apiId, stage }) => `${apiId}:${stage}`).join(', ') || 'none';

/** The usage plans of a key, and the way into another one. */
export function KeyPlans({ apiKey }: { readonly apiKey: ApiKey }) {
  const [adding, setAdding] = useState(false);
  const [leaving, setLeaving] = useState<UsagePlan | null>(null);
  const add = <Button onClick={() => setAdding(true)}>Add to usage plan</Button>;
  return (
    <Loaded query={useAll(V1.GetUsagePlans, { keyId: apiKey.id })}>
      {plans => (
        <>
          <Table
            items={plans}
            trackBy="id"
            ariaLabels={{ tableLabel: 'Usage plans' }}
            header={
              <Header variant="h2" counter={`(${plans.length})`} actions={add}>
                Usage plans
              </Header>
            }
            empty={<Empty title="In no usage plan" text="A key opens only the stages of its usage plans." action={add} />}
            columnDefinitions={[
              { id: 'name', header: 'Plan', cell: plan => <Link href={at('usageplans', plan.id)}>{plan.name}</Link>, isRowHeader: true },
              { id: 'stages', header: 'Stages', cell: stagesOf },
              {
                id: 'leave',
                header: 'Change',
                cell: plan => (
                  <Button variant="inline-link" ariaLabel={`Remove from ${plan.name}`} onClick={() => setLeaving(plan)}>
                    Remove
                  </Button>
                ),
              },
            ]}
          />
          {adding && <AddToPlan apiKey={apiKey} inside={plans} onClose={() => setAdding(false)} />}
          {leaving && (
            <ConfirmModal
              header={`Remove the key from ${leaving.name}?`}
              submit="Remove"
              done={`The key left ${leaving.name}`}
              calls={[prepare(V1.DeleteUsagePlanKey, { usagePlanId: leaving.id, keyId: apiKey.id })]}
              onClose={() => setLeaving(null)}
            >
              It no longer opens these stages: {stagesOf(leaving)}.
            </ConfirmModal>
          )}
        </>
      )}
    </Loaded>
  );
}

const AddForm = z.object({ usagePlanId: z.string().min(1, 'Choose a usage plan.') });

function AddToPlan({
  apiKey,
  inside,
  onClose,
}: {
  readonly apiKey: ApiKey;
  readonly inside: readonly UsagePlan[];
  readonly onClose: () => void;
}) {
  const plans = useAll(V1.GetUsagePlans, {});
  const draft = useDraft({ usagePlanId: '' }, AddForm);
  const options = (plans.data ?? [])
    .filter(plan => !inside.some(({ id }) => id === plan.id))
    .map(plan => ({ value: plan.id, label: plan.name, description: stagesOf(plan) }));
  return (
    <FormModal header="Add to usage plan" dirty={draft.dirty} onClose={onClose}>
      <WriteForm
        draft={draft}
        submit="Add"
        canSaveUnchanged
        guard={false}
        onCancel={onClose}
        onSaved={onClose}
        done="The key is in the usage plan"
        calls={({ usagePlanId }) => [prepare(V1.CreateUsagePlanKey, { usagePlanId, keyId: apiKey.id, keyType: 'API_KEY' })]}
      >
        <Field name="usagePlanId" label="Usage plan" description={<Link href={at('usageplans')}>Create a usage plan</Link>}>
          <Select
            selectedOption={options.find(option => option.value === draft.value.usagePlanId) ?? null}
            options={options}
            placeholder="Choose a usage plan"
            empty="There is no other usage plan."
            statusType={plans.isPending ? 'loading' : plans.error ? 'error' : 'finished'}
            errorText={plans.error?.message ?? ''}
            onChange={({ detail }) => draft.set({ usagePlanId: detail.selectedOption.value ?? '' })}
          />
        </Field>
      </WriteForm>
    </FormModal>
  );
}
