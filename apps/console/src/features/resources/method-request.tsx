import AttributeEditor from '@cloudscape-design/components/attribute-editor';
import Checkbox from '@cloudscape-design/components/checkbox';
import Input from '@cloudscape-design/components/input';
import Select from '@cloudscape-design/components/select';
import Toggle from '@cloudscape-design/components/toggle';
import { V1, type Method } from '@gatehouse/client-calls';
import { useContext, useState } from 'react';
import { useDesk } from '../../shared/calls/desk';
import { Field, ProblemsContext } from '../../shared/forms/field';
import { useDraft } from '../../shared/forms/use-draft';
import { WriteForm } from '../../shared/forms/write-form';
import { ValidatorModal } from '../../shared/parts/validator-modal';
import { AuthorizationField } from './authorization-field';
import { DeployHint } from './deploy-hint';
import { changeMethod, draftOfMethod, MethodRequestForm, type Parameter } from './method-draft';
import type { MethodPlace } from './method-place';
import { ValidationFields } from './validation-fields';

interface MethodRequestProps {
  readonly place: MethodPlace;
  readonly method: Method;
  readonly etag: string | null;
}

/** C-03: who may call, and with what. An authorization that another tool set is shown and kept. */
export function MethodRequest({ place, method, etag }: MethodRequestProps) {
  const { calls } = useDesk();
  const draft = useDraft(draftOfMethod(method), MethodRequestForm, etag);
  const reread = async () => {
    const now = await calls.call(V1.GetMethod, place);
    return { value: draftOfMethod(now.value), etag: now.etag };
  };
  const [creatingValidator, setCreatingValidator] = useState(false);
  return (
    <>
      <WriteForm
        draft={draft}
        submit="Save"
        calls={parsed => changeMethod(place, draft.base, parsed)}
        done={`The method request of ${place.httpMethod} was saved`}
        reread={reread}
      >
        <AuthorizationField restApiId={place.restApiId} value={draft.value} set={draft.set} />
        <Toggle
          checked={draft.value.apiKeyRequired}
          description="Callers send it in the x-api-key header; its usage plan must hold the stage."
          onChange={({ detail }) => draft.set({ apiKeyRequired: detail.checked })}
        >
          API key required
        </Toggle>
        <Field name="operationName" label="Operation name" optional>
          <Input value={draft.value.operationName} onChange={({ detail }) => draft.set({ operationName: detail.value })} />
        </Field>
        <Field name="parametersList" label="Request parameters" description="Declared here, they can be mapped to the backend." stretch>
          <Parameters parameters={draft.value.parameters} onChange={parameters => draft.set({ parameters })} />
        </Field>
        <ValidationFields
          restApiId={place.restApiId}
          value={draft.value}
          set={draft.set}
          onCreateValidator={() => setCreatingValidator(true)}
        />
        <DeployHint />
      </WriteForm>
      {creatingValidator && (
        <ValidatorModal
          restApiId={place.restApiId}
          validator={null}
          onClose={() => setCreatingValidator(false)}
          onSaved={({ id }) => draft.set({ requestValidatorId: id })}
        />
      )}
    </>
  );
}

const PLACES = [
  { value: 'querystring', label: 'Query string' },
  { value: 'header', label: 'Header' },
  { value: 'path', label: 'Path' },
];

function Parameters({
  parameters,
  onChange,
}: {
  readonly parameters: readonly Parameter[];
  readonly onChange: (parameters: readonly Parameter[]) => void;
}) {
  const problems = useContext(ProblemsContext);
  const replace = (index: number, change: Partial<Parameter>): void =>
    onChange(parameters.map((parameter, at) => (at === index ? { ...parameter, ...change } : parameter)));
  return (
    <AttributeEditor<Parameter>
      items={parameters}
      addButtonText="Add parameter"
      removeButtonText="Remove"
      removeButtonAriaLabel={({ name }) => `Remove ${name || 'parameter'}`}
      empty="No parameters are declared."
      onAddButtonClick={() => onChange([...parameters, { place: 'querystring', name: '', isRequired: false }])}
      onRemoveButtonClick={({ detail }) => onChange(parameters.filter((_each, at) => at !== detail.itemIndex))}
      definition={[
        {
          label: 'In',
          control: (parameter, index) => (
            <Select
              selectedOption={PLACES.find(({ value }) => value === parameter.place) ?? { value: parameter.place, label: parameter.place }}
              options={PLACES}
              onChange={({ detail }) => replace(index, { place: detail.selectedOption.value ?? 'querystring' })}
            />
          ),
        },
        {
          label: 'Name',
          errorText: (_parameter, index) => problems[`parameters.${index}.name`] ?? '',
          control: (parameter, index) => (
            <Input value={parameter.name} spellcheck={false} onChange={({ detail }) => replace(index, { name: detail.value })} />
          ),
        },
        {
          label: 'Rule',
          control: (parameter, index) => (
            <Checkbox checked={parameter.isRequired} onChange={({ detail }) => replace(index, { isRequired: detail.checked })}>
              Required
            </Checkbox>
          ),
        },
      ]}
    />
  );
}
