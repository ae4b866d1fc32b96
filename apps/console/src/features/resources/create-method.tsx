import Select from '@cloudscape-design/components/select';
import Toggle from '@cloudscape-design/components/toggle';
import { prepare, V1, type Call, type Resource } from '@gatehouse/client-calls';
import { z } from 'zod';
import { Field } from '../../shared/forms/field';
import { FormModal } from '../../shared/forms/form-modal';
import { useDraft } from '../../shared/forms/use-draft';
import { WriteForm } from '../../shared/forms/write-form';
import { at, useGo } from '../../shared/place';
import { defaultResponses, IntegrationForm, isProxy, NEW_INTEGRATION, putIntegration, type IntegrationDraft } from './integration-draft';
import { HTTP_METHODS, IntegrationFields } from './integration-fields';
import { pathParameters } from './method-draft';
import { methodsOf } from './tree';

interface CreateMethodProps {
  readonly restApiId: string;
  readonly resource: Resource;
  readonly onClose: () => void;
}
interface MethodDraft extends IntegrationDraft {
  readonly method: string;
  readonly apiKeyRequired: boolean;
}

const MethodForm = z.intersection(
  IntegrationForm,
  z.object({ method: z.string().min(1, 'Choose a method.'), apiKeyRequired: z.boolean() }),
);

/** A method with its integration in one go; a path's parameters are passed on to a backend address that names them. */
export function CreateMethod({ restApiId, resource, onClose }: CreateMethodProps) {
  const go = useGo();
  const draft = useDraft<MethodDraft, MethodDraft>({ ...NEW_INTEGRATION, method: '', apiKeyRequired: false }, MethodForm);
  const options = HTTP_METHODS.map(method => ({ value: method, label: method, disabled: methodsOf(resource).includes(method) }));
  return (
    <FormModal header={`Create method on ${resource.path}`} size="large" dirty={draft.dirty} onClose={onClose}>
      <WriteForm
        draft={draft}
        submit="Create method"
        canSaveUnchanged
        guard={false}
        onCancel={onClose}
        done={`Method ${draft.value.method} ${resource.path} was created`}
        calls={parsed => creation(restApiId, resource, parsed)}
        onSaved={() => {
          onClose();
          go(at('restapis', restApiId, 'resources', resource.id, 'methods', draft.value.method));
        }}
      >
        <Field name="method" label="Method">
          <Select
            selectedOption={options.find(option => option.value === draft.value.method) ?? null}
            placeholder="Choose a method"
            options={options}
            onChange={({ detail }) => {
              const method = detail.selectedOption.value ?? '';
              draft.set({
                method,
                ...(method === 'ANY' || (draft.value.httpMethod !== draft.value.method && draft.value.method !== '')
                  ? {}
                  : { httpMethod: method }),
              });
            }}
          />
        </Field>
        <IntegrationFields value={draft.value} set={draft.set} />
        <Toggle checked={draft.value.apiKeyRequired} onChange={({ detail }) => draft.set({ apiKeyRequired: detail.checked })}>
          API key required
        </Toggle>
      </WriteForm>
    </FormModal>
  );
}

function creation(restApiId: string, resource: Resource, draft: MethodDraft): readonly Call[] {
  const place = { restApiId, resourceId: resource.id, httpMethod: draft.method };
  const names = pathParameters(resource.path);
  const declared = Object.fromEntries(names.map(name => [`method.request.path.${name}`, true]));
  const passed = names
    .filter(name => draft.uri.includes(`{${name}}`))
    .map(name => ({ name: `integration.request.path.${name}`, value: `method.request.path.${name}` }));
  return [
    prepare(V1.PutMethod, {
      ...place,
      authorizationType: 'NONE',
      apiKeyRequired: draft.apiKeyRequired,
      ...(names.length > 0 ? { requestParameters: declared } : {}),
    }),
    putIntegration(place, { ...draft, requestParameters: passed }),
    ...(isProxy(draft.type) ? [] : defaultResponses(place)),
  ];
}
