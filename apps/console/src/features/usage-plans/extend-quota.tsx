import Input from '@cloudscape-design/components/input';
import { prepare, V1, type UsagePlan } from '@gatehouse/client-calls';
import { z } from 'zod';
import { Field } from '../../shared/forms/field';
import { FormModal } from '../../shared/forms/form-modal';
import { useDraft } from '../../shared/forms/use-draft';
import { WriteForm } from '../../shared/forms/write-form';
import type { UsageRow } from './usage-rows';

const ExtendForm = z.object({ remaining: z.string().regex(/^\d+$/, 'A whole number of requests.') });

/** Sets what one key has left in this period; the plan and its other keys stay as they are. */
export function ExtendQuota({ plan, row, onClose }: { readonly plan: UsagePlan; readonly row: UsageRow; readonly onClose: () => void }) {
  const draft = useDraft({ remaining: String(row.remaining ?? 0) }, ExtendForm);
  return (
    <FormModal header={`Quota of ${row.name}`} dirty={draft.dirty} onClose={onClose}>
      <WriteForm
        draft={draft}
        submit="Save"
        guard={false}
        onCancel={onClose}
        onSaved={onClose}
        done={`The quota of ${row.name} was changed`}
        calls={({ remaining }) =>
          remaining === draft.base.remaining
            ? []
            : [
                prepare(V1.UpdateUsage, {
                  usagePlanId: plan.id,
                  keyId: row.keyId,
                  patchOperations: [{ op: 'replace', path: '/remaining', value: remaining }],
                }),
              ]
        }
      >
        <Field
          name="remaining"
          label="Requests left in this period"
          description={`Now: ${(row.remaining ?? 0).toLocaleString('en')}. The next period begins with the plan's quota again.`}
        >
          <Input
            value={draft.value.remaining}
            inputMode="numeric"
            autoFocus
            onChange={({ detail }) => draft.set({ remaining: detail.value })}
          />
        </Field>
      </WriteForm>
    </FormModal>
  );
}
