import Button from '@cloudscape-design/components/button';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { prepare, V1, type Answer, type Authorizer } from '@gatehouse/client-calls';
import { useState } from 'react';
import { useDesk } from '../../shared/calls/desk';
import { useAnswer } from '../../shared/calls/queries';
import { ConfirmModal } from '../../shared/forms/confirm-modal';
import { useDraft } from '../../shared/forms/use-draft';
import { WriteForm } from '../../shared/forms/write-form';
import { Loaded } from '../../shared/parts/loaded';
import { at, useGo } from '../../shared/place';
import { AuthorizerForm, change, draftOfAuthorizer, type AuthorizerDraft } from './authorizer-draft';
import { AuthorizerFields, typeText } from './authorizer-fields';
import { TestAuthorizer } from './test-authorizer';

interface AuthorizerPageProps {
  readonly restApiId: string;
  readonly authorizerId: string;
}

/** C-14: one authorizer, and what it says of a call that one makes up. */
export function AuthorizerPage({ restApiId, authorizerId }: AuthorizerPageProps) {
  return (
    <Loaded query={useAnswer(V1.GetAuthorizer, { restApiId, authorizerId })}>
      {answer => <Page key={authorizerId} restApiId={restApiId} answer={answer} />}
    </Loaded>
  );
}

function Page({ restApiId, answer: { value: authorizer, etag } }: { readonly restApiId: string; readonly answer: Answer<Authorizer> }) {
  const { calls } = useDesk();
  const go = useGo();
  const [deleting, setDeleting] = useState(false);
  const place = { restApiId, authorizerId: authorizer.id };
  const draft = useDraft<AuthorizerDraft, AuthorizerDraft>(draftOfAuthorizer(authorizer), AuthorizerForm, etag);
  const reread = async () => {
    const now = await calls.call(V1.GetAuthorizer, place);
    return { value: draftOfAuthorizer(now.value), etag: now.etag };
  };
  return (
    <SpaceBetween size="l">
      <Header
        variant="h1"
        description={typeText(authorizer.type)}
        actions={<Button onClick={() => setDeleting(true)}>Delete authorizer</Button>}
      >
        {authorizer.name}
      </Header>
      <WriteForm
        draft={draft}
        submit="Save"
        calls={parsed => change(restApiId, authorizer.id, draft.base, parsed)}
        done={`Authorizer ${draft.value.name} was saved`}
        reread={reread}
      >
        <Container header={<Header variant="h2">Authorizer</Header>}>
          <AuthorizerFields draft={draft} isNew={false} />
        </Container>
      </WriteForm>
      <TestAuthorizer restApiId={restApiId} authorizer={authorizer} />
      {deleting && (
        <ConfirmModal
          header={`Delete authorizer ${authorizer.name}?`}
          submit="Delete authorizer"
          done={`Authorizer ${authorizer.name} was deleted`}
          calls={[prepare(V1.DeleteAuthorizer, place)]}
          onClose={() => setDeleting(false)}
          onDone={() => go(at('restapis', restApiId, 'authorizers'))}
        >
          An authorizer that a method still uses is not deleted: the refusal names the method. Stages keep what was deployed.
        </ConfirmModal>
      )}
    </SpaceBetween>
  );
}
