import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import Select from '@cloudscape-design/components/select';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { ReactNode } from 'react';
import { Field } from '../../shared/forms/field';
import { useDraft } from '../../shared/forms/use-draft';
import { at, useGo } from '../../shared/place';
import { DefinitionField } from './definition-field';
import { ImportForm as Schema, importation, NEW_IMPORT, type ImportDraft } from './import-draft';
import { ImportForm } from './import-form';
import { ImportOptions } from './import-options';
import { IMPORTED } from './import-warnings';

const ENDPOINTS = [
  { value: '', label: 'As the definition says' },
  { value: 'REGIONAL', label: 'Regional' },
  { value: 'EDGE', label: 'Edge-optimized' },
  { value: 'PRIVATE', label: 'Private' },
];

/** C-01: a new API out of an OpenAPI definition. */
export function ImportApi({ kinds }: { readonly kinds: ReactNode }) {
  const go = useGo();
  const draft = useDraft<ImportDraft, ImportDraft>(NEW_IMPORT, Schema);
  const { value, set } = draft;
  return (
    <ImportForm
      draft={draft}
      submit="Import"
      done="The API was imported"
      call={importation}
      onCancel={() => go(at('restapis'))}
      onDone={({ id, warnings = [] }) => go(`${at('restapis', id, 'resources')}${warnings.length > 0 ? `?${IMPORTED}=1` : ''}`)}
    >
      <Container header={<Header variant="h2">API details</Header>}>
        <SpaceBetween size="l">
          {kinds}
          <DefinitionField text={value.text} onChange={text => set({ text })} />
          <Field name="endpointType" label="Endpoint type">
            <Select
              selectedOption={ENDPOINTS.find(option => option.value === value.endpointType) ?? null}
              options={ENDPOINTS}
              onChange={({ detail }) => set({ endpointType: detail.selectedOption.value ?? '' })}
            />
          </Field>
          <ImportOptions value={value} set={set} />
        </SpaceBetween>
      </Container>
    </ImportForm>
  );
}
