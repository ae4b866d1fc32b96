import {
  CreateRestApiCommand, DeleteGatewayResponseCommand, type GatewayResponseType, GetGatewayResponseCommand, GetGatewayResponsesCommand, PutGatewayResponseCommand, UpdateGatewayResponseCommand, type PatchOperation,
  type PutGatewayResponseCommandInput,
} from '@aws-sdk/client-api-gateway';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { badRequest, newApi, notFound, refused } from './build-api.js';
import { startSystem, type TestSystem } from './system.js';

let system: TestSystem;
beforeAll(async () => { system = await startSystem(); });
afterAll(async () => {
  await system.close();
  expect(system.unexpected).toEqual([]);
});

const NO_API = notFound('Invalid API identifier specified 123456789012:nope');
const MAPPING = 'Invalid mapping expression specified: Validation Result: warnings : [], errors : ';
const TEMPLATES = { 'application/json': '{"message":$context.error.messageString}' };
const put = (restApiId: string, more: Partial<PutGatewayResponseCommandInput> = {}) => system.aws.send(new PutGatewayResponseCommand({ restApiId, responseType: 'UNAUTHORIZED', ...more }));
const get = async (restApiId: string, responseType: GatewayResponseType) => {
  const { $metadata: _, ...response } = await system.aws.send(new GetGatewayResponseCommand({ restApiId, responseType }));
  return response;
};
const update = (restApiId: string, ...patchOperations: PatchOperation[]) => system.aws.send(new UpdateGatewayResponseCommand({ restApiId, responseType: 'UNAUTHORIZED', patchOperations }));

describe('an untouched API', () => {
  it('answers all 21 types with AWS\'s defaults, on one page whatever the limit', async () => {
    const { restApiId } = await newApi(system);
    const answer = await system.aws.send(new GetGatewayResponsesCommand({ restApiId, limit: 2 }));
    expect(answer.position).toBeUndefined();
    expect(Object.fromEntries(answer.items!.map(item => [item.responseType, item.statusCode]))).toEqual({
      ACCESS_DENIED: '403', API_CONFIGURATION_ERROR: '500', AUTHORIZER_CONFIGURATION_ERROR: '500', AUTHORIZER_FAILURE: '500', BAD_REQUEST_BODY: '400', BAD_REQUEST_PARAMETERS: '400', DEFAULT_4XX: undefined,
      DEFAULT_5XX: undefined, EXPIRED_TOKEN: '403', INTEGRATION_FAILURE: '504', INTEGRATION_TIMEOUT: '504', INVALID_API_KEY: '403', INVALID_SIGNATURE: '403', MISSING_AUTHENTICATION_TOKEN: '403', QUOTA_EXCEEDED: '429',
      REQUEST_TOO_LARGE: '413', RESOURCE_NOT_FOUND: '404', THROTTLED: '429', UNAUTHORIZED: '401', UNSUPPORTED_MEDIA_TYPE: '415', WAF_FILTERED: '403',
    });
    expect(answer.items!.every(item => item.defaultResponse === true)).toBe(true);
    expect(await get(restApiId, 'DEFAULT_4XX')).toEqual({ responseType: 'DEFAULT_4XX', responseParameters: {}, responseTemplates: TEMPLATES, defaultResponse: true });
  });

  it('has nothing to delete · 404; an unknown API · 404; an unknown type · 400', async () => {
    const { restApiId } = await newApi(system);
    await expect(system.aws.send(new DeleteGatewayResponseCommand({ restApiId, responseType: 'THROTTLED' }))).rejects.toEqual(notFound('Gateway response type not defined on api'));
    await expect(get('nope', 'THROTTLED')).rejects.toEqual(NO_API);
    await expect(system.aws.send(new GetGatewayResponsesCommand({ restApiId: 'nope' }))).rejects.toEqual(NO_API);
    await expect(put('nope')).rejects.toEqual(NO_API);
    await expect(get(restApiId, 'FAKE_RESPONSE_TYPE' as 'THROTTLED')).rejects.toEqual(refused('ValidationException', expect.stringMatching(/^1 validation error detected: Value 'FAKE_RESPONSE_TYPE' at 'responseType' failed to satisfy constraint: Member must satisfy enum value set: \[REQUEST_TOO_LARGE, RESOURCE_NOT_FOUND,/) as unknown as string));
  });
});

describe('PutGatewayResponse', () => {
  it.each<[Partial<PutGatewayResponseCommandInput>, unknown]>([
    [{ statusCode: 'wrong' }, refused('ValidationException', "1 validation error detected: Value 'wrong' at 'putGatewayResponseInput.statusCode' failed to satisfy constraint: Member must satisfy regular expression pattern: [1-5]\\d\\d")],
    [{ responseParameters: { 'gatewayresponse.header.x': '' } }, badRequest('Invalid null or empty value in responseParameters')],
    [{ responseTemplates: { 'application/json': '' } }, badRequest('Invalid null or empty value in responseTemplates')],
    [{ responseParameters: { 'method.response.header.x': "'a'" } }, badRequest(`${MAPPING}[Invalid mapping expression specified: method.response.header.x]`)],
    [{ responseParameters: { 'gatewayresponse.header.x': 'true' } }, badRequest(`${MAPPING}[Invalid mapping expression specified: true]`)],
    [{ responseTemplates: { 'application/json': '$method.request.cookie.a' } }, badRequest(`${MAPPING}[Invalid mapping expression specified: method.request.cookie.a]`)],
    [{ responseTemplates: { 123: 'x' } }, badRequest('Validation Result: warnings : [], errors : [Invalid content type specified: 123]')],
    [{ responseTemplates: { 'text/plain; a=\u0001': 'x' } }, badRequest('Validation Result: warnings : [], errors : [Invalid content type specified: text/plain; a=\u0001]')],
  ])('%j · 400', async (more, refusal) => {
    const { restApiId } = await newApi(system);
    await expect(put(restApiId, more)).rejects.toEqual(refusal);
  });

  it('201; shown among the others; written over by the next; given back to the default by a delete · 202', async () => {
    const { restApiId } = await newApi(system);
    const given = { statusCode: '418', responseParameters: { 'gatewayresponse.header.x-id': 'context.requestId', 'gatewayresponse.header.accept': 'method.request.header.Accept' }, responseTemplates: { 'application/xml': '<m>$context.error.message</m>' } };
    const { $metadata, ...made } = await put(restApiId, given);
    expect($metadata.httpStatusCode).toBe(201);
    expect(made).toEqual({ responseType: 'UNAUTHORIZED', ...given, defaultResponse: false });
    expect(await get(restApiId, 'UNAUTHORIZED')).toEqual(made);
    const { items } = await system.aws.send(new GetGatewayResponsesCommand({ restApiId }));
    expect([items!.length, items!.filter(item => item.defaultResponse === false)]).toEqual([21, [made]]);
    const { $metadata: _, ...again } = await put(restApiId);
    expect(again).toEqual({ responseType: 'UNAUTHORIZED', statusCode: '401', responseParameters: {}, responseTemplates: {}, defaultResponse: false });
    expect((await system.aws.send(new DeleteGatewayResponseCommand({ restApiId, responseType: 'UNAUTHORIZED' }))).$metadata.httpStatusCode).toBe(202);
    expect(await get(restApiId, 'UNAUTHORIZED')).toMatchObject({ statusCode: '401', defaultResponse: true });
  });

  it('is cloned with its API', async () => {
    const { restApiId } = await newApi(system);
    await put(restApiId, { statusCode: '418' });
    const clone = await system.aws.send(new CreateRestApiCommand({ name: 'clone', cloneFrom: restApiId }));
    expect(await get(clone.id!, 'UNAUTHORIZED')).toMatchObject({ statusCode: '418', defaultResponse: false });
  });
});

describe('UpdateGatewayResponse', () => {
  it.each<[PatchOperation, unknown]>([
    [{ op: 'add', value: 'x' }, badRequest('Invalid patch path null')],
    [{ op: 'replace', path: '/wrongPath', value: 'x' }, badRequest('Invalid patch path /wrongPath')],
    [{ op: 'add', path: '/statusCode', value: '400' }, badRequest('Invalid patch path /statusCode')],
    [{ op: 'remove', path: '/statusCode' }, badRequest('Invalid patch path /statusCode')],
    [{ op: 'replace', path: '/statusCode', value: '999' }, badRequest('Invalid status code specified')],
    [{ op: 'copy', path: '/statusCode', from: '/statusCode' }, badRequest("Invalid patch operation specified. Must be 'add'|'remove'|'replace'")],
    [{ op: 'add', path: '/responseParameters/gatewayresponse.header.x', value: '' }, badRequest('Invalid null or empty value in responseParameters')],
    [{ op: 'add', path: '/responseTemplates/application~1json' }, badRequest('Invalid null or empty value in responseTemplates')],
    [{ op: 'remove', path: '/responseParameters/gatewayresponse.header.none' }, notFound('Invalid parameter name specified')],
    [{ op: 'replace', path: '/responseTemplates/application~1xml', value: 'x' }, notFound('Content-Type specified was not found')],
    [{ op: 'add', path: '/responseParameters/x', value: "'a'" }, badRequest(`${MAPPING}[Invalid mapping expression specified: x]`)],
    [{ op: 'wrong-op' as 'add', path: '/statusCode' }, refused('ValidationException', "1 validation error detected: Value 'wrong-op' at 'updateGatewayResponseInput.patchOperations.1.member.op' failed to satisfy constraint: Member must satisfy enum value set: [add, remove, move, test, replace, copy]")],
  ])('%j · refused, and the type stays AWS\'s own', async (operation, refusal) => {
    const { restApiId } = await newApi(system);
    await expect(update(restApiId, operation)).rejects.toEqual(refusal);
    expect(await get(restApiId, 'UNAUTHORIZED')).toMatchObject({ defaultResponse: true });
  });

  it('makes a customised one of a default; another version · 412; the type\'s own status comes back with null', async () => {
    const { restApiId } = await newApi(system);
    await expect(update('nope')).rejects.toEqual(NO_API);
    const { $metadata: _, ...first } = await update(restApiId, { op: 'replace', path: '/statusCode', value: '418' }, { op: 'add', path: '/responseParameters/gatewayresponse.header.x', value: "'y'" });
    expect(first).toEqual({ responseType: 'UNAUTHORIZED', statusCode: '418', responseParameters: { 'gatewayresponse.header.x': "'y'" }, responseTemplates: TEMPLATES, defaultResponse: false });
    expect(await get(restApiId, 'UNAUTHORIZED')).toEqual(first);
    expect((await system.request('PATCH', `/restapis/${restApiId}/gatewayresponses/UNAUTHORIZED`, { patchOperations: [] }, { 'if-match': '"4"' })).status).toBe(412);
    const { $metadata: __, ...second } = await update(restApiId, { op: 'replace', path: '/statusCode' }, { op: 'remove', path: '/responseParameters/gatewayresponse.header.x' }, { op: 'remove', path: '/responseTemplates/application~1json' });
    expect(second).toEqual({ responseType: 'UNAUTHORIZED', statusCode: '401', responseParameters: {}, responseTemplates: {}, defaultResponse: false });
  });
});
