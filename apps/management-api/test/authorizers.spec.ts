import {
  CreateAuthorizerCommand, CreateRestApiCommand, DeleteAuthorizerCommand, DeleteMethodCommand, GetAuthorizerCommand, GetAuthorizersCommand, GetMethodCommand, PutMethodCommand, TestInvokeAuthorizerCommand,
  UpdateAuthorizerCommand, UpdateMethodCommand, type CreateAuthorizerCommandInput, type PatchOperation, type TestInvokeAuthorizerCommandInput,
} from '@aws-sdk/client-api-gateway';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { type AuthorizerCall, AuthorizerInvoker } from '../src/v1/authorizers/authorizer-invoker.js';
import { badRequest, newApi, newResource, notFound, refused } from './build-api.js';
import { startSystem, type TestSystem } from './system.js';

let system: TestSystem;
beforeAll(async () => { system = await startSystem(); });
afterAll(async () => {
  await system.close();
  expect(system.unexpected).toEqual([]);
});

const uri = (functionArn = 'arn:aws:lambda:us-west-2:123456789012:function:auth'): string => `arn:aws:apigateway:us-west-2:lambda:path/2015-03-31/functions/${functionArn}/invocations`;
const POOL = 'arn:aws:cognito-idp:us-east-1:123456789012:userpool/us-east-1_abc123';
const NO_SUCH = notFound('Invalid Authorizer identifier specified');
const NEEDS = badRequest('Invalid authorizer ID specified. Setting the authorization type to CUSTOM or COGNITO_USER_POOLS requires a valid authorizer.');
const BAD_URI = (given: string): unknown => badRequest(`Invalid Authorizer URI: ${given}. Authorizer URI should be a valid API Gateway ARN that represents a Lambda function invocation.`);
type Given = Partial<CreateAuthorizerCommandInput>;
const TOKEN: Given = { type: 'TOKEN', authorizerUri: uri() };
const REQUEST: Given = { type: 'REQUEST', authorizerUri: uri(), identitySource: 'method.request.header.Auth, method.request.querystring.q' };
const COGNITO: Given = { type: 'COGNITO_USER_POOLS', providerARNs: [POOL] };
const create = (restApiId: string, more: Given) => system.aws.send(new CreateAuthorizerCommand({ restApiId, name: 'auth', type: 'TOKEN', ...more }));
const update = (restApiId: string, authorizerId: string, ...patchOperations: PatchOperation[]) => system.aws.send(new UpdateAuthorizerCommand({ restApiId, authorizerId, patchOperations }));
const get = async (restApiId: string, authorizerId: string) => {
  const { $metadata: _, ...authorizer } = await system.aws.send(new GetAuthorizerCommand({ restApiId, authorizerId }));
  return authorizer;
};
const made = async (more: Given): Promise<{ restApiId: string; rootId: string; id: string }> => {
  const draft = await newApi(system);
  return { ...draft, id: (await create(draft.restApiId, more)).id! };
};

describe('CreateAuthorizer', () => {
  it.each<[string, Given, unknown]>([
    ['no name', { ...TOKEN, name: '' }, badRequest('Authorizer name cannot be empty')],
    ['a name that is too long', { ...TOKEN, name: 'x'.repeat(129) }, badRequest('Invalid Authorizer name, can be at most 128 characters.')],
    ['no type', { ...TOKEN, type: 'JWT' as 'TOKEN' }, refused('ValidationException', "1 validation error detected: Value 'JWT' at 'createAuthorizerInput.type' failed to satisfy constraint: Member must satisfy enum value set: [COGNITO_USER_POOLS, REQUEST, TOKEN]")],
    ['TOKEN without a function', { type: 'TOKEN' }, BAD_URI('')],
    ['a function that is none', { ...TOKEN, authorizerUri: 'https://example.com' }, BAD_URI('https://example.com')],
    ['a URI without a region', { ...TOKEN, authorizerUri: uri().replace(':us-west-2:lambda:path', ':region:lambda:path') }, BAD_URI(uri().replace(':us-west-2:lambda:path', ':region:lambda:path'))],
    ['the function itself', { ...TOKEN, authorizerUri: 'arn:aws:lambda:us-west-2:123456789012:function:auth' }, BAD_URI('arn:aws:lambda:us-west-2:123456789012:function:auth')],
    ['credentials that are no role', { ...TOKEN, authorizerCredentials: 'me' }, badRequest('Invalid ARN specified in the request')],
    ['a token in the query', { ...TOKEN, identitySource: 'method.request.querystring.key' }, badRequest("Invalid token source expression: method.request.querystring.key. The source must be a method request header, matching 'method.request.header.[a-zA-Z0-9._-]+'.")],
    ['two tokens', { ...TOKEN, identitySource: 'method.request.header.A,method.request.header.B' }, badRequest("Invalid token source expression: method.request.header.A,method.request.header.B. The source must be a method request header, matching 'method.request.header.[a-zA-Z0-9._-]+'.")],
    ['a TTL over an hour', { ...TOKEN, authorizerResultTtlInSeconds: 3_601 }, badRequest('Authorizer result TTL must be between 0 and 3600 seconds')],
    ['a TTL below nothing', { ...TOKEN, authorizerResultTtlInSeconds: -1 }, badRequest('Authorizer result TTL must be between 0 and 3600 seconds')],
    ['an expression that is none', { ...TOKEN, identityValidationExpression: '(' }, refused('BadRequestException', expect.stringMatching(/^Invalid identity validation expression specified: /) as unknown as string)],
    ['an expression that could run for ever', { ...TOKEN, identityValidationExpression: '(a)\\1' }, refused('BadRequestException', expect.stringMatching(/^Invalid identity validation expression specified: /) as unknown as string)],
    ['REQUEST without a source', { type: 'REQUEST', authorizerUri: uri() }, badRequest('An identity source is required for a REQUEST authorizer unless its results are not cached (a TTL of 0).')],
    ['REQUEST that reads a body', { ...REQUEST, identitySource: 'method.request.body.x' }, badRequest('Invalid identity source expression: method.request.body.x. The source must be a request header, a query string, a stage variable or a context value.')],
    ['COGNITO without pools', { type: 'COGNITO_USER_POOLS' }, badRequest('A COGNITO_USER_POOLS authorizer needs at least one provider ARN')],
    ['COGNITO with something else', { type: 'COGNITO_USER_POOLS', providerARNs: ['arn:aws:iam::123456789012:role/x'] }, badRequest('Invalid provider ARN: arn:aws:iam::123456789012:role/x. It must be the ARN of a Cognito user pool.')],
  ])('%s · 400', async (_, more, refusal) => {
    const { restApiId } = await newApi(system);
    await expect(create(restApiId, more)).rejects.toEqual(refusal);
  });

  it('unknown API · 404; a name twice · 409', async () => {
    const { restApiId } = await made(TOKEN);
    await expect(create('nope', TOKEN)).rejects.toEqual(notFound('Invalid API identifier specified 123456789012:nope'));
    await expect(create(restApiId, COGNITO)).rejects.toEqual(refused('ConflictException', 'Authorizer name must be unique. Authorizer auth already exists in this RestApi.'));
  });

  it.each<[string, Given, Record<string, unknown>]>([
    ['TOKEN', TOKEN, { type: 'TOKEN', authType: 'custom', authorizerUri: uri(), identitySource: 'method.request.header.Authorization' }],
    ['TOKEN with everything', { ...TOKEN, authType: 'oauth2', authorizerUri: uri('arn:aws:lambda:us-west-2:123456789012:function:${stageVariables.fn}:$LATEST'), authorizerCredentials: 'arn:aws:iam::123456789012:role/x', identitySource: 'method.request.header.X-Token', identityValidationExpression: 'Bearer .+', authorizerResultTtlInSeconds: 0 },
      { type: 'TOKEN', authType: 'oauth2', authorizerUri: uri('arn:aws:lambda:us-west-2:123456789012:function:${stageVariables.fn}:$LATEST'), authorizerCredentials: 'arn:aws:iam::123456789012:role/x', identitySource: 'method.request.header.X-Token', identityValidationExpression: 'Bearer .+', authorizerResultTtlInSeconds: 0 }],
    ['REQUEST', REQUEST, { type: 'REQUEST', authType: 'custom', authorizerUri: uri(), identitySource: 'method.request.header.Auth, method.request.querystring.q' }],
    ['REQUEST without a cache and without a source', { ...REQUEST, identitySource: '', authorizerResultTtlInSeconds: 0 }, { type: 'REQUEST', authType: 'custom', authorizerUri: uri(), authorizerResultTtlInSeconds: 0 }],
    ['COGNITO', COGNITO, { type: 'COGNITO_USER_POOLS', authType: 'cognito_user_pools', providerARNs: [POOL], identitySource: 'method.request.header.Authorization' }],
  ])('%s · 201 with AWS\'s defaults, and the same from GetAuthorizer', async (_, more, expected) => {
    const { restApiId } = await newApi(system);
    const { $metadata, ...authorizer } = await create(restApiId, more);
    expect($metadata.httpStatusCode).toBe(201);
    expect(authorizer).toEqual({ id: expect.stringMatching(/^[a-z0-9]{6}$/) as unknown, name: 'auth', ...expected });
    expect(await get(restApiId, authorizer.id!)).toEqual(authorizer);
  });
});

describe('GetAuthorizers', () => {
  it('pages by id; unknown · 404', async () => {
    const { restApiId } = await newApi(system);
    const ids = (await Promise.all(['a', 'b', 'c'].map(name => create(restApiId, { ...TOKEN, name })))).map(authorizer => authorizer.id!).sort();
    const first = await system.aws.send(new GetAuthorizersCommand({ restApiId, limit: 2 }));
    const second = await system.aws.send(new GetAuthorizersCommand({ restApiId, limit: 2, position: first.position }));
    expect([...first.items!, ...second.items!].map(authorizer => authorizer.id)).toEqual(ids);
    expect(second.position).toBeUndefined();
    await expect(system.aws.send(new GetAuthorizersCommand({ restApiId: 'nope' }))).rejects.toEqual(notFound('Invalid API identifier specified 123456789012:nope'));
    await expect(get(restApiId, 'nope')).rejects.toEqual(NO_SUCH);
  });
});

describe('UpdateAuthorizer', () => {
  it.each<[PatchOperation, unknown]>([
    [{ op: 'replace', path: '/id', value: 'x' }, badRequest('Invalid patch path /id')],
    [{ op: 'add', path: '/name', value: 'x' }, badRequest('Invalid patch operation specified. Must be one of: [replace]')],
    [{ op: 'replace', path: '/providerARNs', value: 'x' }, badRequest('Invalid patch operation specified. Must be one of: [add, remove]')],
    [{ op: 'replace', path: '/name', value: '' }, badRequest('Authorizer name cannot be empty')],
    [{ op: 'replace', path: '/type', value: 'JWT' }, badRequest('Invalid authorizer type specified. Valid options are TOKEN,REQUEST,COGNITO_USER_POOLS')],
    [{ op: 'replace', path: '/type', value: 'COGNITO_USER_POOLS' }, badRequest('A COGNITO_USER_POOLS authorizer needs at least one provider ARN')],
    [{ op: 'replace', path: '/authorizerUri', value: '' }, BAD_URI('')],
    [{ op: 'replace', path: '/authorizerResultTtlInSeconds', value: 'soon' }, badRequest('Authorizer result TTL must be between 0 and 3600 seconds')],
    [{ op: 'remove', path: '/providerARNs', value: POOL }, notFound('Invalid provider ARN specified')],
  ])('%j · refused', async (operation, refusal) => {
    const { restApiId, id } = await made(TOKEN);
    await expect(update(restApiId, id, operation)).rejects.toEqual(refusal);
  });

  it('unknown · 404; another one\'s name · 409; another version · 412', async () => {
    const { restApiId, id } = await made(TOKEN);
    await create(restApiId, { ...TOKEN, name: 'other' });
    await expect(update(restApiId, 'nope')).rejects.toEqual(NO_SUCH);
    await expect(update(restApiId, id, { op: 'replace', path: '/name', value: 'other' })).rejects.toEqual(refused('ConflictException', 'Authorizer name must be unique. Authorizer other already exists in this RestApi.'));
    expect((await system.request('PATCH', `/restapis/${restApiId}/authorizers/${id}`, { patchOperations: [] }, { 'if-match': '"3"' })).status).toBe(412);
  });

  it('every path of the table · 200 and the same from GetAuthorizer; a source that is removed gives way to the default', async () => {
    const { restApiId, id } = await made({ ...TOKEN, identitySource: 'method.request.header.X' });
    const { $metadata: _, ...after } = await update(restApiId, id,
      { op: 'replace', path: '/name', value: 'new' }, { op: 'replace', path: '/authType', value: 'oauth2' }, { op: 'replace', path: '/authorizerUri', value: uri('arn:aws:lambda:us-west-2:123456789012:function:other') },
      { op: 'replace', path: '/authorizerCredentials', value: 'arn:aws:iam::123456789012:role/x' }, { op: 'replace', path: '/authorizerResultTtlInSeconds', value: '60' }, { op: 'replace', path: '/identityValidationExpression', value: '\\d+' },
      { op: 'remove', path: '/identitySource' }, { op: 'add', path: '/providerARNs', value: POOL });
    expect(after).toEqual({
      id, name: 'new', type: 'TOKEN', authType: 'oauth2', authorizerUri: uri('arn:aws:lambda:us-west-2:123456789012:function:other'), authorizerCredentials: 'arn:aws:iam::123456789012:role/x', authorizerResultTtlInSeconds: 60,
      identityValidationExpression: '\\d+', identitySource: 'method.request.header.Authorization', providerARNs: [POOL],
    });
    expect(await get(restApiId, id)).toEqual(after);
    expect(await update(restApiId, id, { op: 'replace', path: '/type', value: 'REQUEST' }, { op: 'add', path: '/identitySource', value: 'context.identity.sourceIp' })).toMatchObject({ type: 'REQUEST', identitySource: 'context.identity.sourceIp' });
  });
});

describe('an authorizer that a method asks', () => {
  it('must be there and of the right kind', async () => {
    const { restApiId, rootId, id } = await made(TOKEN);
    const pool = (await create(restApiId, { ...COGNITO, name: 'pool' })).id!;
    const other = await made(TOKEN);
    const put = (authorizationType: string, authorizerId?: string) => system.aws.send(new PutMethodCommand({ restApiId, resourceId: rootId, httpMethod: 'GET', authorizationType, authorizerId }));
    for (const [type, given] of [['CUSTOM', undefined], ['CUSTOM', ''], ['CUSTOM', 'nope'], ['CUSTOM', pool], ['CUSTOM', other.id], ['COGNITO_USER_POOLS', id]] as const) await expect(put(type, given)).rejects.toEqual(NEEDS);
    expect(await put('CUSTOM', id)).toMatchObject({ authorizationType: 'CUSTOM', authorizerId: id });
    const patch = (...patchOperations: PatchOperation[]) => system.aws.send(new UpdateMethodCommand({ restApiId, resourceId: rootId, httpMethod: 'GET', patchOperations }));
    await expect(patch({ op: 'replace', path: '/authorizationType', value: 'COGNITO_USER_POOLS' })).rejects.toEqual(NEEDS);
    await expect(patch({ op: 'replace', path: '/authorizerId', value: pool })).rejects.toEqual(NEEDS);
    expect(await patch({ op: 'replace', path: '/authorizationType', value: 'COGNITO_USER_POOLS' }, { op: 'replace', path: '/authorizerId', value: pool })).toMatchObject({ authorizationType: 'COGNITO_USER_POOLS', authorizerId: pool });
    expect(await patch({ op: 'replace', path: '/authorizationType', value: 'NONE' })).not.toHaveProperty('authorizerId');
  });

  it('keeps its kind and is kept, until the method is gone', async () => {
    const draft = await made(TOKEN);
    const { restApiId, rootId, id } = draft;
    const resourceId = await newResource(system, draft, rootId, 'test');
    const place = { restApiId, resourceId, httpMethod: 'GET' };
    await system.aws.send(new PutMethodCommand({ ...place, authorizationType: 'CUSTOM', authorizerId: id }));
    const remove = () => system.aws.send(new DeleteAuthorizerCommand({ restApiId, authorizerId: id }));
    await expect(remove()).rejects.toEqual(refused('ConflictException', "Cannot delete authorizer 'auth', is referenced in method: GET//test"));
    await expect(update(restApiId, id, { op: 'replace', path: '/type', value: 'COGNITO_USER_POOLS' }, { op: 'add', path: '/providerARNs', value: POOL })).rejects.toEqual(refused('ConflictException', "Cannot change the type of authorizer 'auth', is referenced in method: GET//test"));
    await system.aws.send(new DeleteMethodCommand(place));
    expect((await remove()).$metadata.httpStatusCode).toBe(202);
    await expect(remove()).rejects.toEqual(NO_SUCH);
  });

  it('is cloned with its method, under an id of its own', async () => {
    const { restApiId, rootId, id } = await made(TOKEN);
    await system.aws.send(new PutMethodCommand({ restApiId, resourceId: rootId, httpMethod: 'GET', authorizationType: 'CUSTOM', authorizerId: id }));
    const clone = await system.aws.send(new CreateRestApiCommand({ name: 'clone', cloneFrom: restApiId }));
    const [cloned] = (await system.aws.send(new GetAuthorizersCommand({ restApiId: clone.id }))).items!;
    expect(cloned).toMatchObject({ name: 'auth', type: 'TOKEN' });
    expect(cloned!.id).not.toBe(id);
    expect((await system.aws.send(new GetMethodCommand({ restApiId: clone.id, resourceId: clone.rootResourceId, httpMethod: 'GET' }))).authorizerId).toBe(cloned!.id);
  });
});

describe('TestInvokeAuthorizer', () => {
  const test = ({ restApiId, id }: { restApiId: string; id: string }, more: Partial<TestInvokeAuthorizerCommandInput>) => system.aws.send(new TestInvokeAuthorizerCommand({ restApiId, authorizerId: id, ...more }));
  const lines = (log: string | undefined): string[] => log!.split('\n').map(line => line.replace(/^\w{3} \w{3} \d\d \d\d:\d\d:\d\d UTC \d{4} : /, '> '));

  it('unknown · 404', async () => {
    const { restApiId } = await newApi(system);
    await expect(test({ restApiId, id: 'nope' }, {})).rejects.toEqual(NO_SUCH);
  });

  it.each<[string, Given, Partial<TestInvokeAuthorizerCommandInput>]>([
    ['no token', TOKEN, {}],
    ['an empty token', TOKEN, { headers: { Authorization: '' } }],
    ['a token of another form', { ...TOKEN, identityValidationExpression: 'Bearer .+' }, { headers: { Authorization: 'Basic x' } }],
    ['one of two sources', REQUEST, { headers: { Auth: 'x' }, pathWithQueryString: '/pets?p=1' }],
    ['no token for a user pool', COGNITO, {}],
  ])('%s · clientStatus 401, and nobody is asked', async (_, given, request) => {
    const authorizer = await made(given);
    const { $metadata: __, ...answer } = await test(authorizer, request);
    const id = /^Execution log for request (\S+)$/m.exec(answer.log!)![1]!;
    expect(answer).toEqual({ clientStatus: 401, latency: expect.any(Number) as unknown, log: expect.any(String) as unknown });
    expect(lines(answer.log)).toEqual([`Execution log for request ${id}`, `> Starting authorizer: ${authorizer.id} for request: ${id}`, `> Unauthorized request: ${id}`, '']);
  });

  it('a token · asked where the function is, which nobody can reach · clientStatus 500; the token itself stays out of the log', async () => {
    const authorizer = await made({ ...TOKEN, authorizerUri: uri('arn:aws:lambda:us-west-2:123456789012:function:${stageVariables.fn}'), identityValidationExpression: 'Bearer .+' });
    const answer = await test(authorizer, { headers: { authorization: 'Bearer secret-token-abcdef' }, stageVariables: { fn: 'blue' } });
    expect(answer).toMatchObject({ clientStatus: 500, latency: expect.any(Number) as unknown });
    expect(lines(answer.log).slice(2)).toEqual([
      `> Incoming identity: ${'*'.repeat(20)}abcdef`, '> Endpoint request URI: https://lambda.us-west-2.amazonaws.com/2015-03-31/functions/arn:aws:lambda:us-west-2:123456789012:function:blue/invocations',
      '> Execution failed due to configuration error: Authorizer error', '> AuthorizerConfigurationException', '',
    ]);
  });

  it('all sources of a request · each with its end shown; a stage variable that is missing · an address that is none', async () => {
    const authorizer = await made({ ...REQUEST, identitySource: 'method.request.header.Auth, method.request.querystring.q, stageVariables.s, context.identity.sourceIp', authorizerUri: uri('${stageVariables.fn}') });
    const answer = await test(authorizer, { multiValueHeaders: { AUTH: ['first', 'allow'] }, pathWithQueryString: '/pets?q=a&q=bbbb%20bbbb', stageVariables: { s: 'vv' }, additionalContext: { 'identity.sourceIp': '10.0.0.1' } });
    expect(answer.clientStatus).toBe(500);
    expect(lines(answer.log).slice(2)).toEqual([
      '> Incoming identity: {method.request.header.Auth=***ow, method.request.querystring.q=*****bbbb, stageVariables.s=*v, context.identity.sourceIp=****.0.1}',
      '> Execution failed due to configuration error: Invalid endpoint address', '> AuthorizerConfigurationException', '',
    ]);
  });

  it('whoever can be reached is told the identity and the request, and decides · clientStatus 0', async () => {
    const authorizer = await made({ ...TOKEN, authorizerUri: uri('arn:aws:lambda:us-west-2:123456789012:function:${stageVariables.fn}') });
    const invoker = system.app.get<AuthorizerInvoker>(AuthorizerInvoker, { strict: false });
    const asked: AuthorizerCall[] = [];
    const reachable = vi.spyOn(invoker, 'invoke').mockImplementation(call => {
      asked.push(call);
      return Promise.resolve({ kind: 'decided', lines: ['Using valid authorizer policy for principal: **er'], principalId: 'user', policy: '{"Version":"2012-10-17"}', authorization: {}, claims: null });
    });
    const { $metadata: _, ...answer } = await test(authorizer, { headers: { Authorization: 'allow' }, stageVariables: { fn: 'blue' }, pathWithQueryString: '/pets?a=1&a=2', body: 'b' });
    reachable.mockRestore();
    expect(answer).toEqual({ clientStatus: 0, latency: expect.any(Number) as unknown, log: expect.stringMatching(/ : Using valid authorizer policy for principal: \*\*er\n$/) as unknown, principalId: 'user', policy: '{"Version":"2012-10-17"}', authorization: {} });
    expect(asked).toMatchObject([{ authorizerId: authorizer.id, target: { region: 'us-west-2', functionArn: 'arn:aws:lambda:us-west-2:123456789012:function:blue' }, request: { path: '/pets', query: [['a', '1'], ['a', '2']], body: 'b' } }]);
    expect([...asked[0]!.identity]).toEqual([['method.request.header.Authorization', 'allow']]);
  });

  it('a REQUEST authorizer without a cache is asked whatever is missing', async () => {
    const authorizer = await made({ ...REQUEST, authorizerResultTtlInSeconds: 0 });
    expect((await test(authorizer, {})).clientStatus).toBe(500);
  });
});
