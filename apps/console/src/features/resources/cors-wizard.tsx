import Alert from '@cloudscape-design/components/alert';
import Input from '@cloudscape-design/components/input';
import Multiselect from '@cloudscape-design/components/multiselect';
import FormField from '@cloudscape-design/components/form-field';
import type { Resource } from '@gatehouse/client-calls';
import { Field } from '../../shared/forms/field';
import { FormModal } from '../../shared/forms/form-modal';
import { useDraft } from '../../shared/forms/use-draft';
import { WriteForm } from '../../shared/forms/write-form';
import { corsDraft, CorsForm, corsSteps, proxied, type CorsDraft } from './cors';
import { methodsOf } from './tree';

interface CorsWizardProps {
  readonly restApiId: string;
  readonly resource: Resource;
  readonly onClose: () => void;
}

/** Enables CORS on a resource, after listing every method and header it will write. */
export function CorsWizard({ restApiId, resource, onClose }: CorsWizardProps) {
  const draft = useDraft<CorsDraft, CorsDraft>(corsDraft(resource), CorsForm);
  const { value, set } = draft;
  const options = methodsOf(resource)
    .filter(method => method !== 'OPTIONS')
    .map(method => ({ value: method, label: method }));
  const steps = draft.parsed ? corsSteps(restApiId, resource, draft.parsed) : [];
  const untouched = proxied(resource).filter(method => value.methods.includes(method));
  return (
    <FormModal header={`Enable CORS on ${resource.path}`} size="large" dirty={draft.dirty} onClose={onClose}>
      <WriteForm
        draft={draft}
        submit="Enable CORS"
        canSaveUnchanged
        guard={false}
        onCancel={onClose}
        onSaved={onClose}
        done={`CORS was enabled on ${resource.path}`}
        calls={parsed => corsSteps(restApiId, resource, parsed).map(({ call }) => call)}
      >
        <Field name="origin" label="Allowed origin">
          <Input value={value.origin} spellcheck={false} onChange={({ detail }) => set({ origin: detail.value })} />
        </Field>
        <Field name="methods" label="Allowed methods">
          <Multiselect
            selectedOptions={options.filter(option => value.methods.includes(option.value))}
            options={options}
            deselectAriaLabel={option => `Remove ${option.label ?? ''}`}
            onChange={({ detail }) => set({ methods: detail.selectedOptions.map(option => option.value ?? '') })}
          />
        </Field>
        <Field name="headers" label="Allowed headers">
          <Input value={value.headers} spellcheck={false} onChange={({ detail }) => set({ headers: detail.value })} />
        </Field>
        {untouched.length > 0 && (
          <Alert type="warning" header="The backend must send the header itself">
            {untouched.join(', ')}: a proxy integration passes the backend's answer through, so the backend has to add
            Access-Control-Allow-Origin.
          </Alert>
        )}
        <FormField label="This will be written, in this order" stretch>
          <ol className="gh-steps">
            {steps.map(({ text }) => (
              <li key={text}>{text}</li>
            ))}
          </ol>
        </FormField>
      </WriteForm>
    </FormModal>
  );
}
