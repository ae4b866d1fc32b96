import {
  CreateDeploymentCommand, CreateDocumentationPartCommand, CreateDocumentationVersionCommand, CreateRestApiCommand, CreateStageCommand, DeleteDocumentationPartCommand, DeleteDocumentationVersionCommand, DeleteRestApiCommand,
  DeleteStageCommand, GetDocumentationPartCommand, GetDocumentationPartsCommand, GetDocumentationVersionCommand, GetDocumentationVersionsCommand, GetStageCommand, ImportDocumentationPartsCommand, UpdateDocumentationPartCommand,
  UpdateDocumentationVersionCommand, UpdateStageCommand, type DocumentationPartLocation, type GetDocumentationPartsCommandInput, type PatchOperation,
} from '@aws-sdk/client-api-gateway';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { badRequest, newApi, newMockApi, notFound, refused } from './build-api.js';
import { startSystem, type TestSystem } from './system.js';

let system: TestSystem;
beforeAll(async () => { system = await startSystem(); });
afterAll(async () => {
  await system.close();
  expect(system.unexpected).toEqual([]);
});

const NO_API = notFound('Invalid API identifier specified 123456789012:nope');
const NO_PART = notFound('Invalid Documentation part identifier specified');
const conflict = (message: string): unknown => refused('ConflictException', message);
const create = (restApiId: string, location: DocumentationPartLocation, properties = '{"description":"d"}') => system.aws.send(new CreateDocumentationPartCommand({ restApiId, location, properties }));
const list = async (restApiId: string, more: Partial<GetDocumentationPartsCommandInput> = {}) => (await system.aws.send(new GetDocumentationPartsCommand({ restApiId, ...more }))).items!;
const importFile = (restApiId: string, file: unknown, more: { mode?: 'merge' | 'overwrite'; failOnWarnings?: boolean } = {}) =>
  system.aws.send(new ImportDocumentationPartsCommand({ restApiId, body: Buffer.from(typeof file === 'string' ? file : JSON.stringify(file)), ...more }));
const file = (...documentationParts: unknown[]): unknown => ({ swagger: '2.0', info: { title: 't', version: '1' }, paths: {}, 'x-amazon-apigateway-documentation': { version: '1.0', documentationParts } });

describe('CreateDocumentationPart', () => {
  it.each<[DocumentationPartLocation, string, string]>([
    [{ type: 'API', path: '/' }, '{}', 'Invalid location specified: a documentation part of type API has no [path]'],
    [{ type: 'RESOURCE', path: '/', method: 'GET', name: 'x' }, '{}', 'Invalid location specified: a documentation part of type RESOURCE has no [method, name]'],
    [{ type: 'MODEL' }, '{}', 'Invalid location specified: a documentation part of type MODEL needs [name]'],
    [{ type: 'QUERY_PARAMETER', path: '/' }, '{}', 'Invalid location specified: a documentation part of type QUERY_PARAMETER needs [name]'],
    [{ type: 'METHOD', path: 'pets' }, '{}', 'Invalid location specified: the path pets does not begin with a slash'],
    [{ type: 'METHOD', method: 'get' }, '{}', 'Invalid location specified: get is no method. Valid options are GET,PUT,POST,DELETE,PATCH,OPTIONS,HEAD,ANY,*'],
    [{ type: 'RESOURCE', path: `/${'x'.repeat(3_000)}` }, '{}', 'Invalid location specified: it has more than 2000 bytes'],
    [{ type: 'API' }, '', 'Invalid properties specified: documentation part properties must be a JSON object'],
    [{ type: 'API' }, '[]', 'Invalid properties specified: documentation part properties must be a JSON object'],
    [{ type: 'API' }, JSON.stringify({ a: 'x'.repeat(410_000) }), 'Invalid properties specified: documentation part properties can be at most 400 KB'],
  ])('%j · 400', async (location, properties, message) => {
    const { restApiId } = await newApi(system);
    await expect(create(restApiId, location, properties)).rejects.toEqual(badRequest(message));
  });

  it('unknown type, unknown status · 400 ValidationException; unknown API · 404', async () => {
    const { restApiId } = await newApi(system);
    await expect(create(restApiId, { type: 'INVALID' as 'API' })).rejects.toEqual(refused('ValidationException', "1 validation error detected: Value 'INVALID' at 'createDocumentationPartInput.location.type' failed to satisfy constraint: Member must satisfy enum value set: [RESPONSE_BODY, RESPONSE, METHOD, MODEL, AUTHORIZER, RESPONSE_HEADER, RESOURCE, PATH_PARAMETER, REQUEST_BODY, QUERY_PARAMETER, API, REQUEST_HEADER]"));
    await expect(create(restApiId, { type: 'RESPONSE', statusCode: '999' })).rejects.toEqual(refused('ValidationException', expect.stringContaining("Value '999' at 'createDocumentationPartInput.location.statusCode'") as unknown as string));
    await expect(create('nope', { type: 'API' })).rejects.toEqual(NO_API);
  });

  it.each<[DocumentationPartLocation, DocumentationPartLocation]>([
    [{ type: 'API' }, { type: 'API' }], [{ type: 'AUTHORIZER', name: 'a' }, { type: 'AUTHORIZER', name: 'a' }], [{ type: 'RESOURCE' }, { type: 'RESOURCE', path: '/' }], [{ type: 'METHOD', path: '/pets' }, { type: 'METHOD', path: '/pets', method: '*' }],
    [{ type: 'PATH_PARAMETER', path: '/pets/{id}', method: 'GET', name: 'id' }, { type: 'PATH_PARAMETER', path: '/pets/{id}', method: 'GET', name: 'id' }], [{ type: 'REQUEST_BODY' }, { type: 'REQUEST_BODY', path: '/', method: '*' }],
    [{ type: 'RESPONSE', statusCode: '*' }, { type: 'RESPONSE', path: '/', method: '*', statusCode: '*' }], [{ type: 'RESPONSE_HEADER', statusCode: '200', name: 'x' }, { type: 'RESPONSE_HEADER', path: '/', method: '*', statusCode: '200', name: 'x' }],
  ])('%j · 201 with AWS\'s defaults, the same from GetDocumentationPart, and 409 for the same place', async (given, shown) => {
    const { restApiId } = await newApi(system);
    const { $metadata, ...made } = await create(restApiId, given, '{ "a" : 1 }');
    expect($metadata.httpStatusCode).toBe(201);
    expect(made).toEqual({ id: expect.stringMatching(/^[a-z0-9]{6}$/) as unknown, location: shown, properties: '{ "a" : 1 }' });
    const { $metadata: _, ...read } = await system.aws.send(new GetDocumentationPartCommand({ restApiId, documentationPartId: made.id }));
    expect(read).toEqual(made);
    await expect(create(restApiId, shown)).rejects.toEqual(refused('ConflictException', expect.stringMatching(/^Documentation part already exists for the specified location: type '/) as unknown as string));
  });

  it('tells in AWS\'s words what is there already', async () => {
    const { restApiId } = await newApi(system);
    await create(restApiId, { type: 'API' });
    await expect(create(restApiId, { type: 'API' })).rejects.toEqual(conflict("Documentation part already exists for the specified location: type 'API'."));
  });
});

describe('GetDocumentationParts', () => {
  it('pages, and filters by type, path and the beginning of the name', async () => {
    const { restApiId } = await newApi(system);
    await create(restApiId, { type: 'API' });
    await create(restApiId, { type: 'METHOD', path: '/pets' });
    await create(restApiId, { type: 'QUERY_PARAMETER', path: '/pets', name: 'page' });
    await create(restApiId, { type: 'QUERY_PARAMETER', path: '/owners', name: 'type' });
    const first = await system.aws.send(new GetDocumentationPartsCommand({ restApiId, limit: 3 }));
    const second = await system.aws.send(new GetDocumentationPartsCommand({ restApiId, limit: 3, position: first.position }));
    expect([first.items!.length, second.items!.length, second.position]).toEqual([3, 1, undefined]);
    expect((await list(restApiId, { type: 'QUERY_PARAMETER' })).map(part => part.location!.name).sort()).toEqual(['page', 'type']);
    expect((await list(restApiId, { path: '/pets', type: 'METHOD' })).map(part => part.location)).toEqual([{ type: 'METHOD', path: '/pets', method: '*' }]);
    expect((await list(restApiId, { nameQuery: 'pa', locationStatus: 'DOCUMENTED' })).map(part => part.location!.name)).toEqual(['page']);
    await expect(list('nope')).rejects.toEqual(NO_API);
  });

  it('UNDOCUMENTED · the entities of the API that have no part, by pages', async () => {
    const { restApiId } = await newMockApi(system);
    await create(restApiId, { type: 'METHOD', path: '/', method: 'GET' });
    await create(restApiId, { type: 'MODEL', name: 'Empty' });
    const all = await list(restApiId, { locationStatus: 'UNDOCUMENTED' });
    expect(all).toEqual([
      { location: { type: 'API' } }, { location: { type: 'MODEL', name: 'Error' } }, { location: { type: 'RESOURCE', path: '/' } }, { location: { type: 'RESPONSE', path: '/', method: 'GET', statusCode: '200' } },
      { location: { type: 'RESPONSE_HEADER', path: '/', method: 'GET', statusCode: '200', name: 'x-kind' } },
    ]);
    const first = await system.aws.send(new GetDocumentationPartsCommand({ restApiId, locationStatus: 'UNDOCUMENTED', limit: 3 }));
    const second = await system.aws.send(new GetDocumentationPartsCommand({ restApiId, locationStatus: 'UNDOCUMENTED', limit: 3, position: first.position }));
    expect([...first.items!, ...second.items!]).toEqual(all);
    expect(await list(restApiId, { locationStatus: 'UNDOCUMENTED', type: 'MODEL', nameQuery: 'Err' })).toEqual([{ location: { type: 'MODEL', name: 'Error' } }]);
  });
});

describe('UpdateDocumentationPart and DeleteDocumentationPart', () => {
  const update = (restApiId: string, documentationPartId: string, ...patchOperations: PatchOperation[]) => system.aws.send(new UpdateDocumentationPartCommand({ restApiId, documentationPartId, patchOperations }));
  it.each<[PatchOperation, string]>([
    [{ op: 'replace', path: '/invalidPath', value: 'x' }, "Invalid patch path  '/invalidPath' specified for op 'replace'. Must be one of: [/properties]"],
    [{ op: 'add', path: '/properties', value: '{}' }, "Invalid patch path  '/properties' specified for op 'add'. Please choose supported operations"],
    [{ op: 'replace', path: '/properties', value: '' }, 'Invalid properties specified: documentation part properties must be a JSON object'],
  ])('%j · 400', async (operation, message) => {
    const { restApiId } = await newApi(system);
    const { id } = await create(restApiId, { type: 'API' });
    await expect(update(restApiId, id!, operation)).rejects.toEqual(badRequest(message));
  });

  it('unknown · 404; another version · 412; 200, then 202 and gone', async () => {
    const { restApiId } = await newApi(system);
    const { id } = await create(restApiId, { type: 'API' });
    await expect(update(restApiId, 'nope')).rejects.toEqual(NO_PART);
    expect((await system.request('PATCH', `/restapis/${restApiId}/documentation/parts/${id}`, { patchOperations: [] }, { 'if-match': '"5"' })).status).toBe(412);
    expect(await update(restApiId, id!, { op: 'replace', path: '/properties', value: '{"x":1}' })).toMatchObject({ id, properties: '{"x":1}' });
    const remove = () => system.aws.send(new DeleteDocumentationPartCommand({ restApiId, documentationPartId: id }));
    expect((await remove()).$metadata.httpStatusCode).toBe(202);
    await expect(remove()).rejects.toEqual(NO_PART);
  });
});

describe('ImportDocumentationParts', () => {
  it.each<[string, unknown, unknown]>([
    ['no JSON and no YAML', '{"swagger": ', badRequest('Unable to build importer with provided input.')],
    ['JSON that is no OpenAPI', { a: 1 }, badRequest('Invalid OpenAPI input.')],
    ['a NUL character', file({ location: { type: 'MODEL', name: '\u0000' }, properties: {} }), badRequest('Invalid OpenAPI input.')],
    ['too many parts', file(...Array.from({ length: 2_001 }, (_, n) => ({ location: { type: 'MODEL', name: `M${n}` }, properties: {} }))), badRequest('An import can hold at most 2000 documentation parts')],
  ])('%s · 400', async (_, body, refusal) => {
    const { restApiId } = await newApi(system);
    await expect(importFile(restApiId, body)).rejects.toEqual(refusal);
  });

  it('unknown API · 404; a bad part · a warning, or 400 when warnings fail, and then nothing has changed', async () => {
    const { restApiId } = await newApi(system);
    await expect(importFile('nope', file())).rejects.toEqual(NO_API);
    const mixed = file({ location: { type: 'API' }, properties: { a: 1 } }, { location: { type: 'NOPE' } }, { location: { type: 'RESPONSE', statusCode: 999 }, properties: {} }, { location: { type: 'API' }, properties: {} }, 7);
    await expect(importFile(restApiId, mixed, { failOnWarnings: true })).rejects.toEqual(refused('BadRequestException', expect.stringMatching(/^Warnings found during import:\n\tDocumentation part 2: Invalid location specified: it has no known type/) as unknown as string));
    expect(await list(restApiId)).toEqual([]);
    const { ids, warnings } = await importFile(restApiId, mixed);
    expect([ids!.length, warnings!.length]).toEqual([1, 4]);
    expect(warnings).toContain("Documentation part 4: another part has the same location: type 'API'. Ignoring.");
  });

  it('merge keeps what it does not name and replaces what it names; overwrite keeps nothing', async () => {
    const { restApiId } = await newApi(system);
    const { id } = await create(restApiId, { type: 'API' }, '{"description":"old","kept":true}');
    await create(restApiId, { type: 'RESOURCE' });
    const merged = await importFile(restApiId, file({ location: { type: 'API' }, properties: { description: 'new' } }, { location: { type: 'RESPONSE', method: 'GET', statusCode: 200 }, properties: '{"b":2}' }), { mode: 'merge' });
    expect(merged.ids).toHaveLength(2);
    expect(merged.ids![0]).toBe(id);
    expect((await list(restApiId)).map(part => [part.location!.type, JSON.parse(part.properties!) as unknown]).sort()).toEqual([['API', { description: 'new', kept: true }], ['RESOURCE', { description: 'd' }], ['RESPONSE', { b: 2 }]]);
    const { ids } = await importFile(restApiId, file({ location: { type: 'API' }, properties: {} }), { mode: 'overwrite' });
    expect(await list(restApiId)).toEqual([{ id: ids![0], location: { type: 'API' }, properties: '{}' }]);
  });

  it('reads YAML, and plain descriptions where there is no extension', async () => {
    const { restApiId } = await newApi(system);
    const { ids } = await importFile(restApiId, 'openapi: 3.0.1\ninfo: { title: t, version: "1" }\npaths:\n  /pets:\n    get:\n      summary: All pets\n      responses: { "200": { description: The pets } }\n');
    expect(ids!.length).toBeGreaterThan(0);
    expect(await list(restApiId, { type: 'METHOD' })).toMatchObject([{ location: { type: 'METHOD', path: '/pets', method: 'GET' }, properties: '{"summary":"All pets"}' }]);
    expect(await list(restApiId, { type: 'RESPONSE' })).toMatchObject([{ location: { path: '/pets', method: 'GET', statusCode: '200' } }]);
  });
});

describe('documentation versions', () => {
  const version = (restApiId: string, documentationVersion: string, more: { stageName?: string; description?: string } = {}) => system.aws.send(new CreateDocumentationVersionCommand({ restApiId, documentationVersion, ...more }));
  const NO_VERSION = notFound('Invalid Documentation version identifier specified');
  const deployed = async (): Promise<{ restApiId: string; deploymentId: string }> => {
    const { restApiId } = await newMockApi(system);
    return { restApiId, deploymentId: (await system.aws.send(new CreateDeploymentCommand({ restApiId, stageName: 'dev' }))).id! };
  };

  it('no name, a long name, a long description · 400; unknown API or stage · 404; twice · 409', async () => {
    const { restApiId } = await newApi(system);
    await expect(version(restApiId, '')).rejects.toEqual(badRequest('Documentation version must be non-empty'));
    await expect(version(restApiId, 'x'.repeat(65))).rejects.toEqual(badRequest('Invalid documentation version, can be at most 64 characters.'));
    await expect(version(restApiId, '1', { description: 'x'.repeat(1_025) })).rejects.toEqual(badRequest('Invalid description, can be at most 1024 characters.'));
    await expect(version('nope', '1')).rejects.toEqual(NO_API);
    await expect(version(restApiId, '1', { stageName: 'none' })).rejects.toEqual(notFound('Invalid stage identifier specified'));
    await version(restApiId, '1');
    await expect(version(restApiId, '1')).rejects.toEqual(conflict('Documentation version already exists: 1'));
  });

  it('201 and the same from GetDocumentationVersion, by pages, patched · 200', async () => {
    const { restApiId } = await newApi(system);
    const { $metadata, ...made } = await version(restApiId, '1.0', { description: 'first' });
    expect($metadata.httpStatusCode).toBe(201);
    expect(made).toEqual({ version: '1.0', createdDate: expect.any(Date) as unknown, description: 'first' });
    const { $metadata: _, ...read } = await system.aws.send(new GetDocumentationVersionCommand({ restApiId, documentationVersion: '1.0' }));
    expect(read).toEqual(made);
    await version(restApiId, '2.0');
    const first = await system.aws.send(new GetDocumentationVersionsCommand({ restApiId, limit: 1 }));
    const second = await system.aws.send(new GetDocumentationVersionsCommand({ restApiId, limit: 1, position: first.position }));
    expect([first.items![0]!.version, second.items![0]!.version, second.position]).toEqual(['1.0', '2.0', undefined]);
    const update = (documentationVersion: string, ...patchOperations: PatchOperation[]) => system.aws.send(new UpdateDocumentationVersionCommand({ restApiId, documentationVersion, patchOperations }));
    await expect(update('nope')).rejects.toEqual(NO_VERSION);
    await expect(update('1.0', { op: 'replace', path: '/version', value: 'x' })).rejects.toEqual(badRequest("Invalid patch path  '/version' specified for op 'replace'. Must be one of: [/description]"));
    expect((await system.request('PATCH', `/restapis/${restApiId}/documentation/versions/1.0`, { patchOperations: [] }, { 'if-match': '"5"' })).status).toBe(412);
    const { $metadata: __, ...after } = await update('1.0', { op: 'replace', path: '/description', value: 'new' });
    expect(after).toEqual({ ...made, description: 'new' });
  });

  it('is shown by the stage that it is made for or that names it, and kept until no stage does', async () => {
    const { restApiId, deploymentId } = await deployed();
    const patch = (value: string) => system.aws.send(new UpdateStageCommand({ restApiId, stageName: 'dev', patchOperations: [{ op: 'replace', path: '/documentationVersion', value }] }));
    await expect(patch('1')).rejects.toEqual(badRequest('Invalid documentation version specified'));
    await expect(system.aws.send(new CreateStageCommand({ restApiId, stageName: 'prod', deploymentId, documentationVersion: '1' }))).rejects.toEqual(badRequest('Invalid documentation version specified'));
    await version(restApiId, '1', { stageName: 'dev' });
    expect((await system.aws.send(new GetStageCommand({ restApiId, stageName: 'dev' }))).documentationVersion).toBe('1');
    expect((await system.aws.send(new CreateStageCommand({ restApiId, stageName: 'prod', deploymentId, documentationVersion: '1' }))).documentationVersion).toBe('1');
    const remove = () => system.aws.send(new DeleteDocumentationVersionCommand({ restApiId, documentationVersion: '1' }));
    await expect(remove()).rejects.toEqual(conflict("Cannot delete documentation version '1', is referenced in stage: dev"));
    expect(await patch('')).not.toHaveProperty('documentationVersion');
    await expect(remove()).rejects.toEqual(conflict("Cannot delete documentation version '1', is referenced in stage: prod"));
    await system.aws.send(new DeleteStageCommand({ restApiId, stageName: 'prod' }));
    expect((await remove()).$metadata.httpStatusCode).toBe(202);
    await expect(remove()).rejects.toEqual(NO_VERSION);
  });

  it('a stage cannot name a client certificate that is not there · 400', async () => {
    const { restApiId } = await deployed();
    await expect(system.aws.send(new UpdateStageCommand({ restApiId, stageName: 'dev', patchOperations: [{ op: 'replace', path: '/clientCertificateId', value: 'nope' }] }))).rejects.toEqual(badRequest('Invalid client certificate id specified'));
  });

  it('documentation is cloned with its API, and goes with it', async () => {
    const { restApiId } = await newApi(system);
    const { id } = await create(restApiId, { type: 'API' });
    await version(restApiId, '1');
    const clone = await system.aws.send(new CreateRestApiCommand({ name: 'clone', cloneFrom: restApiId }));
    const cloned = await list(clone.id!);
    expect(cloned).toEqual([{ id: expect.not.stringMatching(id!) as unknown, location: { type: 'API' }, properties: '{"description":"d"}' }]);
    expect((await system.aws.send(new DeleteRestApiCommand({ restApiId }))).$metadata.httpStatusCode).toBe(202);
    await expect(list(restApiId)).rejects.toEqual(notFound(`Invalid API identifier specified 123456789012:${restApiId}`));
  });
});
