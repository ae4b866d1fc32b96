import Input from '@cloudscape-design/components/input';
import Select from '@cloudscape-design/components/select';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Tiles from '@cloudscape-design/components/tiles';
import { V1 } from '@gatehouse/client-calls';
import { useAll } from '../../shared/calls/queries';
import { Choice } from '../../shared/forms/choice';
import { Field } from '../../shared/forms/field';
import type { Draft } from '../../shared/forms/use-draft';
import { callsHttp, INTEGRATIONS, retyped, type IntegrationDraft } from './integration-draft';

/** The methods of v1, in the order people look for them. */
export const HTTP_METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS', 'ANY'];

interface IntegrationFieldsProps {
  readonly value: IntegrationDraft;
  readonly set: Draft<IntegrationDraft, unknown>['set'];
}

/** Type, backend method and address. A type that this form does not offer is shown and kept. */
export function IntegrationFields({ value, set }: IntegrationFieldsProps) {
  const known = Object.entries(INTEGRATIONS).map(([type, { label, description }]) => ({ value: type, label, description }));
  const items = INTEGRATIONS[value.type]
    ? known
    : [...known, { value: value.type, label: value.type, description: 'Set by another tool.' }];
  const links = useAll(V1.GetVpcLinks, {}, { enabled: callsHttp(value.type) });
  const options = HTTP_METHODS.map(method => ({ value: method, label: method }));
  return (
    <SpaceBetween size="l">
      <Field name="type" label="Integration type" stretch>
        <Tiles value={value.type} items={items} onChange={({ detail }) => set(retyped(value, detail.value))} />
      </Field>
      {callsHttp(value.type) && (
        <SpaceBetween size="l">
          <Field name="httpMethod" label="Backend method">
            <Select
              selectedOption={options.find(option => option.value === value.httpMethod) ?? null}
              placeholder="Choose a method"
              options={options}
              onChange={({ detail }) => set({ httpMethod: detail.selectedOption.value ?? '' })}
            />
          </Field>
          <Field name="uri" label="Backend address" description="May hold path parameters such as {petId} and ${stageVariables.name}.">
            <Input
              value={value.uri}
              inputMode="url"
              spellcheck={false}
              placeholder="http://localhost:4010/pets"
              onChange={({ detail }) => set({ uri: detail.value })}
            />
          </Field>
          <Choice
            name="connectionId"
            label="VPC link"
            optional
            description="A private upstream that leads to the address."
            value={value.connectionId}
            onChange={connectionId => set({ connectionId })}
            query={links}
            none="None: the address is called directly"
            option={({ id, name, description = '' }) => ({ value: id, label: name, description })}
          />
        </SpaceBetween>
      )}
    </SpaceBetween>
  );
}
