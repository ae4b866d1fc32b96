import { CreateResourceCommand, DeleteResourceCommand, GetResourceCommand, GetResourcesCommand, UpdateResourceCommand, type PatchOperation } from '@aws-sdk/client-api-gateway';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { badRequest, newApi, newResource, notFound, putIntegration, putMethod, refused } from './build-api.js';
import { startSystem, type TestSystem } from './system.js';

let system: TestSystem;
beforeAll(async () => { system = await startSystem(); });
afterAll(async () => {
  await system.close();
  expect(system.unexpected).toEqual([]);
});

const create = (restApiId: string, parentId: string, pathPart: string) => system.aws.send(new CreateResourceCommand({ restApiId, parentId, pathPart }));
const update = (restApiId: string, resourceId: string, ...patchOperations: PatchOperation[]) => system.aws.send(new UpdateResourceCommand({ restApiId, resourceId, patchOperations }));
const replace = (path: string, value: string): PatchOperation => ({ op: 'replace', path, value });
const paths = async (restApiId: string) => (await system.aws.send(new GetResourcesCommand({ restApiId, limit: 500 }))).items!.map(item => item.path);

describe('CreateResource', () => {
  it('unknown API, unknown parent, parent of another API · 404', async () => {
    const [mine, other] = [await newApi(system), await newApi(system)];
    await expect(create('nope', mine.rootId, 'a')).rejects.toEqual(notFound('Invalid Resource identifier specified'));
    await expect(create(mine.restApiId, 'nope', 'a')).rejects.toEqual(notFound('Invalid Resource identifier specified'));
    await expect(create(mine.restApiId, other.rootId, 'a')).rejects.toEqual(notFound('Invalid Resource identifier specified'));
  });

  it('names that AWS does not take · 400', async () => {
    const { restApiId, rootId } = await newApi(system);
    for (const pathPart of ['a/b', 'a b', '{a', 'a}', '{}', '{+}', 'x{a}', '{a}{b}', 'ä', '{a++}']) {
      await expect(create(restApiId, rootId, pathPart)).rejects.toEqual(badRequest("Resource's path part only allow a-zA-Z0-9._-: or a valid greedy path variable and curly braces at the beginning and the end."));
    }
  });

  it('the same name twice · 409, a second variable, a child of a greedy one · 400', async () => {
    const draft = await newApi(system);
    await newResource(system, draft, draft.rootId, 'pets');
    const proxy = await newResource(system, draft, draft.rootId, '{proxy+}');
    await expect(create(draft.restApiId, draft.rootId, 'pets')).rejects.toEqual(refused('ConflictException', 'Another resource with the same parent already has this name: pets'));
    await expect(create(draft.restApiId, draft.rootId, '{petId}')).rejects.toEqual(badRequest('A sibling ({proxy+}) of this resource already has a variable path part -- only one is allowed'));
    await expect(create(draft.restApiId, proxy, 'a')).rejects.toEqual(badRequest('Cannot create a child of a resource with a greedy path variable: {proxy+}'));
  });

  it('twenty at once with one name · one 201, nineteen 409', async () => {
    const { restApiId, rootId } = await newApi(system);
    const results = await Promise.allSettled(Array.from({ length: 20 }, () => create(restApiId, rootId, 'same')));
    expect(results.filter(result => result.status === 'fulfilled')).toHaveLength(1);
    for (const result of results) if (result.status === 'rejected') expect(result.reason).toEqual(refused('ConflictException', 'Another resource with the same parent already has this name: same'));
  });

  it('a child · 201 with its path', async () => {
    const draft = await newApi(system);
    const pets = await newResource(system, draft, draft.rootId, 'pets');
    const answer = await system.request('POST', `/restapis/${draft.restApiId}/resources/${pets}`, { pathPart: '{petId}' });
    expect([answer.status, answer.body]).toEqual([201, { id: expect.stringMatching(/^[a-z0-9]{6}$/) as string, parentId: pets, pathPart: '{petId}', path: '/pets/{petId}' }]);
  });
});

describe('GetResources', () => {
  it('unknown API · 404', async () => {
    await expect(system.aws.send(new GetResourcesCommand({ restApiId: 'nope' }))).rejects.toEqual(notFound('Invalid API identifier specified 123456789012:nope'));
  });

  it('names methods, and shows them with embed=methods', async () => {
    const draft = await newApi(system);
    await putMethod(system, draft, draft.rootId);
    await putIntegration(system, draft, draft.rootId);
    const [bare] = (await system.aws.send(new GetResourcesCommand({ restApiId: draft.restApiId }))).items!;
    expect(bare).toEqual({ id: draft.rootId, path: '/', resourceMethods: { GET: {} } });
    const [full] = (await system.aws.send(new GetResourcesCommand({ restApiId: draft.restApiId, embed: ['methods'] }))).items!;
    expect(full!.resourceMethods!['GET']).toMatchObject({ httpMethod: 'GET', authorizationType: 'NONE', apiKeyRequired: false, methodIntegration: { type: 'MOCK' } });
    const one = await system.aws.send(new GetResourceCommand({ restApiId: draft.restApiId, resourceId: draft.rootId, embed: ['methods'] }));
    expect(one.resourceMethods).toEqual(full!.resourceMethods);
  });

  it('pages in the order of paths', async () => {
    const draft = await newApi(system);
    for (const name of ['c', 'a', 'b']) await newResource(system, draft, draft.rootId, name);
    const first = await system.aws.send(new GetResourcesCommand({ restApiId: draft.restApiId, limit: 3 }));
    const second = await system.aws.send(new GetResourcesCommand({ restApiId: draft.restApiId, limit: 3, position: first.position! }));
    expect([...first.items!, ...second.items!].map(item => item.path)).toEqual(['/', '/a', '/b', '/c']);
    expect(second.position).toBeUndefined();
  });
});

describe('UpdateResource', () => {
  it('paths and verbs that are not in the table · 400', async () => {
    const draft = await newApi(system);
    const a = await newResource(system, draft, draft.rootId, 'a');
    await expect(update(draft.restApiId, a, replace('/invalid', 'x'))).rejects.toEqual(badRequest("Invalid patch path  '/invalid' specified for op 'replace'. Must be one of: [/parentId, /pathPart]"));
    await expect(update(draft.restApiId, a, { op: 'add', path: '/pathPart', value: 'x' })).rejects.toEqual(badRequest("Invalid patch path  '/pathPart' specified for op 'add'. Please choose supported operations"));
    await expect(update(draft.restApiId, a, { op: 'remove', path: '/pathPart' })).rejects.toEqual(badRequest("Invalid patch path  '/pathPart' specified for op 'remove'. Please choose supported operations"));
  });

  it('the root moves nowhere · 400', async () => {
    const draft = await newApi(system);
    const a = await newResource(system, draft, draft.rootId, 'a');
    await expect(update(draft.restApiId, draft.rootId, replace('/parentId', a))).rejects.toEqual(badRequest('Root resource cannot update its parentId.'));
    await expect(update(draft.restApiId, draft.rootId, replace('/pathPart', 'x'))).rejects.toEqual(badRequest('Root resource cannot update its pathPart.'));
  });

  it('a circle · 400, an unknown parent · 404, a name that is taken there · 409', async () => {
    const draft = await newApi(system);
    const a = await newResource(system, draft, draft.rootId, 'a');
    const b = await newResource(system, draft, a, 'b');
    await newResource(system, draft, draft.rootId, 'b');
    await expect(update(draft.restApiId, a, replace('/parentId', b))).rejects.toEqual(badRequest('Resources cannot be cyclical.'));
    await expect(update(draft.restApiId, a, replace('/parentId', a))).rejects.toEqual(badRequest('Resources cannot be cyclical.'));
    await expect(update(draft.restApiId, a, replace('/parentId', 'nope'))).rejects.toEqual(notFound('Invalid Resource identifier specified'));
    await expect(update(draft.restApiId, b, replace('/parentId', draft.rootId))).rejects.toEqual(refused('ConflictException', 'Another resource with the same parent already has this name: b'));
    await expect(update(draft.restApiId, a, replace('/pathPart', '{p+}'))).rejects.toEqual(badRequest('Cannot create a child of a resource with a greedy path variable: {p+}'));
  });

  it('a new place and name · 200, and the subtree comes along', async () => {
    const draft = await newApi(system);
    const a = await newResource(system, draft, draft.rootId, 'a');
    const b = await newResource(system, draft, a, 'b');
    await newResource(system, draft, b, 'c');
    await newResource(system, draft, draft.rootId, 'ab');
    const x = await newResource(system, draft, draft.rootId, 'x');
    const moved = await update(draft.restApiId, b, replace('/parentId', x), replace('/pathPart', 'z'));
    expect(moved).toMatchObject({ id: b, parentId: x, pathPart: 'z', path: '/x/z' });
    await update(draft.restApiId, a, replace('/pathPart', 'q'));
    expect(await paths(draft.restApiId)).toEqual(['/', '/ab', '/q', '/x', '/x/z', '/x/z/c']);
  });
});

describe('DeleteResource', () => {
  it('the root · 400, unknown · 404', async () => {
    const draft = await newApi(system);
    await expect(system.aws.send(new DeleteResourceCommand({ restApiId: draft.restApiId, resourceId: draft.rootId }))).rejects.toEqual(badRequest('The root resource cannot be deleted.'));
    await expect(system.aws.send(new DeleteResourceCommand({ restApiId: draft.restApiId, resourceId: 'nope' }))).rejects.toEqual(notFound('Invalid Resource identifier specified'));
  });

  it('a resource · 202, with everything below it', async () => {
    const draft = await newApi(system);
    const a = await newResource(system, draft, draft.rootId, 'a');
    const b = await newResource(system, draft, a, 'b');
    await putMethod(system, draft, b);
    await putIntegration(system, draft, b);
    const answer = await system.aws.send(new DeleteResourceCommand({ restApiId: draft.restApiId, resourceId: a }));
    expect(answer.$metadata.httpStatusCode).toBe(202);
    expect(await paths(draft.restApiId)).toEqual(['/']);
    await expect(system.aws.send(new GetResourceCommand({ restApiId: draft.restApiId, resourceId: b }))).rejects.toEqual(notFound('Invalid Resource identifier specified'));
  });
});
