import {
  CreateRequestValidatorCommand, CreateRestApiCommand, DeleteRequestValidatorCommand, GetMethodCommand, GetRequestValidatorCommand, GetRequestValidatorsCommand, PutMethodCommand, UpdateMethodCommand,
  UpdateRequestValidatorCommand, type PatchOperation,
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

const NO_SUCH = 'Invalid Request Validator identifier specified';
const create = (restApiId: string, name?: string, more: { validateRequestBody?: boolean; validateRequestParameters?: boolean } = {}) =>
  system.aws.send(new CreateRequestValidatorCommand({ restApiId, ...(name !== undefined && { name }), ...more }));
const update = (restApiId: string, requestValidatorId: string, ...patchOperations: PatchOperation[]) => system.aws.send(new UpdateRequestValidatorCommand({ restApiId, requestValidatorId, patchOperations }));
const made = async (): Promise<{ restApiId: string; rootId: string; id: string }> => {
  const draft = await newApi(system);
  return { ...draft, id: (await create(draft.restApiId, 'body', { validateRequestBody: true })).id! };
};

describe('CreateRequestValidator', () => {
  it.each([undefined, '', '  '])('the name %j · 400', async name => {
    const { restApiId } = await newApi(system);
    await expect(create(restApiId, name)).rejects.toEqual(badRequest('Request Validator name cannot be blank'));
  });

  it('unknown API · 404, a name twice · 409, a name too long · 400', async () => {
    const { restApiId } = await made();
    await expect(create('nope', 'x')).rejects.toEqual(notFound('Invalid API identifier specified 123456789012:nope'));
    await expect(create(restApiId, 'body')).rejects.toEqual(refused('ConflictException', 'Request Validator name must be unique'));
    await expect(create(restApiId, 'x'.repeat(1_025))).rejects.toEqual(badRequest('Invalid Request Validator name, can be at most 1024 characters.'));
  });

  it('201 with both switches, off unless told, and the same from GetRequestValidator', async () => {
    const { restApiId } = await newApi(system);
    const { $metadata, ...validator } = await create(restApiId, 'x', { validateRequestParameters: true });
    expect($metadata.httpStatusCode).toBe(201);
    expect(validator).toEqual({ id: expect.stringMatching(/^[a-z0-9]{6}$/) as unknown, name: 'x', validateRequestBody: false, validateRequestParameters: true });
    const { $metadata: _, ...read } = await system.aws.send(new GetRequestValidatorCommand({ restApiId, requestValidatorId: validator.id }));
    expect(read).toEqual(validator);
    await expect(system.aws.send(new GetRequestValidatorCommand({ restApiId, requestValidatorId: 'nope' }))).rejects.toEqual(notFound(NO_SUCH));
  });
});

describe('GetRequestValidators', () => {
  it('pages by id', async () => {
    const { restApiId } = await newApi(system);
    const ids = (await Promise.all(['a', 'b', 'c'].map(name => create(restApiId, name)))).map(validator => validator.id!).sort();
    const first = await system.aws.send(new GetRequestValidatorsCommand({ restApiId, limit: 2 }));
    const second = await system.aws.send(new GetRequestValidatorsCommand({ restApiId, limit: 2, position: first.position }));
    expect([...first.items!, ...second.items!].map(validator => validator.id)).toEqual(ids);
    expect(second.position).toBeUndefined();
    await expect(system.aws.send(new GetRequestValidatorsCommand({ restApiId: 'nope' }))).rejects.toEqual(notFound('Invalid API identifier specified 123456789012:nope'));
  });
});

describe('UpdateRequestValidator', () => {
  it.each<[PatchOperation, string]>([
    [{ op: 'replace', path: '/invalidPath', value: 'x' }, "Invalid patch path  '/invalidPath' specified for op 'replace'. Must be one of: [/name, /validateRequestParameters, /validateRequestBody]"],
    [{ op: 'add', path: '/validateRequestBody', value: 'true' }, "Invalid patch path  '/validateRequestBody' specified for op 'add'. Please choose supported operations"],
    [{ op: 'remove', path: '/validateRequestBody' }, "Invalid patch path  '/validateRequestBody' specified for op 'remove'. Please choose supported operations"],
    [{ op: 'replace', path: '/name', value: '' }, 'Request Validator name cannot be blank'],
    [{ op: 'replace', path: '/validateRequestBody', value: 'perhaps' }, 'Invalid value for validateRequestBody specified. Valid options are true,false'],
  ])('%j · 400', async (operation, message) => {
    const { restApiId, id } = await made();
    await expect(update(restApiId, id, operation)).rejects.toEqual(badRequest(message));
  });

  it('unknown · 404; another one\'s name · 409; another version · 412; 200 and the same from GetRequestValidator', async () => {
    const { restApiId, id } = await made();
    await create(restApiId, 'other');
    await expect(update(restApiId, 'nope')).rejects.toEqual(notFound(NO_SUCH));
    await expect(update(restApiId, id, { op: 'replace', path: '/name', value: 'other' })).rejects.toEqual(refused('ConflictException', 'Request Validator name must be unique'));
    expect((await system.request('PATCH', `/restapis/${restApiId}/requestvalidators/${id}`, { patchOperations: [] }, { 'if-match': '"9"' })).status).toBe(412);
    const { $metadata: _, ...after } = await update(restApiId, id, { op: 'replace', path: '/name', value: 'all' }, { op: 'replace', path: '/validateRequestParameters', value: 'TRUE' }, { op: 'replace', path: '/validateRequestBody', value: 'false' });
    expect(after).toEqual({ id, name: 'all', validateRequestBody: false, validateRequestParameters: true });
    const { $metadata: __, ...read } = await system.aws.send(new GetRequestValidatorCommand({ restApiId, requestValidatorId: id }));
    expect(read).toEqual(after);
  });
});

describe('a validator that a method uses', () => {
  it('is kept until the method lets go of it; another API\'s cannot be used', async () => {
    const { restApiId, rootId, id } = await made();
    const other = await made();
    const place = { restApiId, resourceId: rootId, httpMethod: 'POST' };
    await expect(system.aws.send(new PutMethodCommand({ ...place, authorizationType: 'NONE', requestValidatorId: other.id }))).rejects.toEqual(badRequest(NO_SUCH));
    expect((await system.aws.send(new PutMethodCommand({ ...place, authorizationType: 'NONE', requestValidatorId: id }))).requestValidatorId).toBe(id);
    const remove = () => system.aws.send(new DeleteRequestValidatorCommand({ restApiId, requestValidatorId: id }));
    await expect(remove()).rejects.toEqual(refused('ConflictException', "Cannot delete request validator 'body', is referenced in method request: //POST"));
    await system.aws.send(new UpdateMethodCommand({ ...place, patchOperations: [{ op: 'replace', path: '/requestValidatorId', value: '' }] }));
    expect((await remove()).$metadata.httpStatusCode).toBe(202);
    await expect(remove()).rejects.toEqual(notFound(NO_SUCH));
    expect(await system.aws.send(new GetMethodCommand(place))).not.toHaveProperty('requestValidatorId');
  });

  it('is cloned with its method, under an id of its own', async () => {
    const { restApiId, rootId, id } = await made();
    await system.aws.send(new PutMethodCommand({ restApiId, resourceId: rootId, httpMethod: 'POST', authorizationType: 'NONE', requestValidatorId: id }));
    const clone = await system.aws.send(new CreateRestApiCommand({ name: 'clone', cloneFrom: restApiId }));
    const validators = await system.aws.send(new GetRequestValidatorsCommand({ restApiId: clone.id }));
    expect(validators.items).toMatchObject([{ name: 'body', validateRequestBody: true }]);
    expect(validators.items![0]!.id).not.toBe(id);
    const method = await system.aws.send(new GetMethodCommand({ restApiId: clone.id, resourceId: clone.rootResourceId, httpMethod: 'POST' }));
    expect(method.requestValidatorId).toBe(validators.items![0]!.id);
  });
});
