import Input from '@cloudscape-design/components/input';
import RadioGroup from '@cloudscape-design/components/radio-group';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Textarea from '@cloudscape-design/components/textarea';
import { Field } from '../../shared/forms/field';
import type { Draft } from '../../shared/forms/use-draft';
import type { ApiDraft } from './api-draft';

const ENDPOINTS = [
  { value: 'REGIONAL', label: 'Regional', description: 'Called directly at the gateways.' },
  { value: 'EDGE', label: 'Edge-optimized', description: 'As regional here; kept so that definitions made for AWS stay the same.' },
];

interface ApiFieldsProps {
  readonly draft: Draft<ApiDraft, ApiDraft>;
  readonly withEndpoint: boolean;
  readonly autoFocus?: boolean;
}

/** Name, description and endpoint type. A type that this form does not know is kept. */
export function ApiFields({ draft: { value, set }, withEndpoint, autoFocus = false }: ApiFieldsProps) {
  const items = ENDPOINTS.some(endpoint => endpoint.value === value.endpointType)
    ? ENDPOINTS
    : [...ENDPOINTS, { value: value.endpointType, label: value.endpointType, description: 'Set by another tool.' }];
  return (
    <SpaceBetween size="l">
      <Field name="name" label="API name">
        <Input value={value.name} autoFocus={autoFocus} onChange={({ detail }) => set({ name: detail.value })} />
      </Field>
      <Field name="description" label="Description" optional>
        <Textarea value={value.description} rows={2} onChange={({ detail }) => set({ description: detail.value })} />
      </Field>
      {withEndpoint && (
        <Field name="endpointType" label="Endpoint type">
          <RadioGroup value={value.endpointType} items={items} onChange={({ detail }) => set({ endpointType: detail.value })} />
        </Field>
      )}
    </SpaceBetween>
  );
}
