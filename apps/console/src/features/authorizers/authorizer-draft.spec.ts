import { describe, expect, it } from 'vitest';
import { AuthorizerForm, change, creation, draftOfAuthorizer, NEW_AUTHORIZER, type AuthorizerDraft } from './authorizer-draft';

const problems = (change: Partial<AuthorizerDraft>) =>
  AuthorizerForm.safeParse({ ...NEW_AUTHORIZER, name: 'a', ...change }).error?.issues.map(({ path }) => path.join('.')) ?? [];
const pool = (arn: string) => ({ id: 'au', name: 'pool', type: 'COGNITO_USER_POOLS' as const, providerARNs: [arn], identitySource: 'method.request.header.Authorization' });

describe('an authorizer', () => {
  it('is refused without what its type cannot do without', () => {
    expect(problems({ name: ' ' })).toEqual(['name', 'authorizerUri']);
    expect(problems({ type: 'COGNITO_USER_POOLS', identitySource: '' })).toEqual(['identitySource', 'providers']);
    expect(problems({ type: 'REQUEST', authorizerUri: 'arn:x', identitySource: '' })).toEqual(['identitySource']);
    expect(problems({ authorizerUri: 'arn:x', authorizerResultTtlInSeconds: '3601' })).toEqual(['authorizerResultTtlInSeconds']);
  });

  it('by the request needs no identity when nothing is kept', () => {
    expect(problems({ type: 'REQUEST', authorizerUri: 'arn:x', identitySource: '', authorizerResultTtlInSeconds: '0' })).toEqual([]);
  });

  it('is made with the members of its type alone', () => {
    expect(creation('a', { ...NEW_AUTHORIZER, name: 'token', authorizerUri: 'arn:f' })[0]!.input).toEqual({
      restApiId: 'a',
      name: 'token',
      type: 'TOKEN',
      authorizerUri: 'arn:f',
      identitySource: 'method.request.header.Authorization',
      authorizerResultTtlInSeconds: 300,
    });
    expect(creation('a', { ...NEW_AUTHORIZER, name: 'pool', type: 'COGNITO_USER_POOLS', providers: [{ arn: 'arn:p' }] })[0]!.input).toEqual({
      restApiId: 'a',
      name: 'pool',
      type: 'COGNITO_USER_POOLS',
      identitySource: 'method.request.header.Authorization',
      providerARNs: ['arn:p'],
    });
  });

  it('opened and saved unchanged writes nothing; a new pool is added before the old one goes', () => {
    const base = draftOfAuthorizer(pool('arn:old'));
    expect(change('a', 'au', base, base)).toEqual([]);
    expect(change('a', 'au', base, draftOfAuthorizer(pool('arn:new')))[0]!.input['patchOperations']).toEqual([
      { op: 'add', path: '/providerARNs', value: 'arn:new' },
      { op: 'remove', path: '/providerARNs', value: 'arn:old' },
    ]);
  });
});
