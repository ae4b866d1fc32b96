import ColumnLayout from '@cloudscape-design/components/column-layout';
import Input from '@cloudscape-design/components/input';
import Select from '@cloudscape-design/components/select';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Toggle from '@cloudscape-design/components/toggle';
import { Field } from '../../shared/forms/field';
import { ThrottleFields } from '../../shared/forms/throttle-fields';
import type { Draft } from '../../shared/forms/use-draft';
import type { PlanDraft, QuotaDraft } from './plan-draft';

const PERIODS = [
  { value: 'DAY', label: 'Day' },
  { value: 'WEEK', label: 'Week' },
  { value: 'MONTH', label: 'Month' },
];

/** Name, throttle and quota of a plan. */
export function PlanFields({
  draft: { value, set },
  autoFocus = false,
}: {
  readonly draft: Draft<PlanDraft, PlanDraft>;
  readonly autoFocus?: boolean;
}) {
  const quota = (change: Partial<QuotaDraft>): void => set({ quota: { ...value.quota, ...change } });
  return (
    <SpaceBetween size="l">
      <Field name="name" label="Name">
        <Input value={value.name} autoFocus={autoFocus} onChange={({ detail }) => set({ name: detail.value })} />
      </Field>
      <Field name="description" label="Description" optional>
        <Input value={value.description} onChange={({ detail }) => set({ description: detail.value })} />
      </Field>
      <ThrottleFields
        value={value}
        set={set}
        label="Throttle each key"
        offText="Keys of this plan are held by stage and account limits only."
      />
      <Toggle
        checked={value.quota.isOn}
        description={value.quota.isOn ? 'Above it a key is answered 429 until the next period.' : 'Keys of this plan may call without end.'}
        onChange={({ detail }) => quota({ isOn: detail.checked, ...(detail.checked && !value.quota.limit ? { limit: '10000' } : {}) })}
      >
        Quota for each key
      </Toggle>
      {value.quota.isOn && (
        <ColumnLayout columns={3}>
          <Field name="quota.limit" label="Requests">
            <Input value={value.quota.limit} inputMode="numeric" onChange={({ detail }) => quota({ limit: detail.value })} />
          </Field>
          <Field name="quota.period" label="Period">
            <Select
              selectedOption={PERIODS.find(option => option.value === value.quota.period) ?? null}
              options={PERIODS}
              onChange={({ detail }) =>
                quota({ period: detail.selectedOption.value ?? 'MONTH', ...(detail.selectedOption.value === 'DAY' ? { offset: '0' } : {}) })
              }
            />
          </Field>
          <Field name="quota.offset" label="Offset in days" constraint="Days after the period's natural start (UTC).">
            <Input
              value={value.quota.offset}
              inputMode="numeric"
              disabled={value.quota.period === 'DAY'}
              onChange={({ detail }) => quota({ offset: detail.value })}
            />
          </Field>
        </ColumnLayout>
      )}
    </SpaceBetween>
  );
}
