import { CreateRestApiCommand, DeleteRestApiCommand, GetRestApiCommand, GetRestApisCommand, UpdateRestApiCommand, type CreateRestApiCommandInput, type PatchOperation } from '@aws-sdk/client-api-gateway';
import supertest from 'supertest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startSystem, type TestSystem } from './system.js';
import { ACCOUNT_ID } from './twins.js';

let system: TestSystem;
beforeAll(async () => { system = await startSystem(); });
afterAll(async () => {
  await system.close();
  expect(system.unexpected).toEqual([]);
});

const create = (input: Partial<CreateRestApiCommandInput> = {}) => system.aws.send(new CreateRestApiCommand({ name: 'pets', ...input }));
const update = (restApiId: string, ...patchOperations: PatchOperation[]) => system.aws.send(new UpdateRestApiCommand({ restApiId, patchOperations }));
const refused = (name: string, message: string) => expect.objectContaining({ name, message });

describe('CreateRestApi', () => {
  it.each<[string, Partial<CreateRestApiCommandInput>, string, string]>([
    ['empty name', { name: '' }, 'BadRequestException', 'Name cannot be empty'],
    ['name of 1025 characters', { name: 'x'.repeat(1025) }, 'BadRequestException', 'Invalid API name, can be at most 1024 characters.'],
    ['description of 1025 characters', { description: 'x'.repeat(1025) }, 'BadRequestException', 'Invalid API description, can be at most 1024 characters.'],
    ['policy of 8193 characters', { policy: `{"Statement":[],"Id":"${'x'.repeat(8_193)}"}` }, 'BadRequestException', 'Invalid policy document, can be at most 8192 characters.'],
    ['empty description', { description: '' }, 'BadRequestException', 'Description cannot be an empty string'],
    ['two endpoint types', { endpointConfiguration: { types: ['EDGE', 'REGIONAL'] } }, 'BadRequestException', 'Cannot create an api with multiple Endpoint Types.'],
    ['private over ipv4', { endpointConfiguration: { types: ['PRIVATE'], ipAddressType: 'ipv4' } }, 'BadRequestException', 'Only dualstack ipAddressType is supported for Private APIs.'],
    ['compression of -1', { minimumCompressionSize: -1 }, 'BadRequestException', 'Invalid minimum compression size, must be between 0 and 10485760'],
    ['compression over 10 MiB', { minimumCompressionSize: 10485761 }, 'BadRequestException', 'Invalid minimum compression size, must be between 0 and 10485760'],
    ['policy that is no JSON', { policy: 'allow' }, 'BadRequestException', 'Invalid policy document. Please check the policy syntax and ensure that Principals are valid.'],
    ['clone of nothing', { cloneFrom: 'nope' }, 'BadRequestException', 'Invalid REST API identifier specified'],
    ['reserved tag', { tags: { 'aws:x': '1' } }, 'BadRequestException', 'Tag keys cannot start with aws:'],
  ])('%s · 400', async (_, input, name, message) => {
    await expect(create(input)).rejects.toEqual(refused(name, message));
  });

  it('violations of the shape · 400 ValidationException, all of them in one sentence', async () => {
    await expect(create({ endpointConfiguration: { types: ['wrong' as 'EDGE'], ipAddressType: 'wrong' as 'ipv4' } })).rejects.toEqual(refused('ValidationException',
      "2 validation errors detected: Value '[wrong]' at 'createRestApiInput.endpointConfiguration.types' failed to satisfy constraint: Member must satisfy constraint: [Member must satisfy enum value set: [PRIVATE, EDGE, REGIONAL]]; Value 'wrong' at 'createRestApiInput.endpointConfiguration.ipAddressType' failed to satisfy constraint: Member must satisfy enum value set: [ipv4, dualstack]"));
  });

  it('a new API · 201 with AWS\'s defaults and nothing that is absent', async () => {
    const answer = await system.request('POST', '/restapis', { name: 'defaults', unknown: { field: 1 } });
    expect(answer.status).toBe(201);
    expect(answer.body).toEqual({
      id: expect.stringMatching(/^[a-z0-9]{10}$/) as string, name: 'defaults', createdDate: expect.any(Number) as number, apiKeySource: 'HEADER', disableExecuteApiEndpoint: false,
      endpointConfiguration: { types: ['EDGE'], ipAddressType: 'ipv4' }, rootResourceId: expect.stringMatching(/^[a-z0-9]{10}$/) as string,
    });
    expect(Math.abs((answer.body['createdDate'] as number) - Date.now() / 1000)).toBeLessThan(5);
    expect(answer.headers.get('etag')).toBe('"1"');
  });

  it('everything given · 201 and the same from GetRestApi', async () => {
    const given = {
      description: 'all', version: 'v1', binaryMediaTypes: ['image/png'], minimumCompressionSize: 0, apiKeySource: 'AUTHORIZER', disableExecuteApiEndpoint: true,
      endpointConfiguration: { types: ['PRIVATE'], vpcEndpointIds: ['vpce-1'] }, tags: { team: 'pets' },
    } satisfies Partial<CreateRestApiCommandInput>;
    const { $metadata: _, ...made } = await create(given);
    expect(made).toMatchObject({ ...given, name: 'pets', endpointConfiguration: { types: ['PRIVATE'], ipAddressType: 'dualstack', vpcEndpointIds: ['vpce-1'] } });
    const { $metadata: __, ...read } = await system.aws.send(new GetRestApiCommand({ restApiId: made.id! }));
    expect(read).toEqual(made);
  });

  it('answers the policy escaped once more, as Terraform expects', async () => {
    const policy = '{"Version":"2012-10-17","Statement":[]}';
    const made = await create({ policy });
    expect(made.policy).toBe('{\\"Version\\":\\"2012-10-17\\",\\"Statement\\":[]}');
    expect(JSON.parse(`"${made.policy}"`)).toBe(policy);
  });
});

describe('GetRestApi', () => {
  it('unknown, upper-cased and foreign ids · 404', async () => {
    const { id } = await create();
    for (const restApiId of ['nope', id!.toUpperCase(), 'a b']) {
      if (restApiId === id) continue;
      await expect(system.aws.send(new GetRestApiCommand({ restApiId }))).rejects.toEqual(refused('NotFoundException', `Invalid API identifier specified ${ACCOUNT_ID}:${restApiId}`));
    }
  });

  it('through supertest at the Nest door · 200', async () => {
    const { id } = await create({ name: 'door' });
    const answer = await supertest(system.app.getHttpServer()).get(`/restapis/${id}`).set('authorization', 'AWS4-HMAC-SHA256 twin').expect(200).expect('content-type', 'application/json');
    expect(answer.body).toMatchObject({ id, name: 'door', tags: {} });
    expect(answer.headers['x-amzn-requestid']).toMatch(/^[0-9a-f-]{36}$/);
  });
});

describe('GetRestApis', () => {
  it('limit 0, a position of nobody · 400', async () => {
    await expect(system.aws.send(new GetRestApisCommand({ limit: -1 }))).rejects.toEqual(refused('BadRequestException', 'Invalid limit specified'));
    await expect(system.aws.send(new GetRestApisCommand({ position: 'x' }))).rejects.toEqual(refused('BadRequestException', 'Invalid position specified'));
  });

  it('pages meet every API once', async () => {
    for (let i = 0; i < 5; i++) await create({ name: `page-${i}` });
    const seen: string[] = [];
    let position: string | undefined;
    do {
      const page = await system.aws.send(new GetRestApisCommand({ limit: 2, ...(position && { position }) }));
      expect(page.items!.length).toBeLessThanOrEqual(2);
      seen.push(...page.items!.map(item => item.id!));
      position = page.position;
    } while (position);
    const all = await system.aws.send(new GetRestApisCommand({ limit: 500 }));
    expect(seen).toEqual(all.items!.map(item => item.id));
    expect(new Set(seen).size).toBe(seen.length);
  });
});

describe('UpdateRestApi', () => {
  it.each<[PatchOperation, string, string]>([
    [{ op: 'replace', path: '/nope', value: 'x' }, 'BadRequestException', 'Invalid patch path /nope'],
    [{ op: 'add', path: '/binaryMediaTypes', value: 'x' }, 'BadRequestException', 'Invalid patch path /binaryMediaTypes'],
    [{ op: 'add', path: '/name', value: 'x' }, 'BadRequestException', 'Invalid patch operation specified. Must be one of: [replace]'],
    [{ op: 'replace', path: '/name', value: '' }, 'BadRequestException', 'Name cannot be empty'],
    [{ op: 'replace', path: '/description', value: '' }, 'BadRequestException', 'Description cannot be an empty string'],
    [{ op: 'replace', path: '/minimumCompressionSize', value: '10485761' }, 'BadRequestException', 'Invalid minimum compression size, must be between 0 and 10485760'],
    [{ op: 'replace', path: '/minimumCompressionSize', value: 'big' }, 'BadRequestException', 'Invalid minimum compression size, must be between 0 and 10485760'],
    [{ op: 'replace', path: '/endpointConfiguration/ipAddressType', value: 'wrong' }, 'BadRequestException', 'ipAddressType must be either ipv4 or dualstack.'],
    [{ op: 'replace', path: '/endpointConfiguration/types/EDGE', value: 'wrong' }, 'BadRequestException', 'Invalid EndpointTypes specified. Valid options are REGIONAL,EDGE,PRIVATE'],
    [{ op: 'remove', path: '/endpointConfiguration/types/EDGE' }, 'BadRequestException', 'REGIONAL Configuration and EDGE Configuration cannot be both DISABLED.'],
    [{ op: 'remove', path: '/binaryMediaTypes/image~1png' }, 'NotFoundException', 'Invalid binary media type specified'],
    [{ op: 'wrong' as 'add', path: '/name' }, 'ValidationException', "1 validation error detected: Value 'wrong' at 'updateRestApiInput.patchOperations.1.member.op' failed to satisfy constraint: Member must satisfy enum value set: [add, remove, move, test, replace, copy]"],
  ])('%j · %s', async (operation, name, message) => {
    const { id } = await create();
    await expect(update(id!, operation)).rejects.toEqual(refused(name, message));
    expect((await system.aws.send(new GetRestApiCommand({ restApiId: id! }))).name).toBe('pets');
  });

  it('one bad operation among good ones · 400 and nothing is applied', async () => {
    const { id } = await create();
    await expect(update(id!, { op: 'replace', path: '/name', value: 'new' }, { op: 'replace', path: '/nope', value: 'x' })).rejects.toThrow('Invalid patch path /nope');
    expect((await system.aws.send(new GetRestApiCommand({ restApiId: id! }))).name).toBe('pets');
  });

  it('every path of the table · 200', async () => {
    const { id } = await create();
    const { $metadata: _, ...after } = await update(id!,
      { op: 'replace', path: '/name', value: 'new' }, { op: 'replace', path: '/description', value: 'd' }, { op: 'replace', path: '/version', value: '2' },
      { op: 'replace', path: '/apiKeySource', value: 'AUTHORIZER' }, { op: 'replace', path: '/disableExecuteApiEndpoint', value: 'true' },
      { op: 'replace', path: '/minimumCompressionSize', value: '1024' }, { op: 'add', path: '/binaryMediaTypes/image~1png' }, { op: 'add', path: '/binaryMediaTypes/*~1*' },
      { op: 'replace', path: '/binaryMediaTypes/image~1png', value: 'image/jpeg' }, { op: 'replace', path: '/endpointConfiguration/types/EDGE', value: 'REGIONAL' },
      { op: 'replace', path: '/endpointConfiguration/ipAddressType', value: 'dualstack' }, { op: 'replace', path: '/policy', value: '{"Statement":[]}' });
    expect(after).toMatchObject({
      name: 'new', description: 'd', version: '2', apiKeySource: 'AUTHORIZER', disableExecuteApiEndpoint: true, minimumCompressionSize: 1024, binaryMediaTypes: ['image/jpeg', '*/*'],
      endpointConfiguration: { types: ['REGIONAL'], ipAddressType: 'dualstack' }, policy: '{\\"Statement\\":[]}', tags: {},
    });
    const off = await update(id!, { op: 'replace', path: '/minimumCompressionSize' }, { op: 'remove', path: '/description' });
    expect([off.minimumCompressionSize, off.description]).toEqual([undefined, undefined]);
  });

  it('If-Match of an older version · 412, of the present one · 200 and the next ETag', async () => {
    const { id } = await create();
    const patch = { patchOperations: [{ op: 'replace', path: '/name', value: 'x' }] };
    expect((await system.request('PATCH', `/restapis/${id}`, patch, { 'if-match': '"1"' })).headers.get('etag')).toBe('"2"');
    const stale = await system.request('PATCH', `/restapis/${id}`, patch, { 'if-match': '"1"' });
    expect([stale.status, stale.headers.get('x-amzn-errortype')]).toEqual([412, 'PreconditionFailedException']);
  });
});

describe('DeleteRestApi', () => {
  it('unknown · 404; known · 202 and gone', async () => {
    const { id } = await create();
    const answer = await system.aws.send(new DeleteRestApiCommand({ restApiId: id! }));
    expect(answer.$metadata.httpStatusCode).toBe(202);
    await expect(system.aws.send(new DeleteRestApiCommand({ restApiId: id! }))).rejects.toEqual(refused('NotFoundException', `Invalid API identifier specified ${ACCOUNT_ID}:${id}`));
  });
});
