import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import Select from '@cloudscape-design/components/select';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Tiles from '@cloudscape-design/components/tiles';
import { V1, type RestApi } from '@gatehouse/client-calls';
import { useState, type ReactNode } from 'react';
import { useAll } from '../../shared/calls/queries';
import { Field } from '../../shared/forms/field';
import { useDraft } from '../../shared/forms/use-draft';
import { WriteForm } from '../../shared/forms/write-form';
import { at, useGo } from '../../shared/place';
import { ApiForm, creation, NEW_API } from './api-draft';
import { ApiFields } from './api-fields';
import { ImportApi } from './import-api';

const CloneForm = ApiForm.refine(draft => draft.cloneFrom !== '', { path: ['cloneFrom'], message: 'Choose the API to copy.' });

const KINDS = [
  { value: 'new', label: 'New API', description: 'Begins with the root resource alone.' },
  { value: 'clone', label: 'Clone an API', description: 'Copies resources, methods and integrations; stages are left behind.' },
  { value: 'import', label: 'Import a definition', description: 'Makes the API that an OpenAPI or Swagger file describes.' },
];

/** C-01: a new REST API: empty, as the copy of another, or out of a definition. */
export function CreateApi() {
  const [kind, setKind] = useState('new');
  const kinds = (
    <Tiles value={kind} ariaLabel="Where to begin" columns={3} items={KINDS} onChange={({ detail }) => setKind(detail.value)} />
  );
  return (
    <SpaceBetween size="l">
      <Header variant="h1">Create REST API</Header>
      {kind === 'import' ? <ImportApi kinds={kinds} /> : <NewApi kinds={kinds} isClone={kind === 'clone'} />}
    </SpaceBetween>
  );
}

function NewApi({ kinds, isClone }: { readonly kinds: ReactNode; readonly isClone: boolean }) {
  const go = useGo();
  const apis = useAll(V1.GetRestApis, {}, { enabled: isClone });
  const draft = useDraft(NEW_API, isClone ? CloneForm : ApiForm);
  const options = (apis.data ?? []).map(api => ({ value: api.id, label: api.name, description: api.id }));
  return (
    <WriteForm
      draft={draft}
      submit="Create API"
      canSaveUnchanged
      onCancel={() => go(at('restapis'))}
      calls={parsed => creation(parsed, isClone)}
      done={`API ${draft.value.name} was created`}
      onSaved={([answer]) => go(at('restapis', (answer?.value as RestApi).id, 'resources'))}
    >
      <Container header={<Header variant="h2">API details</Header>}>
        <SpaceBetween size="l">
          {kinds}
          {isClone && (
            <Field name="cloneFrom" label="API to copy">
              <Select
                selectedOption={options.find(option => option.value === draft.value.cloneFrom) ?? null}
                options={options}
                filteringType="auto"
                placeholder="Choose an API"
                empty="There is no API to copy yet."
                statusType={apis.isPending ? 'loading' : apis.error ? 'error' : 'finished'}
                errorText={apis.error?.message ?? ''}
                onChange={({ detail }) => draft.set({ cloneFrom: detail.selectedOption.value ?? '' })}
              />
            </Field>
          )}
          <ApiFields draft={draft} withEndpoint={!isClone} autoFocus />
        </SpaceBetween>
      </Container>
    </WriteForm>
  );
}
