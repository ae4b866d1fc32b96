import {
  DeleteMethodCommand, DeleteMethodResponseCommand, GetMethodCommand, GetMethodResponseCommand, PutMethodCommand, PutMethodResponseCommand, UpdateMethodCommand, UpdateMethodResponseCommand,
  type PatchOperation, type PutMethodCommandInput, type PutMethodResponseCommandInput,
} from '@aws-sdk/client-api-gateway';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { badRequest, newApi, newMockApi, notFound, putMethod, refused } from './build-api.js';
import { startSystem, type TestSystem } from './system.js';

let system: TestSystem;
beforeAll(async () => { system = await startSystem(); });
afterAll(async () => {
  await system.close();
  expect(system.unexpected).toEqual([]);
});

type Place = { restApiId: string; resourceId: string; httpMethod: string };
const newPlace = async (): Promise<Place> => {
  const { restApiId, rootId } = await newApi(system);
  return { restApiId, resourceId: rootId, httpMethod: 'GET' };
};
const madePlace = async (more: Partial<PutMethodCommandInput> = {}): Promise<Place> => {
  const place = await newPlace();
  await putMethod(system, { restApiId: place.restApiId, rootId: place.resourceId }, place.resourceId, 'GET', more);
  return place;
};
const put = (place: Place, more: Partial<PutMethodCommandInput> = {}) => system.aws.send(new PutMethodCommand({ ...place, authorizationType: 'NONE', ...more }));
const update = (place: Place, ...patchOperations: PatchOperation[]) => system.aws.send(new UpdateMethodCommand({ ...place, patchOperations }));
const MAPPING = 'Invalid mapping expression specified: Validation Result: warnings : [], errors : ';

describe('PutMethod', () => {
  it.each<[string, Partial<PutMethodCommandInput>, string]>([
    ['no method', { httpMethod: 'get' }, 'Invalid HttpMethod specified. Valid options are GET,PUT,POST,DELETE,PATCH,OPTIONS,HEAD,ANY'],
    ['unknown authorization', { authorizationType: 'MAGIC' }, 'Invalid authorization type specified. Valid options are NONE,AWS_IAM,CUSTOM,COGNITO_USER_POOLS'],
    ['custom without an authorizer', { authorizationType: 'CUSTOM' }, 'Invalid authorizer ID specified. Setting the authorization type to CUSTOM or COGNITO_USER_POOLS requires a valid authorizer.'],
    ['unknown validator', { requestValidatorId: 'abc123' }, 'Invalid Request Validator identifier specified'],
    ['unknown model', { requestModels: { 'application/json': 'petModel' } }, 'Invalid model identifier specified: petModel'],
    ['model of no media type', { requestModels: { 123: 'Empty' } }, 'Validation Result: warnings : [], errors : [Invalid content type specified: 123]'],
    ['parameter of nowhere', { requestParameters: { 'method.request.body.x': true } }, `${MAPPING}[Invalid mapping expression specified: method.request.body.x]`],
    ['one name at two places', { requestParameters: { 'method.request.path.id': true, 'method.request.header.id': true } }, 'Parameter names must be unique across querystring, header and path'],
  ])('%s · 400', async (_, more, message) => {
    await expect(put(await newPlace(), more)).rejects.toEqual(badRequest(message));
  });

  it('unknown resource · 404, twice · 409', async () => {
    const place = await newPlace();
    await expect(put({ ...place, resourceId: 'nope' })).rejects.toEqual(notFound('Invalid Resource identifier specified'));
    await put(place);
    await expect(put(place)).rejects.toEqual(refused('ConflictException', 'Method already exists for this resource'));
  });

  it('without authorizationType · 400 ValidationException', async () => {
    const { restApiId, resourceId } = await newPlace();
    const answer = await system.request('PUT', `/restapis/${restApiId}/resources/${resourceId}/methods/GET`, {});
    expect([answer.status, answer.body]).toEqual([400, { message: "1 validation error detected: Value null at 'putMethodInput.authorizationType' failed to satisfy constraint: Member must not be null" }]);
  });

  it('the least · 201 with nothing that is absent; the most · 201 and the same from GetMethod', async () => {
    const place = await newPlace();
    const answer = await system.request('PUT', `/restapis/${place.restApiId}/resources/${place.resourceId}/methods/POST`, { authorizationType: 'NONE' });
    expect([answer.status, answer.body]).toEqual([201, { httpMethod: 'POST', authorizationType: 'NONE', apiKeyRequired: false }]);
    const given = { authorizationType: 'AWS_IAM', apiKeyRequired: true, operationName: 'ListPets', requestParameters: { 'method.request.querystring.q': false }, requestModels: { 'application/json': 'Empty' }, authorizationScopes: ['a'] };
    const { $metadata: _, ...made } = await put(place, given);
    expect(made).toEqual({ httpMethod: 'GET', ...given });
    const { $metadata: __, ...read } = await system.aws.send(new GetMethodCommand(place));
    expect(read).toEqual(made);
  });
});

describe('UpdateMethod', () => {
  it.each<[PatchOperation, unknown]>([
    [{ op: 'replace', path: '/httpMethod', value: 'PUT' }, badRequest('Invalid patch path /httpMethod')],
    [{ op: 'add', path: '/requestParameters', value: '{}' }, badRequest('Invalid patch path /requestParameters')],
    [{ op: 'add', path: '/requestModels/application/json', value: 'Empty' }, badRequest('Invalid patch path /requestModels/application/json')],
    [{ op: 'add', path: '/operationName', value: 'x' }, badRequest('Invalid patch operation specified. Must be one of: [replace]')],
    [{ op: 'copy', path: '/operationName', from: '/authorizationType' }, badRequest("Invalid patch operation specified. Must be 'add'|'remove'|'replace'")],
    [{ op: 'replace', path: '/authorizationType', value: 'CUSTOM' }, badRequest('Invalid authorizer ID specified. Setting the authorization type to CUSTOM or COGNITO_USER_POOLS requires a valid authorizer.')],
    [{ op: 'replace', path: '/requestValidatorId', value: 'abc' }, badRequest('Invalid Request Validator identifier specified')],
    [{ op: 'add', path: '/requestModels/application~1json', value: 'petModel' }, badRequest('Invalid model identifier specified: petModel')],
    [{ op: 'remove', path: '/requestParameters/method.request.header.x' }, notFound('Invalid parameter name specified')],
    [{ op: 'remove', path: '/requestModels/application~1xml' }, notFound('Content-Type specified was not found')],
    [{ op: 'replace', path: '/apiKeyRequired', value: 'perhaps' }, badRequest('Invalid value for apiKeyRequired specified. Valid options are true,false')],
  ])('%j · refused', async (operation, refusal) => {
    const place = await madePlace();
    await expect(update(place, operation)).rejects.toEqual(refusal);
  });

  it('every path of the table · 200', async () => {
    const place = await madePlace();
    const { $metadata: _, ...after } = await update(place,
      { op: 'replace', path: '/authorizationType', value: 'AWS_IAM' }, { op: 'replace', path: '/apiKeyRequired', value: 'true' }, { op: 'replace', path: '/operationName', value: 'List' },
      { op: 'add', path: '/authorizationScopes', value: 's' }, { op: 'add', path: '/requestParameters/method.request.header.h', value: 'true' },
      { op: 'replace', path: '/requestParameters/method.request.header.h', value: 'false' }, { op: 'add', path: '/requestModels/application~1json', value: 'Error' });
    expect(after).toEqual({
      httpMethod: 'GET', authorizationType: 'AWS_IAM', apiKeyRequired: true, operationName: 'List', authorizationScopes: ['s'], requestParameters: { 'method.request.header.h': false },
      requestModels: { 'application/json': 'Error' },
    });
  });
});

describe('GetMethod and DeleteMethod', () => {
  it('unknown · 404; known · 204 and gone with its integration', async () => {
    const { restApiId, rootId: resourceId } = await newMockApi(system);
    const place = { restApiId, resourceId, httpMethod: 'GET' };
    await expect(system.aws.send(new GetMethodCommand({ ...place, httpMethod: 'PUT' }))).rejects.toEqual(notFound('Invalid Method identifier specified'));
    expect(await system.aws.send(new GetMethodCommand(place))).toMatchObject({ methodResponses: { 200: { statusCode: '200' } }, methodIntegration: { type: 'MOCK', integrationResponses: { 200: {} } } });
    expect((await system.aws.send(new DeleteMethodCommand(place))).$metadata.httpStatusCode).toBe(204);
    await expect(system.aws.send(new DeleteMethodCommand(place))).rejects.toEqual(notFound('Invalid Method identifier specified'));
  });
});

describe('method responses', () => {
  const putResponse = (place: Place, more: Partial<PutMethodResponseCommandInput> = {}) => system.aws.send(new PutMethodResponseCommand({ ...place, statusCode: '200', ...more }));
  const updateResponse = (place: Place, ...patchOperations: PatchOperation[]) => system.aws.send(new UpdateMethodResponseCommand({ ...place, statusCode: '200', patchOperations }));

  it('no status code · 400 ValidationException, told after what the body has', async () => {
    const place = await madePlace();
    await expect(putResponse(place, { statusCode: 'wrong' })).rejects.toEqual(refused('ValidationException', "1 validation error detected: Value 'wrong' at 'statusCode' failed to satisfy constraint: Member must satisfy regular expression pattern: [1-5]\\d\\d"));
    await expect(system.aws.send(new UpdateMethodResponseCommand({ ...place, statusCode: 'wrong', patchOperations: [{ op: 'wrong_op' as 'add', path: '/x' }] }))).rejects.toEqual(refused('ValidationException',
      "2 validation errors detected: Value 'wrong_op' at 'updateMethodResponseInput.patchOperations.1.member.op' failed to satisfy constraint: Member must satisfy enum value set: [add, remove, move, test, replace, copy]; Value 'wrong' at 'statusCode' failed to satisfy constraint: Member must satisfy regular expression pattern: [1-5]\\d\\d"));
  });

  it.each<[Partial<PutMethodResponseCommandInput>, string]>([
    [{ responseParameters: { 'method.response.body.x': true } }, `${MAPPING}[Invalid mapping expression specified: method.response.body.x]`],
    [{ responseModels: { 'application/json': 'petModel' } }, 'Invalid model identifier specified: petModel'],
  ])('%j · 400', async (more, message) => {
    await expect(putResponse(await madePlace(), more)).rejects.toEqual(badRequest(message));
  });

  it('unknown method or status · 404, twice · 409', async () => {
    const place = await newPlace();
    await expect(putResponse(place)).rejects.toEqual(notFound('Invalid Method identifier specified'));
    const made = await madePlace();
    await expect(system.aws.send(new GetMethodResponseCommand({ ...made, statusCode: '200' }))).rejects.toEqual(notFound('Invalid Response status code specified'));
    await putResponse(made);
    await expect(putResponse(made)).rejects.toEqual(refused('ConflictException', 'Response already exists for this resource'));
  });

  it.each<[PatchOperation, unknown]>([
    [{ op: 'replace', path: '/statusCode', value: '201' }, badRequest('Invalid patch path /statusCode')],
    [{ op: 'add', path: '/wrong/method.response.header.my-header', value: 'true' }, badRequest('Invalid patch path /wrong/method.response.header.my-header')],
    [{ op: 'add', value: 'true' }, badRequest('Invalid patch path null')],
    [{ op: 'remove', path: '/responseParameters/method.response.header.none' }, notFound('Invalid parameter name specified')],
    [{ op: 'remove', path: '/responseModels/application~1xml' }, notFound('Content-Type specified was not found')],
  ])('UpdateMethodResponse · %j · refused', async (operation, refusal) => {
    const place = await madePlace();
    await putResponse(place);
    await expect(updateResponse(place, operation)).rejects.toEqual(refusal);
  });

  it('put 201, patch 201, read 200, delete 204', async () => {
    const place = await madePlace();
    await putResponse(place, { responseParameters: { 'method.response.header.a': true }, responseModels: { 'application/json': 'Empty' } });
    const patched = await updateResponse(place, { op: 'add', path: '/responseParameters/method.response.header.b', value: 'false' }, { op: 'remove', path: '/responseModels/application~1json' });
    expect(patched.$metadata.httpStatusCode).toBe(201);
    const { $metadata: _, ...read } = await system.aws.send(new GetMethodResponseCommand({ ...place, statusCode: '200' }));
    expect(read).toEqual({ statusCode: '200', responseParameters: { 'method.response.header.a': true, 'method.response.header.b': false } });
    expect((await system.aws.send(new DeleteMethodResponseCommand({ ...place, statusCode: '200' }))).$metadata.httpStatusCode).toBe(204);
  });
});
