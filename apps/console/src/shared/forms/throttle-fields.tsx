import ColumnLayout from '@cloudscape-design/components/column-layout';
import Input from '@cloudscape-design/components/input';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Toggle from '@cloudscape-design/components/toggle';
import { Field } from './field';
import type { ThrottleDraft } from './throttle-form';

interface ThrottleFieldsProps {
  readonly value: ThrottleDraft;
  readonly set: (change: Partial<ThrottleDraft>) => void;
  readonly label: string;
  readonly offText: string;
}

/** The switch of a throttle, its rate and its burst. */
export function ThrottleFields({ value, set, label, offText }: ThrottleFieldsProps) {
  return (
    <SpaceBetween size="l">
      <Toggle
        checked={value.isOn}
        description={value.isOn ? 'Requests above the limit are answered 429.' : offText}
        onChange={({ detail }) => set({ isOn: detail.checked, ...(detail.checked && !value.rate ? { rate: '10000', burst: '5000' } : {}) })}
      >
        {label}
      </Toggle>
      {value.isOn && (
        <ColumnLayout columns={2}>
          <Field name="rate" label="Rate" constraint="Requests a second, in the long run.">
            <Input value={value.rate} inputMode="decimal" onChange={({ detail }) => set({ rate: detail.value })} />
          </Field>
          <Field name="burst" label="Burst" constraint="Requests at once, before the rate holds.">
            <Input value={value.burst} inputMode="numeric" onChange={({ detail }) => set({ burst: detail.value })} />
          </Field>
        </ColumnLayout>
      )}
    </SpaceBetween>
  );
}
