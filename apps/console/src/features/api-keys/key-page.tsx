import Button from '@cloudscape-design/components/button';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { prepare, V1, type Answer, type ApiKey } from '@gatehouse/client-calls';
import { useState } from 'react';
import { useDesk } from '../../shared/calls/desk';
import { useAll, useAnswer } from '../../shared/calls/queries';
import { ConfirmModal } from '../../shared/forms/confirm-modal';
import { useDraft } from '../../shared/forms/use-draft';
import { WriteForm } from '../../shared/forms/write-form';
import { moment } from '../../shared/parts/dates';
import { Loaded } from '../../shared/parts/loaded';
import { at, useGo } from '../../shared/place';
import { changeKey, draftOfKey, KeyForm, type KeyDraft } from './key-draft';
import { KeyFields } from './key-fields';
import { KeyPlans } from './key-plans';
import { KeyValue } from './key-value';

/** C-21: one key. */
export function KeyPage({ apiKeyId }: { readonly apiKeyId: string }) {
  return <Loaded query={useAnswer(V1.GetApiKey, { apiKey: apiKeyId })}>{answer => <Page key={apiKeyId} answer={answer} />}</Loaded>;
}

function Page({ answer: { value: key, etag } }: { readonly answer: Answer<ApiKey> }) {
  const { calls } = useDesk();
  const [deleting, setDeleting] = useState(false);
  const draft = useDraft<KeyDraft, KeyDraft>(draftOfKey(key), KeyForm, etag);
  const reread = async () => {
    const now = await calls.call(V1.GetApiKey, { apiKey: key.id });
    return { value: draftOfKey(now.value), etag: now.etag };
  };
  return (
    <SpaceBetween size="l">
      <Header variant="h1" actions={<Button onClick={() => setDeleting(true)}>Delete API key</Button>}>
        {key.name || key.id}
      </Header>
      <Container header={<Header variant="h2">API key</Header>}>
        <KeyValuePairs
          columns={3}
          items={[
            { label: 'ID', value: <span className="gh-mono">{key.id}</span> },
            { label: 'Created', value: moment(key.createdDate) },
            { label: 'Last updated', value: moment(key.lastUpdatedDate) },
            { label: 'Value', value: <KeyValue keyId={key.id} /> },
          ]}
        />
      </Container>
      <KeyPlans apiKey={key} />
      <WriteForm
        draft={draft}
        submit="Save changes"
        calls={parsed => changeKey(key.id, draft.base, parsed)}
        done={`API key ${draft.value.name} was saved`}
        reread={reread}
      >
        <Container header={<Header variant="h2">Settings</Header>}>
          <KeyFields draft={draft} />
        </Container>
      </WriteForm>
      {deleting && <DeleteKey apiKey={key} onClose={() => setDeleting(false)} />}
    </SpaceBetween>
  );
}

function DeleteKey({ apiKey, onClose }: { readonly apiKey: ApiKey; readonly onClose: () => void }) {
  const go = useGo();
  const plans = useAll(V1.GetUsagePlans, { keyId: apiKey.id });
  return (
    <ConfirmModal
      header={`Delete API key ${apiKey.name ?? apiKey.id}?`}
      submit="Delete API key"
      done={`API key ${apiKey.name ?? apiKey.id} was deleted`}
      calls={[prepare(V1.DeleteApiKey, { apiKey: apiKey.id })]}
      onClose={onClose}
      onDone={() => go(at('apikeys'))}
    >
      <div>Whoever calls with it is answered 403 from then on; its value cannot be brought back.</div>
      {plans.data && plans.data.length > 0 && (
        <div>
          It leaves the usage {plans.data.length === 1 ? 'plan' : 'plans'} {plans.data.map(plan => plan.name).join(', ')}.
        </div>
      )}
    </ConfirmModal>
  );
}
