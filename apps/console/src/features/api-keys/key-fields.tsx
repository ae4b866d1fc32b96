import Input from '@cloudscape-design/components/input';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Toggle from '@cloudscape-design/components/toggle';
import { Field } from '../../shared/forms/field';
import type { Draft } from '../../shared/forms/use-draft';
import type { KeyDraft } from './key-draft';

/** Name, description, customer and state of a key. */
export function KeyFields({
  draft: { value, set },
  autoFocus = false,
}: {
  readonly draft: Draft<KeyDraft, KeyDraft>;
  readonly autoFocus?: boolean;
}) {
  return (
    <SpaceBetween size="l">
      <Field name="name" label="Name">
        <Input value={value.name} autoFocus={autoFocus} onChange={({ detail }) => set({ name: detail.value })} />
      </Field>
      <Field name="description" label="Description" optional>
        <Input value={value.description} onChange={({ detail }) => set({ description: detail.value })} />
      </Field>
      <Field name="customerId" label="Customer ID" optional>
        <Input value={value.customerId} onChange={({ detail }) => set({ customerId: detail.value })} />
      </Field>
      <Toggle
        checked={value.enabled}
        description="A disabled key is answered 403."
        onChange={({ detail }) => set({ enabled: detail.checked })}
      >
        Enabled
      </Toggle>
    </SpaceBetween>
  );
}
