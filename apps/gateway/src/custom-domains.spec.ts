import { FORMAT, pointerKey, type DomainPage, type VpcLinkPage } from '@gatehouse/contract-snapshot';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { ACCOUNT, api, integration, method, mockAnswer, REGION } from '../test/documents.js';
import { PetOrigin } from '../test/pet-origin.js';
import { RunningGateway } from '../test/running-gateway.js';
import { opens } from './entry.js';

const place = { format: FORMAT, accountId: ACCOUNT, region: REGION } as const;
const domain = (domainName: string, mappings: Record<string, readonly [string, string | null]>, over: Partial<DomainPage> = {}): DomainPage => ({
  ...place, kind: 'domain', domainName, domainNameId: '', endpointTypes: ['REGIONAL'], vpcEndpointIds: [],
  mappings: Object.entries(mappings).map(([basePath, [restApiId, stageName]]) => ({ basePath, restApiId, stageName })), ...over,
});
const said = (word: string) => ({ '/': [method('GET', { integration: mockAnswer(`${word} root $context.path`) })], '/{proxy+}': [method('ANY', { integration: mockAnswer(`${word} $context.path`) })] });

describe.each(['raw', 'node'] as const)('custom domains on the %s listener', listener => {
  let gateway: RunningGateway;
  const set = (...pages: DomainPage[]): void => void gateway.set(new Map(pages.map(page => [pointerKey('domain', ACCOUNT, REGION, page.domainName, page.domainNameId), page])));
  const ask = async (host: string, path: string): Promise<string> => {
    const { status, body } = await gateway.ask(path, { host });
    return status === 200 ? body : `${status}`;
  };

  beforeAll(async () => {
    gateway = await new RunningGateway({ listener, privateListeners: [{ vpcEndpointId: 'vpce-1', port: 0 }] }).start();
    gateway.serve(api('one', said('one')));
    gateway.serve(api('two', said('two')), { stageName: 'dev' });
    gateway.serve(api('off', said('off'), { disableExecuteApiEndpoint: true }));
    gateway.serve(api('hidden', said('hidden'), { endpointTypes: ['PRIVATE'], vpcEndpointIds: ['vpce-1'] }));
    gateway.serve(api('elsewhere', said('elsewhere'), { endpointTypes: ['PRIVATE'], vpcEndpointIds: ['vpce-2'] }));
  });
  afterAll(() => gateway.stop());
  beforeEach(() => set(domain('api.example.com', { v1: ['one', 'prod'], 'v1/two': ['two', 'dev'], any: ['two', null], off: ['off', 'prod'], hidden: ['hidden', 'prod'], gone: ['nobody', 'prod'] })));

  it.each(['/', '/v2', '/v10/x', '/gone/x', '/any', '/any/prod/x', '/hidden/x'])('%s leads nowhere: 403', async path => {
    expect(await ask('api.example.com', path)).toBe('403');
  });

  it.each([
    ['/v1', 'one root /v1/'], ['/v1/pets', 'one /v1/pets'], ['/v1/two/pets', 'two /v1/two/pets'], ['/v1/twofold', 'one /v1/twofold'], ['/any/dev/pets', 'two /any/dev/pets'],
  ])('%s is answered by the longest base path of whole segments', async (path, body) => {
    expect(await ask('api.example.com', path)).toBe(body);
    expect(await ask('API.example.com:8443', path)).toBe(body);
  });

  it('an API whose own address is switched off is reached by its domain, and only so', async () => {
    expect(await ask('api.example.com', '/off/x')).toBe('off /off/x');
    expect(await ask('off.execute-api.localhost', '/prod/x')).toBe('403');
    expect(await ask('localhost', '/_aws/execute-api/off/prod/x')).toBe('403');
  });

  it('the path form does not work below a custom domain, and does below any other host', async () => {
    expect(await ask('api.example.com', '/_aws/execute-api/one/prod/x')).toBe('403');
    expect(await ask('localhost', '/_aws/execute-api/one/prod/x')).toBe('one /prod/x');
  });

  it('a name of its own comes before a wildcard, which is one label wide', async () => {
    set(domain('*.example.com', { '': ['two', 'dev'] }));
    expect([await ask('api.example.com', '/v1'), await ask('other.example.com', '/x'), await ask('a.b.example.com', '/x'), await ask('example.com', '/x')]).toEqual(['one root /v1/', 'two /x', '403', '403']);
    gateway.drop(pointerKey('domain', ACCOUNT, REGION, '*.example.com', ''));
  });

  it('a moved and a dropped mapping count from the next request on, on the same connection', async () => {
    expect(await ask('api.example.com', '/v1/x')).toBe('one /v1/x');
    set(domain('api.example.com', { v1: ['two', 'dev'] }));
    expect(await ask('api.example.com', '/v1/x')).toBe('two /v1/x');
    gateway.drop(pointerKey('domain', ACCOUNT, REGION, 'api.example.com', ''));
    expect(await ask('api.example.com', '/v1/x')).toBe('403');
  });

  it('a private API is served by the listener of its VPC endpoint alone', async () => {
    const inside = gateway.privatePort('vpce-1');
    const askInside = async (host: string, path: string): Promise<string> => {
      const { status, body } = await gateway.ask(path, { host, port: inside });
      return status === 200 ? body : `${status}`;
    };
    expect(await ask('hidden.execute-api.localhost', '/prod/x')).toBe('403');
    expect(await askInside('hidden.execute-api.localhost', '/prod/x')).toBe('hidden /prod/x');
    expect(await askInside('elsewhere.execute-api.localhost', '/prod/x')).toBe('403');
    expect(await askInside('one.execute-api.localhost', '/prod/x')).toBe('403');
    expect(await askInside('api.example.com', '/v1/x')).toBe('403');
    set(domain('inside.example.com', { '': ['hidden', 'prod'] }, { domainNameId: 'p1', endpointTypes: ['PRIVATE'], vpcEndpointIds: ['vpce-1'] }));
    expect([await askInside('inside.example.com', '/x'), await ask('inside.example.com', '/x')]).toEqual(['hidden /x', '403']);
  });
});

describe('a VPC link', () => {
  const link = (target: string | null): ReadonlyMap<string, VpcLinkPage> => new Map([[pointerKey('vpc-link', ACCOUNT, REGION, 'link01'), { ...place, kind: 'vpc-link', vpcLinkId: 'link01', name: 'inside', target }]]);
  let gateway: RunningGateway;
  let origin: PetOrigin;
  beforeAll(async () => {
    origin = await new PetOrigin().start();
    gateway = await new RunningGateway().start();
    const through = (connectionId: string, uri = 'http://inside.invalid:9999/pets/1') => method('GET', { integration: integration({ type: 'HTTP_PROXY', httpMethod: 'GET', uri, connectionType: 'VPC_LINK', connectionId }) });
    gateway.serve(api('linked', { '/named': [through('link01')], '/variable': [through('${stageVariables.link}')], '/unknown': [through('nobody')], '/direct': [through('link01', `${origin.base}/pets/2`)] }), { variables: { link: 'link01' } });
  });
  afterAll(async () => {
    await gateway.stop();
    origin.stop();
  });
  const ask = (path: string) => gateway.ask(`/prod${path}`, { host: 'linked.execute-api.localhost' });

  it('that nobody made is 500, never a call of the address behind it', async () => {
    expect(await ask('/unknown')).toMatchObject({ status: 500, body: '{"message": "Internal server error"}' });
    expect(await ask('/named')).toMatchObject({ status: 500 });
  });

  it('leads to its upstream, whatever the host of the URI; another target counts at once', async () => {
    gateway.set(link(origin.base));
    expect(await ask('/named')).toMatchObject({ status: 200, body: '{"id":1,"name":"Rex"}' });
    expect(await ask('/variable')).toMatchObject({ status: 200, body: '{"id":1,"name":"Rex"}' });
    gateway.set(link('http://127.0.0.1:1'));
    expect(await ask('/named')).toMatchObject({ status: 504 });
    gateway.set(link(null));
    expect(await ask('/direct')).toMatchObject({ status: 200, body: '{"id":2,"name":"Tom"}' });
  });
});

describe('entries', () => {
  const publicly = (types: string[]) => ({ kind: 'public' as const, endpointTypes: new Set(types) });
  it.each([
    [publicly(['EDGE']), ['EDGE'], true], [publicly(['REGIONAL']), ['EDGE'], false], [publicly(['EDGE', 'REGIONAL']), ['PRIVATE'], false], [publicly(['EDGE']), [], true],
    [{ kind: 'private' as const, vpcEndpointId: 'vpce-1' }, ['REGIONAL'], false], [{ kind: 'private' as const, vpcEndpointId: 'vpce-1' }, ['PRIVATE'], true], [{ kind: 'private' as const, vpcEndpointId: 'vpce-2' }, ['PRIVATE'], false],
  ])('%j opens %j: %s', (entry, endpointTypes, isOpen) => {
    expect(opens(entry, { endpointTypes, vpcEndpointIds: ['vpce-1'] })).toBe(isOpen);
  });
});
