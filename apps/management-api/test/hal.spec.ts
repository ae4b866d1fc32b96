import { GetResourcesCommand } from '@aws-sdk/client-api-gateway';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newMockApi, type Draft } from './build-api.js';
import { startSystem, type TestSystem } from './system.js';

let system: TestSystem;
let api: Draft;
beforeAll(async () => {
  system = await startSystem();
  api = await newMockApi(system);
});
afterAll(async () => {
  await system.close();
  expect(system.unexpected).toEqual([]);
});

const HAL = { accept: 'application/hal+json' };

describe('application/hal+json', () => {
  it('is for who asks for it: everybody else gets plain JSON', async () => {
    for (const accept of ['application/json', '*/*']) {
      const { headers, body } = await system.request('GET', `/restapis/${api.restApiId}`, undefined, { accept });
      expect([headers.get('content-type'), body['_links'], body['id']]).toEqual(['application/json', undefined, api.restApiId]);
    }
    expect((await system.aws.send(new GetResourcesCommand({ restApiId: api.restApiId }))).items).toHaveLength(1);
  });

  it('links a page to its members and to what can be done with them', async () => {
    const { headers, body } = await system.request('GET', `/restapis/${api.restApiId}/resources?embed=methods`, undefined, HAL);
    expect(headers.get('content-type')).toBe('application/hal+json');
    const self = `/restapis/${api.restApiId}/resources/${api.rootId}`;
    expect(body).toMatchObject({
      _links: { self: { href: `/restapis/${api.restApiId}/resources` }, item: { href: self } },
      _embedded: { item: { id: api.rootId, path: '/', _embedded: { 'resource:methods': { httpMethod: 'GET', _embedded: { 'method:integration': { type: 'MOCK', _links: { self: { href: `${self}/methods/GET/integration` } } } } } } } },
    });
  });

  it('every self link can be followed', async () => {
    const hrefs = new Set<string>();
    const collect = (value: unknown): void => {
      if (typeof value !== 'object' || value === null) return;
      const { href } = ((value as { _links?: { self?: { href?: string } } })._links?.self ?? {});
      if (href !== undefined) hrefs.add(href);
      for (const inner of Object.values(value)) collect(inner);
    };
    for (const path of ['/restapis', `/restapis/${api.restApiId}/resources?embed=methods`, `/restapis/${api.restApiId}/models`, `/restapis/${api.restApiId}/gatewayresponses`]) collect((await system.request('GET', path, undefined, HAL)).body);
    expect(hrefs.size).toBeGreaterThan(25);
    for (const href of hrefs) expect([href, (await system.request('GET', href, undefined, HAL)).status]).toEqual([href, 200]);
  });

  it('a refusal stays as it is', async () => {
    const { status, headers, body } = await system.request('GET', '/restapis/nobody', undefined, HAL);
    expect([status, headers.get('content-type'), Object.keys(body)]).toEqual([404, 'application/json', ['message']]);
  });
});
