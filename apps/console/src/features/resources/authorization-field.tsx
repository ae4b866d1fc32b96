import Link from '@cloudscape-design/components/link';
import Select, { type SelectProps } from '@cloudscape-design/components/select';
import TokenGroup from '@cloudscape-design/components/token-group';
import Button from '@cloudscape-design/components/button';
import Input from '@cloudscape-design/components/input';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { V1, type Authorizer } from '@gatehouse/client-calls';
import { useState } from 'react';
import { useAll } from '../../shared/calls/queries';
import { Field } from '../../shared/forms/field';
import { at } from '../../shared/place';
import type { MethodRequestDraft } from './method-draft';

const PLAIN: readonly SelectProps.Option[] = [
  { value: 'NONE', label: 'NONE', description: 'Anybody may call.' },
  { value: 'AWS_IAM', label: 'AWS_IAM', description: 'Callers sign with SigV4.' },
];
const KINDS: Readonly<Record<Authorizer['type'], string>> = {
  TOKEN: 'Lambda, by a token',
  REQUEST: 'Lambda, by the request',
  COGNITO_USER_POOLS: 'Cognito user pool',
};
/** The method's authorization type for each type of authorizer. */
const typeFor = (authorizer: Authorizer): string => (authorizer.type === 'COGNITO_USER_POOLS' ? 'COGNITO_USER_POOLS' : 'CUSTOM');

interface AuthorizationFieldProps {
  readonly restApiId: string;
  readonly value: MethodRequestDraft;
  readonly set: (change: Partial<MethodRequestDraft>) => void;
}

/** Who may call: anybody, whoever signs, or whom an authorizer of the API lets in. What another tool set is shown and kept. */
export function AuthorizationField({ restApiId, value, set }: AuthorizationFieldProps) {
  const authorizers = useAll(V1.GetAuthorizers, { restApiId });
  const own = (authorizers.data ?? []).map(authorizer => ({
    value: authorizer.id,
    label: authorizer.name,
    description: KINDS[authorizer.type],
  }));
  const chosen =
    [...PLAIN, ...own].find(option => option.value === (value.authorizerId || value.authorizationType)) ??
    ({ value: value.authorizerId || value.authorizationType, label: value.authorizerId || value.authorizationType } satisfies SelectProps.Option);
  const choose = (id: string): void => {
    const authorizer = authorizers.data?.find(each => each.id === id);
    if (!authorizer) return set({ authorizationType: id, authorizerId: '', scopes: [] });
    set({
      authorizationType: typeFor(authorizer),
      authorizerId: id,
      ...(authorizer.type === 'COGNITO_USER_POOLS' ? {} : { scopes: [] }),
    });
  };
  return (
    <SpaceBetween size="l">
      <Field
        name="authorizationType"
        label="Authorization"
        description={<Link href={at('restapis', restApiId, 'authorizers')}>Authorizers of this API</Link>}
      >
        <Select
          selectedOption={chosen}
          options={own.length > 0 ? [...PLAIN, { label: 'Authorizers', options: own }] : PLAIN}
          statusType={authorizers.isPending ? 'loading' : authorizers.error ? 'error' : 'finished'}
          errorText={authorizers.error?.message ?? ''}
          onChange={({ detail }) => choose(detail.selectedOption.value ?? 'NONE')}
        />
      </Field>
      {value.authorizationType === 'COGNITO_USER_POOLS' && <Scopes scopes={value.scopes} onChange={scopes => set({ scopes })} />}
    </SpaceBetween>
  );
}

function Scopes({ scopes, onChange }: { readonly scopes: readonly string[]; readonly onChange: (scopes: readonly string[]) => void }) {
  const [text, setText] = useState('');
  const add = (): void => {
    const scope = text.trim();
    setText('');
    if (scope && !scopes.includes(scope)) onChange([...scopes, scope]);
  };
  return (
    <Field
      name="scopes"
      label="Scopes"
      optional
      description="An access token must have one of them. Without any, an identity token is expected."
      stretch
    >
      <SpaceBetween size="xs">
        <div className="gh-row">
          <div className="gh-grow">
            <Input
              value={text}
              spellcheck={false}
              placeholder="pets/read"
              ariaLabel="Scope"
              onChange={({ detail }) => setText(detail.value)}
              onKeyDown={event => {
                if (event.detail.key !== 'Enter') return;
                event.preventDefault();
                add();
              }}
            />
          </div>
          <Button formAction="none" onClick={add}>
            Add scope
          </Button>
        </div>
        <TokenGroup
          items={scopes.map(label => ({ label, dismissLabel: `Remove ${label}` }))}
          onDismiss={({ detail }) => onChange(scopes.filter((_scope, at) => at !== detail.itemIndex))}
        />
      </SpaceBetween>
    </Field>
  );
}
