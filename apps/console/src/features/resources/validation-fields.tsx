import Alert from '@cloudscape-design/components/alert';
import AttributeEditor from '@cloudscape-design/components/attribute-editor';
import Button from '@cloudscape-design/components/button';
import Input from '@cloudscape-design/components/input';
import Select from '@cloudscape-design/components/select';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { V1 } from '@gatehouse/client-calls';
import { useContext } from 'react';
import { useAll } from '../../shared/calls/queries';
import { Choice } from '../../shared/forms/choice';
import { Field, ProblemsContext } from '../../shared/forms/field';
import type { Pair } from '../../shared/forms/pairs';
import { checksOf } from '../../shared/parts/validator-modal';
import type { MethodRequestDraft } from './method-draft';

interface ValidationFieldsProps {
  readonly restApiId: string;
  readonly value: MethodRequestDraft;
  readonly set: (change: Partial<MethodRequestDraft>) => void;
  readonly onCreateValidator: () => void;
}

/** What of a request is checked before the backend is called, and the models that its body is checked against. */
export function ValidationFields({ restApiId, value, set, onCreateValidator }: ValidationFieldsProps) {
  const validators = useAll(V1.GetRequestValidators, { restApiId });
  const chosen = validators.data?.find(({ id }) => id === value.requestValidatorId);
  return (
    <SpaceBetween size="l">
      <div className="gh-row">
        <div className="gh-grow">
          <Choice
            name="requestValidatorId"
            label="Request validator"
            value={value.requestValidatorId}
            onChange={requestValidatorId => set({ requestValidatorId })}
            query={validators}
            none="None: nothing is checked"
            option={validator => ({ value: validator.id, label: validator.name, description: `Checks ${checksOf(validator)}` })}
          />
        </div>
        <Button formAction="none" onClick={onCreateValidator}>
          Create request validator
        </Button>
      </div>
      {chosen?.validateRequestBody && value.requestModels.length === 0 && (
        <Alert type="warning">The validator checks bodies, but no model is named: any body passes.</Alert>
      )}
      <Field name="requestModelsList" label="Request models" description="The model of each content type that a body may have." stretch>
        <Models restApiId={restApiId} models={value.requestModels} onChange={requestModels => set({ requestModels })} />
      </Field>
    </SpaceBetween>
  );
}

interface ModelsProps {
  readonly restApiId: string;
  readonly models: readonly Pair[];
  readonly onChange: (models: readonly Pair[]) => void;
}

function Models({ restApiId, models, onChange }: ModelsProps) {
  const problems = useContext(ProblemsContext);
  const known = useAll(V1.GetModels, { restApiId });
  const options = (known.data ?? []).map(({ name, contentType }) => ({ value: name, label: name, description: contentType }));
  const replace = (index: number, change: Partial<Pair>): void =>
    onChange(models.map((model, at) => (at === index ? { ...model, ...change } : model)));
  return (
    <AttributeEditor<Pair>
      items={models}
      addButtonText="Add model"
      removeButtonText="Remove"
      removeButtonAriaLabel={({ name }) => `Remove the model of ${name || 'row'}`}
      empty="No model is named."
      onAddButtonClick={() => onChange([...models, { name: models.length === 0 ? 'application/json' : '', value: '' }])}
      onRemoveButtonClick={({ detail }) => onChange(models.filter((_each, at) => at !== detail.itemIndex))}
      definition={[
        {
          label: 'Content type',
          errorText: (_model, index) => problems[`requestModels.${index}.name`] ?? '',
          control: (model, index) => (
            <Input
              value={model.name}
              spellcheck={false}
              placeholder="application/json"
              onChange={({ detail }) => replace(index, { name: detail.value })}
            />
          ),
        },
        {
          label: 'Model',
          errorText: (_model, index) => problems[`requestModels.${index}.value`] ?? '',
          control: (model, index) => (
            <Select
              selectedOption={options.find(({ value }) => value === model.value) ?? (model.value ? { value: model.value, label: model.value } : null)}
              options={options}
              placeholder="Choose a model"
              empty="There is no model yet."
              statusType={known.isPending ? 'loading' : known.error ? 'error' : 'finished'}
              errorText={known.error?.message ?? ''}
              onChange={({ detail }) => replace(index, { value: detail.selectedOption.value ?? '' })}
            />
          ),
        },
      ]}
    />
  );
}
