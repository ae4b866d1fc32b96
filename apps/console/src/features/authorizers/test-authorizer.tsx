import Box from '@cloudscape-design/components/box';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import Input from '@cloudscape-design/components/input';
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs';
import SpaceBetween from '@cloudscape-design/components/space-between';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import { V1, type Authorizer, type TestedAuthorizer } from '@gatehouse/client-calls';
import { Field } from '../../shared/forms/field';
import { TryForm } from '../../shared/forms/try-form';
import { useDraft } from '../../shared/forms/use-draft';
import { useTry } from '../../shared/forms/use-try';
import { pretty } from '../../shared/parts/pretty';
import { TextBlock } from '../../shared/parts/text-block';
import { draftOfTest, TestAuthorizerForm, testInput, type TestAuthorizerDraft } from './test-authorizer-draft';

/** Asks an authorizer about a call that one makes up: identity, decision, log. */
export function TestAuthorizer({ restApiId, authorizer }: { readonly restApiId: string; readonly authorizer: Authorizer }) {
  const draft = useDraft<TestAuthorizerDraft, TestAuthorizerDraft>(draftOfTest(authorizer), TestAuthorizerForm);
  const trial = useTry(draft, V1.TestInvokeAuthorizer, parsed => testInput(restApiId, authorizer.id, parsed));
  const { identity } = draft.value;
  return (
    <Container
      header={
        <Header variant="h2" description="Asks the authorizer as it is stored; a value left empty is missing from the call.">
          Test
        </Header>
      }
    >
      <TryForm trial={trial} submit="Test authorizer" answer={answer => <Decision answer={answer} />}>
        {identity.length === 0 && <Box color="text-body-secondary">This authorizer looks at no identity source.</Box>}
        {identity.map(({ name, value }, index) => (
          <Field key={name} name={`identity.${index}`} label={name}>
            <Input
              value={value}
              spellcheck={false}
              onChange={({ detail }) =>
                draft.set({ identity: identity.map((each, at) => (at === index ? { ...each, value: detail.value } : each)) })
              }
            />
          </Field>
        ))}
      </TryForm>
    </Container>
  );
}

const VERDICTS: Readonly<Record<number, { readonly type: 'success' | 'warning' | 'error'; readonly text: string }>> = {
  0: { type: 'success', text: 'It decided: see the policy or the claims' },
  401: { type: 'warning', text: '401: a caller without this identity is refused' },
  500: { type: 'error', text: '500: the authorizer could not be asked' },
};

function Decision({ answer }: { readonly answer: TestedAuthorizer }) {
  const { clientStatus, principalId, policy, authorization = {}, claims = {}, latency = 0, log } = answer;
  const verdict = VERDICTS[clientStatus] ?? { type: 'warning' as const, text: `${clientStatus}` };
  return (
    <Box padding={{ top: 'l' }}>
      <SpaceBetween size="l">
        <StatusIndicator type={verdict.type}>{verdict.text}</StatusIndicator>
        <KeyValuePairs
          columns={2}
          items={[
            { label: 'Principal', value: principalId ?? '-' },
            { label: 'Latency', value: `${latency} ms` },
          ]}
        />
        {policy && <TextBlock label="Policy" text={pretty(policy)} emptyText="" />}
        {Object.keys(authorization).length > 0 && (
          <TextBlock label="Authorization" text={JSON.stringify(authorization, null, 2)} emptyText="" />
        )}
        {Object.keys(claims).length > 0 && <TextBlock label="Claims" text={JSON.stringify(claims, null, 2)} emptyText="" />}
        <TextBlock label="Log" text={log.trimEnd()} emptyText="No lines." />
      </SpaceBetween>
    </Box>
  );
}
