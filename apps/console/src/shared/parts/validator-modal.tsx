import Checkbox from '@cloudscape-design/components/checkbox';
import Input from '@cloudscape-design/components/input';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { prepare, replaced, V1, type RequestValidator } from '@gatehouse/client-calls';
import { z } from 'zod';
import { Field } from '../forms/field';
import { FormModal } from '../forms/form-modal';
import { useDraft } from '../forms/use-draft';
import { WriteForm } from '../forms/write-form';

const ValidatorForm = z
  .object({ name: z.string().min(1, 'Give it a name.'), validateRequestBody: z.boolean(), validateRequestParameters: z.boolean() })
  .refine(draft => draft.validateRequestBody || draft.validateRequestParameters, {
    path: ['checks'],
    message: 'Choose what it checks.',
  });

interface ValidatorModalProps {
  readonly restApiId: string;
  /** null = a new one. */
  readonly validator: RequestValidator | null;
  readonly onClose: () => void;
  readonly onSaved?: (validator: RequestValidator) => void;
}

/** A request validator, new or as it is stored: which parts of a request it checks before the backend is called. */
export function ValidatorModal({ restApiId, validator, onClose, onSaved }: ValidatorModalProps) {
  const { name = '', validateRequestBody = false, validateRequestParameters = false } = validator ?? {};
  const draft = useDraft({ name, validateRequestBody, validateRequestParameters }, ValidatorForm);
  const { value, set } = draft;
  return (
    <FormModal header={validator ? `Request validator ${name}` : 'Create request validator'} dirty={draft.dirty} onClose={onClose}>
      <WriteForm
        draft={draft}
        submit={validator ? 'Save' : 'Create request validator'}
        canSaveUnchanged={!validator}
        guard={false}
        onCancel={onClose}
        done={`Request validator ${value.name} was ${validator ? 'saved' : 'created'}`}
        calls={parsed => {
          if (!validator) return [prepare(V1.CreateRequestValidator, { restApiId, ...parsed })];
          const patchOperations = replaced(draft.base, parsed, ['name', 'validateRequestBody', 'validateRequestParameters']);
          return patchOperations.length > 0
            ? [prepare(V1.UpdateRequestValidator, { restApiId, requestValidatorId: validator.id, patchOperations })]
            : [];
        }}
        onSaved={([answer]) => {
          onClose();
          if (answer) onSaved?.(answer.value as RequestValidator);
        }}
      >
        <Field name="name" label="Name">
          <Input value={value.name} autoFocus onChange={({ detail }) => set({ name: detail.value })} />
        </Field>
        <Field name="checks" label="Checks">
          <SpaceBetween size="xs">
            <Checkbox
              checked={value.validateRequestBody}
              description="Against the model of its content type."
              onChange={({ detail }) => set({ validateRequestBody: detail.checked })}
            >
              Body
            </Checkbox>
            <Checkbox
              checked={value.validateRequestParameters}
              description="Those that the method declares as required must be there."
              onChange={({ detail }) => set({ validateRequestParameters: detail.checked })}
            >
              Query string, headers and path
            </Checkbox>
          </SpaceBetween>
        </Field>
      </WriteForm>
    </FormModal>
  );
}

/** "Body, parameters": what a validator checks. */
export const checksOf = ({ validateRequestBody, validateRequestParameters }: RequestValidator): string =>
  [validateRequestBody ? 'body' : '', validateRequestParameters ? 'query string, headers and path' : ''].filter(Boolean).join('; ') || 'nothing';
