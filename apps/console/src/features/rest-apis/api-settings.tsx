import Button from '@cloudscape-design/components/button';
import Container from '@cloudscape-design/components/container';
import ExpandableSection from '@cloudscape-design/components/expandable-section';
import Header from '@cloudscape-design/components/header';
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { V1, type Answer, type RestApi } from '@gatehouse/client-calls';
import { useState } from 'react';
import { useDesk } from '../../shared/calls/desk';
import { useAnswer } from '../../shared/calls/queries';
import { useDraft } from '../../shared/forms/use-draft';
import { WriteForm } from '../../shared/forms/write-form';
import { moment } from '../../shared/parts/dates';
import { Loaded } from '../../shared/parts/loaded';
import { ApiForm, change, draftOf } from './api-draft';
import { ApiFields } from './api-fields';
import { DeleteApi } from './delete-api';
import { FindingsList } from './findings-list';

/** An API's own settings, and its end. */
export function ApiSettings({ restApiId }: { readonly restApiId: string }) {
  return <Loaded query={useAnswer(V1.GetRestApi, { restApiId })}>{answer => <Settings answer={answer} />}</Loaded>;
}

function Settings({ answer: { value: api, etag } }: { readonly answer: Answer<RestApi> }) {
  const { calls } = useDesk();
  const [deleting, setDeleting] = useState(false);
  const draft = useDraft(draftOf(api), ApiForm, etag);
  const reread = async () => {
    const now = await calls.call(V1.GetRestApi, { restApiId: api.id });
    return { value: draftOf(now.value), etag: now.etag };
  };
  return (
    <SpaceBetween size="l">
      <Header variant="h1" actions={<Button onClick={() => setDeleting(true)}>Delete API</Button>}>
        {api.name}
      </Header>
      <Container header={<Header variant="h2">API details</Header>}>
        <KeyValuePairs
          columns={4}
          items={[
            { label: 'API ID', value: <span className="gh-mono">{api.id}</span> },
            { label: 'Root resource ID', value: <span className="gh-mono">{api.rootResourceId ?? '-'}</span> },
            { label: 'Created', value: moment(api.createdDate) },
            { label: 'API key source', value: api.apiKeySource ?? 'HEADER' },
          ]}
        />
        {api.warnings && api.warnings.length > 0 && (
          <ExpandableSection headerText={`Warnings of the last import (${api.warnings.length})`} variant="footer">
            <FindingsList sentences={api.warnings} />
          </ExpandableSection>
        )}
      </Container>
      <WriteForm
        draft={draft}
        submit="Save changes"
        calls={parsed => change(api.id, draft.base, parsed)}
        done={`API ${draft.value.name} was saved`}
        reread={reread}
      >
        <Container header={<Header variant="h2">Settings</Header>}>
          <SpaceBetween size="l">
            <ApiFields draft={draft} withEndpoint />
          </SpaceBetween>
        </Container>
      </WriteForm>
      {deleting && <DeleteApi api={api} onClose={() => setDeleting(false)} />}
    </SpaceBetween>
  );
}
