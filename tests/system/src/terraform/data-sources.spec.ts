import { NotFoundException } from '@aws-sdk/client-api-gateway';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { DATA_SOURCES } from './data-sources.js';
import { Provider } from './provider.js';
import { RESOURCES } from './registry.js';
import { type State } from './resource.js';
import { unique, World, type Api } from './world.js';

const aws = new Provider(inject('system'));
const world = new World(aws);
const name = unique('found');
let api: Api;
let apiState: State;

beforeAll(async () => {
  apiState = await world.make(RESOURCES.restApi, { name, description: 'd', tags: { a: 'b' }, binary_media_types: ['image/png'], endpoint_configuration: [{ types: ['REGIONAL'] }] });
  api = { id: apiState.id, root: apiState.attributes['root_resource_id'] as string };
  await world.mock(api, 'pets');
  await world.stage(api, await world.deployment(api), 'prod');
});
afterAll(() => world.leave());

/** What the data source tells that the resource tells too. */
const shared = ({ attributes }: State, told: object): object => Object.fromEntries(Object.keys(told).filter(key => key in attributes).map(key => [key, attributes[key]]));

describe('data sources', () => {
  it('a REST API by its name, as its resource tells it', async () => {
    const told = await DATA_SOURCES.restApi(aws, name);
    expect(told).toMatchObject({ ...shared(apiState, told), id: api.id, policy: null, minimum_compression_size: -1 });
    await expect(DATA_SOURCES.restApi(aws, unique('nobody'))).rejects.toThrow('empty result');
  });

  it('a resource by its path', async () => {
    expect(await DATA_SOURCES.resource(aws, api.id, '/')).toEqual({ id: api.root, parent_id: null, path_part: null });
    expect(await DATA_SOURCES.resource(aws, api.id, '/pets')).toMatchObject({ parent_id: api.root, path_part: 'pets' });
    await expect(DATA_SOURCES.resource(aws, api.id, '/nothing')).rejects.toThrow('empty result');
  });

  it('a key by its id, and keys by their customer, over more than one page', async () => {
    const customerId = unique('customer');
    const made = await Promise.all(Array.from({ length: 30 }, (_, index) => world.make(RESOURCES.apiKey, { name: `${customerId}-${index}`, customer_id: customerId })));
    const told = await DATA_SOURCES.apiKey(aws, made[0]!.id);
    expect(told).toMatchObject(shared(made[0]!, told));
    const all = await DATA_SOURCES.apiKeys(aws, { customerId, includeValues: true });
    expect(all.map(({ id }) => id).sort()).toEqual(made.map(({ id }) => id).sort());
    expect(all.find(({ id }) => id === made[0]!.id)).toMatchObject({ value: made[0]!.attributes['value'], stage_keys: [] });
    expect((await DATA_SOURCES.apiKeys(aws, { customerId })).every(({ value }) => value === null)).toBe(true);
  });

  it('an authorizer, and the authorizers of an API', async () => {
    const made = await world.make(RESOURCES.authorizer, { rest_api_id: api.id, name: 'a', authorizer_uri: 'arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/arn:aws:lambda:us-east-1:123456789012:function:f/invocations' });
    const told = await DATA_SOURCES.authorizer(aws, api.id, made.id);
    expect(told).toMatchObject(shared(made, told));
    expect(await DATA_SOURCES.authorizers(aws, api.id)).toEqual([made.id]);
    await expect(DATA_SOURCES.authorizer(aws, api.id, 'nobody')).rejects.toThrow(NotFoundException);
  });

  it('a domain name, public and private', async () => {
    for (const [type, certificate] of [['REGIONAL', 'regional_certificate_arn'], ['PRIVATE', 'certificate_arn']] as const) {
      const made = await world.make(RESOURCES.domainName, { domain_name: `${unique('d')}.example.com`, endpoint_configuration: [{ types: [type] }], [certificate]: 'arn:aws:acm:us-east-1:123456789012:certificate/a', tags: { x: 'y' } });
      const told = await DATA_SOURCES.domainName(aws, made.attributes['domain_name'] as string, (made.attributes['domain_name_id'] as string | null) ?? undefined);
      expect(told).toEqual(shared(made, told));
    }
  });

  it('a VPC link by its name', async () => {
    const made = await world.make(RESOURCES.vpcLink, { name: unique('link'), description: 'd', target_arns: ['arn:aws:elasticloadbalancing:us-east-1:123456789012:loadbalancer/net/a/1'] });
    const told = await DATA_SOURCES.vpcLink(aws, made.attributes['name'] as string);
    expect(told).toEqual({ ...shared(made, told), id: made.id, status: 'AVAILABLE' });
  });

  it('an export of what is deployed, in both dialects and notations', async () => {
    const oas = await DATA_SOURCES.export(aws, api.id, 'prod', 'oas30', { parameters: { extensions: 'apigateway' } });
    expect(JSON.parse(oas.body)).toMatchObject({ openapi: '3.0.1', info: { title: name }, paths: { '/pets': { get: { 'x-amazon-apigateway-integration': { type: 'mock' } } } } });
    expect(oas).toMatchObject({ contentType: expect.stringMatching(/./) as string, contentDisposition: expect.stringMatching(/^attachment; filename=/) as string });
    expect((await DATA_SOURCES.export(aws, api.id, 'prod', 'swagger', { accepts: 'application/yaml' })).body).toMatch(/^swagger: ["']?2\.0/);
  });

  it('an SDK in JavaScript; another language is refused', async () => {
    const sdk = await DATA_SOURCES.sdk(aws, api.id, 'prod', 'javascript');
    expect(sdk.size).toBeGreaterThan(500);
    expect(sdk.contentDisposition).toMatch(/^attachment; filename=/);
    await expect(DATA_SOURCES.sdk(aws, api.id, 'prod', 'android', { groupId: 'g', artifactId: 'a', artifactVersion: 'v', invokerPackage: 'i' })).rejects.toThrow(/./);
  });
});
