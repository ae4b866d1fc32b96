import AttributeEditor from '@cloudscape-design/components/attribute-editor';
import Input from '@cloudscape-design/components/input';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Tiles from '@cloudscape-design/components/tiles';
import { useContext } from 'react';
import { useDesk } from '../../shared/calls/desk';
import { Field, ProblemsContext } from '../../shared/forms/field';
import type { Draft } from '../../shared/forms/use-draft';
import { callsFunction, type AuthorizerDraft } from './authorizer-draft';

const TYPES: ReadonlyArray<{ readonly value: AuthorizerDraft['type']; readonly label: string; readonly description: string }> = [
  { value: 'TOKEN', label: 'Lambda, by a token', description: 'A function looks at one header.' },
  { value: 'REQUEST', label: 'Lambda, by the request', description: 'A function looks at headers, query, variables.' },
  { value: 'COGNITO_USER_POOLS', label: 'Cognito user pool', description: 'A token of one of your pools lets in.' },
];
const SOURCES: Readonly<Record<AuthorizerDraft['type'], { readonly label: string; readonly description: string }>> = {
  TOKEN: { label: 'Token source', description: 'The header with the token.' },
  REQUEST: {
    label: 'Identity sources',
    description: 'With commas: method.request.header.X, method.request.querystring.x, stageVariables.x, context.x. A call without one is refused with 401.',
  },
  COGNITO_USER_POOLS: { label: 'Token source', description: 'The header with the token.' },
};

interface AuthorizerFieldsProps {
  readonly draft: Draft<AuthorizerDraft, AuthorizerDraft>;
  readonly isNew: boolean;
}

/** An authorizer's fields: those of its type alone. */
export function AuthorizerFields({ draft: { value, set }, isNew }: AuthorizerFieldsProps) {
  const { session } = useDesk();
  const source = SOURCES[value.type];
  return (
    <SpaceBetween size="l">
      <Field name="name" label="Name">
        <Input value={value.name} autoFocus={isNew} onChange={({ detail }) => set({ name: detail.value })} />
      </Field>
      {isNew && (
        <Field name="type" label="Type" stretch>
          <Tiles
            value={value.type}
            items={TYPES}
            columns={3}
            onChange={({ detail }) => set({ type: detail.value as AuthorizerDraft['type'] })}
          />
        </Field>
      )}
      {callsFunction(value.type) ? (
        <FunctionFields value={value} set={set} region={session.region} accountId={session.accountId} />
      ) : (
        <Field name="providers" label="User pools" stretch>
          <Providers value={value} set={set} />
        </Field>
      )}
      <Field name="identitySource" label={source.label} description={source.description} stretch={value.type === 'REQUEST'}>
        <Input value={value.identitySource} spellcheck={false} onChange={({ detail }) => set({ identitySource: detail.value })} />
      </Field>
      {value.type === 'TOKEN' && (
        <Field
          name="identityValidationExpression"
          label="Token validation"
          optional
          description="A regular expression. Tokens that do not match it are refused without asking the function."
        >
          <Input
            value={value.identityValidationExpression}
            spellcheck={false}
            onChange={({ detail }) => set({ identityValidationExpression: detail.value })}
          />
        </Field>
      )}
      {callsFunction(value.type) && (
        <Field
          name="authorizerResultTtlInSeconds"
          label="Keep a decision for"
          constraint="Seconds, from 0 to 3600. With 0 every call asks the function."
        >
          <Input
            value={value.authorizerResultTtlInSeconds}
            inputMode="numeric"
            onChange={({ detail }) => set({ authorizerResultTtlInSeconds: detail.value })}
          />
        </Field>
      )}
    </SpaceBetween>
  );
}

interface PartProps {
  readonly value: AuthorizerDraft;
  readonly set: (change: Partial<AuthorizerDraft>) => void;
}

function FunctionFields({ value, set, region, accountId }: PartProps & { readonly region: string; readonly accountId: string }) {
  return (
    <SpaceBetween size="l">
      <Field name="authorizerUri" label="Lambda function" description="The invocation URI of the function; a stage variable may name it." stretch>
        <Input
          value={value.authorizerUri}
          spellcheck={false}
          placeholder={`arn:aws:apigateway:${region}:lambda:path/2015-03-31/functions/arn:aws:lambda:${region}:${accountId}:function:NAME/invocations`}
          onChange={({ detail }) => set({ authorizerUri: detail.value })}
        />
      </Field>
      <Field name="authorizerCredentials" label="Role to call it with" optional description="The ARN of an IAM role.">
        <Input
          value={value.authorizerCredentials}
          spellcheck={false}
          placeholder={`arn:aws:iam::${accountId}:role/NAME`}
          onChange={({ detail }) => set({ authorizerCredentials: detail.value })}
        />
      </Field>
    </SpaceBetween>
  );
}

function Providers({ value: { providers }, set }: PartProps) {
  const problems = useContext(ProblemsContext);
  return (
    <AttributeEditor
      items={providers}
      addButtonText="Add user pool"
      removeButtonText="Remove"
      removeButtonAriaLabel={({ arn }) => `Remove ${arn || 'user pool'}`}
      empty="No user pool yet."
      onAddButtonClick={() => set({ providers: [...providers, { arn: '' }] })}
      onRemoveButtonClick={({ detail }) => set({ providers: providers.filter((_each, at) => at !== detail.itemIndex) })}
      definition={[
        {
          label: 'ARN',
          errorText: (_provider, index) => problems[`providers.${index}.arn`] ?? '',
          control: (provider, index) => (
            <Input
              value={provider.arn}
              spellcheck={false}
              placeholder="arn:aws:cognito-idp:us-east-1:123456789012:userpool/us-east-1_abc"
              onChange={({ detail }) => set({ providers: providers.map((each, at) => (at === index ? { arn: detail.value } : each)) })}
            />
          ),
        },
      ]}
    />
  );
}

/** The word for each type. */
export const typeText = (type: AuthorizerDraft['type']): string => TYPES.find(({ value }) => value === type)?.label ?? type;
