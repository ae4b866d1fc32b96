import Alert from '@cloudscape-design/components/alert';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import RadioGroup from '@cloudscape-design/components/radio-group';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { V1 } from '@gatehouse/client-calls';
import { useAll, useAnswer } from '../../shared/calls/queries';
import { Field } from '../../shared/forms/field';
import { useDraft } from '../../shared/forms/use-draft';
import { Loaded } from '../../shared/parts/loaded';
import { at, useGo } from '../../shared/place';
import { DefinitionField } from './definition-field';
import { ImportForm as Schema, importationInto, NEW_IMPORT, type ImportDraft } from './import-draft';
import { ImportForm } from './import-form';
import { ImportOptions } from './import-options';
import { IMPORTED } from './import-warnings';

const MODES = [
  { value: 'merge', label: 'Merge', description: 'Adds what the definition describes and replaces what has the same place. All else stays.' },
  { value: 'overwrite', label: 'Overwrite', description: 'Makes the API what the definition describes, and nothing else.' },
];

/** An OpenAPI definition, put over the draft of an API that is there. */
export function ImportIntoApi({ restApiId }: { readonly restApiId: string }) {
  return (
    <Loaded query={useAnswer(V1.GetRestApi, { restApiId })}>
      {({ value: api }) => <Into restApiId={restApiId} name={api.name} />}
    </Loaded>
  );
}

function Into({ restApiId, name }: { readonly restApiId: string; readonly name: string }) {
  const go = useGo();
  const resources = at('restapis', restApiId, 'resources');
  const draft = useDraft<ImportDraft, ImportDraft>(NEW_IMPORT, Schema);
  const { value, set } = draft;
  return (
    <SpaceBetween size="l">
      <Header variant="h1">Import into {name}</Header>
      <ImportForm
        draft={draft}
        submit={value.mode === 'overwrite' ? 'Overwrite the API' : 'Import'}
        done={`The definition was imported into ${name}`}
        call={(parsed, failOnWarnings) => importationInto(restApiId, parsed, failOnWarnings)}
        onCancel={() => go(resources)}
        onDone={({ warnings = [] }) => go(`${resources}${warnings.length > 0 ? `?${IMPORTED}=1` : ''}`)}
      >
        <Container header={<Header variant="h2">Definition</Header>}>
          <SpaceBetween size="l">
            <DefinitionField text={value.text} onChange={text => set({ text })} />
            <Field name="mode" label="What becomes of what is there">
              <RadioGroup value={value.mode} items={MODES} onChange={({ detail }) => set({ mode: detail.value as ImportDraft['mode'] })} />
            </Field>
            {value.mode === 'overwrite' && <Lost restApiId={restApiId} />}
            <ImportOptions value={value} set={set} />
          </SpaceBetween>
        </Container>
      </ImportForm>
    </SpaceBetween>
  );
}

const counted = (count: number | undefined, one: string): string => `${count ?? '…'} ${count === 1 ? one : `${one}s`}`;

/** Names what is at stake before it is gone. */
function Lost({ restApiId }: { readonly restApiId: string }) {
  const resources = useAll(V1.GetResources, { restApiId, embed: ['methods'] });
  const models = useAll(V1.GetModels, { restApiId });
  const authorizers = useAll(V1.GetAuthorizers, { restApiId });
  const methods = resources.data?.reduce((sum, { resourceMethods = {} }) => sum + Object.keys(resourceMethods).length, 0);
  return (
    <Alert type="warning" header="Overwriting takes away what the definition does not describe">
      <ul className="gh-steps">
        <li>
          {counted(resources.data?.length, 'path')} with {counted(methods, 'method')}, their integrations and responses
        </li>
        <li>
          {counted(models.data?.length, 'model')} and {counted(authorizers.data?.length, 'authorizer')}
        </li>
        <li>request validators, gateway responses, documentation parts and the resource policy</li>
      </ul>
      Stages, deployments, plans and keys stay. Stages keep serving what was deployed until the next deployment; a stage&apos;s export brings
      the old definition back.
    </Alert>
  );
}
