import { V1 } from '@gatehouse/contract-wire';
import { describe, expect, it } from 'vitest';
import { toHal, wantsHal } from './to-hal.js';

type Hal = Record<string, Record<string, Record<string, unknown>>> & { _links: Record<string, { href?: string; templated?: boolean }> };

describe('wantsHal', () => {
  it.each([undefined, '', '*/*', 'application/json', 'application/json, text/plain', 'application/hal+jsonp'])('%s asks for plain JSON', accept => {
    expect(wantsHal(accept)).toBe(false);
  });
  it.each(['application/hal+json', 'text/html, application/HAL+json;q=0.9'])('%s asks for HAL', accept => {
    expect(wantsHal(accept)).toBe(true);
  });
});

describe('toHal', () => {
  it('links an API to what it holds, as AWS\'s reference shows it', () => {
    const { _links: links, ...rest } = toHal(V1.GetRestApi, { restApiId: 'fugvjdxtri' }, { id: 'fugvjdxtri', name: 'pets' }) as Hal;
    expect(rest).toEqual({ id: 'fugvjdxtri', name: 'pets' });
    expect(links).toMatchObject({
      self: { href: '/restapis/fugvjdxtri' },
      'authorizer:by-id': { href: '/restapis/fugvjdxtri/authorizers/{authorizer_id}', templated: true }, 'authorizer:create': { href: '/restapis/fugvjdxtri/authorizers' },
      'model:by-name': { href: '/restapis/fugvjdxtri/models/{model_name}{?flatten}', templated: true }, 'restapi:delete': { href: '/restapis/fugvjdxtri' }, 'restapi:update': { href: '/restapis/fugvjdxtri' },
      'restapi:resources': { href: '/restapis/fugvjdxtri/resources{?limit,embed}', templated: true }, 'stage:by-name': { href: '/restapis/fugvjdxtri/stages/{stage_name}', templated: true },
      'resource:by-id': { href: '/restapis/fugvjdxtri/resources/{resource_id}{?embed}', templated: true },
    });
    expect((links['curies'] as unknown as { name: string }[]).map(curie => curie.name)).toContain('restapi');
  });

  it('embeds one member alone and several in an array', () => {
    const [none, one, two] = [[], ['a'], ['a', 'b']].map(ids => toHal(V1.GetResources, { restApiId: 'api' }, { item: ids.map(id => ({ id, path: '/' })) }) as Hal);
    expect(none!['_embedded']).toBeUndefined();
    expect(one!['_embedded']!['item']).toMatchObject({ id: 'a', _links: { self: { href: '/restapis/api/resources/a' } } });
    expect(one!._links['item']).toEqual({ href: '/restapis/api/resources/a' });
    expect(two!['_embedded']!['item']).toHaveLength(2);
    expect(two!._links).toMatchObject({ self: { href: '/restapis/api/resources' }, 'resource:by-id': { href: '/restapis/api/resources/{resource_id}{?embed}' }, 'resource:create': { href: '/restapis/api/resources/{parent_id}', templated: true } });
  });

  it('leads to the next page', () => {
    expect((toHal(V1.GetRestApis, {}, { item: [{ id: 'a' }], position: 'x/=' }) as Hal)._links['next']).toEqual({ href: '/restapis?position=x%2F%3D' });
  });

  it('the next page is asked for as this one was', () => {
    const { _links: { next } } = toHal(V1.GetResources, { restApiId: 'api' }, { item: [{ id: 'a', path: '/' }], position: 'p2' }, new URLSearchParams('position=p1&limit=1&embed=methods&x=%26a%3D')) as Hal;
    expect(next).toEqual({ href: '/restapis/api/resources?limit=1&embed=methods&x=%26a%3D&position=p2' });
  });

  it('embeds a method\'s responses and its integration, with their own places', () => {
    const method = { httpMethod: 'GET', apiKeyRequired: true, methodResponses: { 200: { statusCode: '200' } }, methodIntegration: { type: 'MOCK', integrationResponses: { 200: { statusCode: '200' }, 500: { statusCode: '500' } } } };
    const hal = toHal(V1.GetMethod, { restApiId: 'api', resourceId: 'r/1', httpMethod: 'GET' }, method) as Hal;
    expect(hal).toMatchObject({ httpMethod: 'GET', apiKeyRequired: true, _links: { self: { href: '/restapis/api/resources/r%2F1/methods/GET' } } });
    expect([hal['methodResponses'], hal['methodIntegration']]).toEqual([undefined, undefined]);
    expect(hal['_embedded']!['method:responses']).toMatchObject({ statusCode: '200', _links: { self: { href: '/restapis/api/resources/r%2F1/methods/GET/responses/200' }, 'methodresponse:delete': {} } });
    const integration = hal['_embedded']!['method:integration'] as unknown as Hal;
    expect(integration).toMatchObject({ type: 'MOCK', _links: { self: { href: '/restapis/api/resources/r%2F1/methods/GET/integration' } } });
    expect((integration['_embedded']!['integration:responses'] as unknown as Hal[]).map(each => each._links['self']!.href)).toEqual(['200', '500'].map(code => `/restapis/api/resources/r%2F1/methods/GET/integration/responses/${code}`));
  });

  it('gives every v1 answer with a body a self link, whatever is in it', () => {
    for (const row of Object.values(V1)) {
      if (row.output === null || ['ExportResponse', 'SdkResponse'].includes(row.output)) continue;
      expect([row.name, typeof (toHal(row, {}, {}) as Hal)._links['self']!.href]).toEqual([row.name, 'string']);
    }
  });
});
