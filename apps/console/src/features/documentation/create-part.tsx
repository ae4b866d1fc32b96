import Input from '@cloudscape-design/components/input';
import Select from '@cloudscape-design/components/select';
import { V1 } from '@gatehouse/client-calls';
import { useAll } from '../../shared/calls/queries';
import { CodeField } from '../../shared/editor/code-field';
import { Choice } from '../../shared/forms/choice';
import { Field } from '../../shared/forms/field';
import { FormModal } from '../../shared/forms/form-modal';
import { useDraft } from '../../shared/forms/use-draft';
import { WriteForm } from '../../shared/forms/write-form';
import { creation, MEMBERS_OF, NEW_PART, PartForm, type PartDraft, type PartType } from './part-draft';

const TYPES = (Object.keys(MEMBERS_OF) as PartType[]).map(value => ({ value, label: value }));
const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS', 'ANY'].map(value => ({ value, label: value }));
const ALL_METHODS = { value: '', label: 'All methods' };

/** A new part: what the owner says of one place of the API. */
export function CreatePart({ restApiId, onClose }: { readonly restApiId: string; readonly onClose: () => void }) {
  const draft = useDraft<PartDraft, PartDraft>(NEW_PART, PartForm);
  const resources = useAll(V1.GetResources, { restApiId });
  const { value, set } = draft;
  const members = MEMBERS_OF[value.type];
  return (
    <FormModal header="Create documentation part" size="large" dirty={draft.dirty} onClose={onClose}>
      <WriteForm
        draft={draft}
        submit="Create documentation part"
        canSaveUnchanged
        guard={false}
        onCancel={onClose}
        onSaved={onClose}
        calls={parsed => creation(restApiId, parsed)}
        done={`The documentation of ${value.type} was created`}
      >
        <Field name="type" label="Type">
          <Select
            selectedOption={{ value: value.type, label: value.type }}
            options={TYPES}
            onChange={({ detail }) => set({ type: (detail.selectedOption.value ?? 'API') as PartType })}
          />
        </Field>
        {members.includes('path') && (
          <Choice
            name="path"
            label="Path"
            value={value.path}
            onChange={path => set({ path })}
            query={resources}
            none="All paths"
            option={({ path }) => ({ value: path, label: path })}
          />
        )}
        {members.includes('method') && (
          <Field name="method" label="Method">
            <Select
              selectedOption={METHODS.find(option => option.value === value.method) ?? ALL_METHODS}
              options={[ALL_METHODS, ...METHODS]}
              onChange={({ detail }) => set({ method: detail.selectedOption.value ?? '' })}
            />
          </Field>
        )}
        {members.includes('statusCode') && (
          <Field name="statusCode" label="Status" optional description="Without one, all statuses.">
            <Input value={value.statusCode} onChange={({ detail }) => set({ statusCode: detail.value })} />
          </Field>
        )}
        {members.includes('name') && (
          <Field name="name" label="Name">
            <Input value={value.name} spellcheck={false} onChange={({ detail }) => set({ name: detail.value })} />
          </Field>
        )}
        <Properties value={value.properties} onChange={properties => set({ properties })} />
      </WriteForm>
    </FormModal>
  );
}

/** The properties of a part, as JSON. */
export const Properties = ({ value, onChange }: { readonly value: string; readonly onChange: (value: string) => void }) => (
  <Field
    name="properties"
    label="Properties"
    description="A JSON object. description, summary, tags and info go to OpenAPI's own places; everything else is kept beside them."
    stretch
  >
    <CodeField value={value} onChange={onChange} label="Properties" language="json" height={200} />
  </Field>
);
