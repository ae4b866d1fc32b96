import Input from '@cloudscape-design/components/input';
import RadioGroup from '@cloudscape-design/components/radio-group';
import type { ApiKey } from '@gatehouse/client-calls';
import { Field } from '../../shared/forms/field';
import { FormModal } from '../../shared/forms/form-modal';
import { useDraft } from '../../shared/forms/use-draft';
import { WriteForm } from '../../shared/forms/write-form';
import { at, useGo } from '../../shared/place';
import { creation, KeyForm, NEW_KEY, type KeyDraft } from './key-draft';
import { KeyFields } from './key-fields';

/** A new key with a generated or an own value. The value stays out of the command that is shown. */
export function CreateKey({ onClose }: { readonly onClose: () => void }) {
  const go = useGo();
  const draft = useDraft<KeyDraft, KeyDraft>(NEW_KEY, KeyForm);
  const { value, set } = draft;
  return (
    <FormModal header="Create API key" dirty={draft.dirty} onClose={onClose}>
      <WriteForm
        draft={draft}
        submit="Create API key"
        canSaveUnchanged
        guard={false}
        onCancel={onClose}
        calls={creation}
        done={`API key ${value.name} was created`}
        onSaved={([answer]) => {
          onClose();
          go(at('apikeys', (answer?.value as ApiKey).id));
        }}
      >
        <KeyFields draft={draft} autoFocus />
        <Field name="isOwnValue" label="Value">
          <RadioGroup
            value={value.isOwnValue ? 'own' : 'generated'}
            items={[
              { value: 'generated', label: 'Generated' },
              { value: 'own', label: 'Own value' },
            ]}
            onChange={({ detail }) => set({ isOwnValue: detail.value === 'own' })}
          />
        </Field>
        {value.isOwnValue && (
          <Field name="value" label="Own value" constraint="From 20 to 128 characters.">
            <Input type="password" autoComplete="off" value={value.value} onChange={({ detail }) => set({ value: detail.value })} />
          </Field>
        )}
      </WriteForm>
    </FormModal>
  );
}
