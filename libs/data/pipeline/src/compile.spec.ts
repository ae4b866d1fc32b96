import { describe, expect, it } from 'vitest';
import type { IntegrationSnapshot, MethodSnapshot } from '@gatehouse/contract-snapshot';
import { serve, streamOf, twinBody, twinExchange, twinRoute, twinWorld, type Inbound, type UpstreamRequest, type UpstreamResponse } from '@gatehouse/data-exchange';
import { compileStage } from './compile.js';
import { REST } from './pipelines.js';

const answer = (statusCode: string, over: Partial<IntegrationSnapshot['integrationResponses'][number]> = {}): IntegrationSnapshot['integrationResponses'][number] => ({
  statusCode, selectionPattern: null, responseParameters: {}, responseTemplates: {}, contentHandling: null, ...over,
});

interface Scene { readonly integration: Partial<IntegrationSnapshot>; readonly method?: Partial<MethodSnapshot>; readonly inbound?: Partial<Inbound>; readonly variables?: Readonly<Record<string, string>>; readonly upstream?: Partial<UpstreamResponse> }

/** Compiles the route of a scene and serves one request on it. */
async function play({ integration, method = {}, inbound = {}, variables = {}, upstream = {} }: Scene) {
  const response: UpstreamResponse = { status: 200, reason: 'OK', headers: [], body: null, ...upstream };
  const world = twinWorld({ upstream: () => response });
  const route = twinRoute({ integration, method, stage: { variables: { ...variables } } });
  const { compiled, warnings } = compileStage(route.api, route.stage, world);
  const path = inbound.path ?? '/pets/7';
  const match = compiled.match(inbound.method ?? 'GET', path);
  const x = twinExchange(route, inbound);
  const served = Object.assign(x, { route: match.route, pathValues: match.values });
  await serve(match.route, served);
  const request: UpstreamRequest | undefined = world.upstream.requests[0];
  return { status: x.answer?.status, body: x.answer?.body, headers: x.answer?.headers ?? [], request, warnings, faults: world.diagnostics.faults };
}

const headerIn = (headers: readonly string[], name: string): string | undefined => { const at = headers.findIndex((entry, i) => i % 2 === 0 && entry.toLowerCase() === name.toLowerCase()); return at < 0 ? undefined : headers[at + 1]; };
const PROXY = { type: 'HTTP_PROXY', httpMethod: 'ANY', uri: 'http://backend/v1/{id}', requestParameters: { 'integration.request.path.id': 'method.request.path.petId' } } as const;
const HTTP: Partial<IntegrationSnapshot> = { type: 'HTTP', httpMethod: 'POST', uri: 'http://backend/v1', integrationResponses: [answer('200')] };
const MOCK = { type: 'MOCK', requestTemplates: { 'application/json': '{"statusCode": 200}' } } as const;
const INTERNAL = { status: 500, body: '{"message": "Internal server error"}' };

describe('the page', () => {
  it('keeps AWS\'s order', () => {
    expect(REST.request.map(({ name }) => name)).toEqual(['limitSize', 'refuseByPolicy', 'authorize', 'apiKey', 'throttle', 'quota', 'validate', 'mapRequest', 'invoke', 'mapResponse']);
    expect([REST.fault, REST.response, REST.always].map(list => list.map(({ name }) => name))).toEqual([['gatewayResponse'], ['stamp'], ['accessLog', 'metrics']]);
  });

  it('answers 403 for a path or a method that is not there', async () => {
    for (const inbound of [{ path: '/cats' }, { method: 'POST' }, { method: 'HEAD' }]) {
      expect(await play({ integration: MOCK, inbound })).toMatchObject({ status: 403, body: '{"message":"Missing Authentication Token"}' });
    }
  });

  it('answers 403 Forbidden for a switched-off default endpoint, and none for one that serves', async () => {
    const route = twinRoute({ api: { disableExecuteApiEndpoint: true } });
    const { compiled } = compileStage(route.api, route.stage, twinWorld());
    const x = twinExchange(route);
    await serve(compiled.disabled!.route, x);
    expect(x.answer).toMatchObject({ status: 403, body: '{"message":"Forbidden"}' });
    expect(compileStage(twinRoute().api, route.stage, twinWorld()).compiled.disabled).toBeNull();
  });

  it('refuses an api whose paths cannot be told apart', () => {
    const route = twinRoute();
    const twice = { ...route.api, resources: [...route.api.resources, { ...route.api.resources[0]!, path: '/pets/{other}' }] };
    expect(() => compileStage(twice, route.stage, twinWorld())).toThrow(/names this segment/);
  });
});

describe('a route that cannot work as configured answers Internal server error and says why', () => {
  it.each([
    ['a directive', { ...MOCK, requestTemplates: { 'application/json': '{\n#set($a=1)}' } }, /#set is not supported at line 2, column 1/], ['no address', { ...PROXY, uri: '' }, /Invalid endpoint address/],
    ['an unmapped variable', { ...PROXY, requestParameters: {} }, /\{id\} is not mapped/], ['an unset stage variable', { ...PROXY, uri: 'http://${stageVariables.none}/' }, /stage variable none is not set/],
    ['a header that cannot be mapped', { ...PROXY, requestParameters: { ...PROXY.requestParameters, 'integration.request.header.Transfer-Encoding': "'chunked'" } }, /cannot be mapped/],
    ['a bad expression', { ...PROXY, requestParameters: { ...PROXY.requestParameters, 'integration.request.header.x': 'nonsense' } }, /Invalid mapping expression/], ['a bad pattern', { ...MOCK, integrationResponses: [answer('200', { selectionPattern: '(' })] }, /mapResponse/],
    ['a function integration', { type: 'AWS_PROXY', uri: 'arn:aws:apigateway:us-east-1:lambda:path/x' }, /AWS_PROXY are not supported yet/],
  ] as const)('%s', async (_name, integration, reason) => {
    const played = await play({ integration: integration as Partial<IntegrationSnapshot> });
    expect(played).toMatchObject(INTERNAL);
    expect(played.warnings.map(warning => warning.reason).join()).toMatch(reason);
  });

  it.each([
    ['binary from text', { ...HTTP, contentHandling: 'CONVERT_TO_BINARY' }, {}], ['text from binary', { ...HTTP, contentHandling: 'CONVERT_TO_TEXT' }, { binaryMediaTypes: ['image/*'] }],
    ['binary in an answer', { ...HTTP, integrationResponses: [answer('200', { contentHandling: 'CONVERT_TO_BINARY' })] }, {}],
  ] as const)('a conversion to %s', (_name, integration, api) => {
    const route = twinRoute({ integration: integration as Partial<IntegrationSnapshot>, api: { ...api, binaryMediaTypes: 'binaryMediaTypes' in api ? [...api.binaryMediaTypes] : [] } });
    expect(compileStage(route.api, route.stage, twinWorld()).warnings.map(({ reason }) => reason).join()).toMatch(/CONVERT_TO_\w+ is not supported yet/);
  });

  it.each([['AWS_IAM'], ['CUSTOM'], ['COGNITO_USER_POOLS'], ['ANYTHING']])('authorization %s serves nobody rather than everybody', async authorizationType => {
    const played = await play({ integration: { ...MOCK, integrationResponses: [answer('200')] }, method: { authorizationType } });
    expect(played).toMatchObject(INTERNAL);
  });

  it('a resource policy serves nobody rather than everybody', async () => {
    const route = twinRoute({ api: { policy: '{}' }, integration: { ...MOCK, integrationResponses: [answer('200')] } });
    const { compiled } = compileStage(route.api, route.stage, twinWorld());
    const x = twinExchange(route);
    await serve(compiled.match('GET', '/pets/7').route, x);
    expect(x.answer).toMatchObject(INTERNAL);
  });

  it('a method without an integration', async () => {
    expect(await play({ integration: {}, method: { integration: null } })).toMatchObject(INTERNAL);
  });
});

describe('MOCK', () => {
  it.each(['', '{}', '{"statusCode": "x"}', 'statusCode: 200', '{"statusCode": 200.5}', '{"other": 200}', '[200]'])('refuses the template %j', async template => {
    expect(await play({ integration: { ...MOCK, requestTemplates: { 'application/json': template }, integrationResponses: [answer('200')] } })).toMatchObject(INTERNAL);
  });

  it.each([['{"statusCode": 404}', 404], ['{statusCode: 404}', 404], ['{"statusCode": "404"}', 404], ['{ \'statusCode\' : 404, "x": 1 }', 404], ['{"statusCode": 200}', 200]])('%s chooses by its code', async (template, status) => {
    const integrationResponses = [answer('404', { selectionPattern: '404', responseTemplates: { 'application/json': '{"no":"$input.params(\'petId\')"}' } }), answer('200', { responseTemplates: { 'application/json': 'fine' } })];
    expect(await play({ integration: { ...MOCK, requestTemplates: { 'application/json': template }, integrationResponses } })).toMatchObject({ status, body: status === 404 ? '{"no":"7"}' : 'fine' });
  });

  it('without a match and without a default is a configuration error', async () => {
    const played = await play({ integration: { ...MOCK, integrationResponses: [answer('404', { selectionPattern: '4\\d\\d' })] } });
    expect(played).toMatchObject(INTERNAL);
    expect(String(played.faults[0]?.cause)).toContain('No match for output mapping');
  });

  it('renders its template for a GET whatever passthroughBehavior says, and reads the body where there is none', async () => {
    const integrationResponses = [answer('200')];
    expect((await play({ integration: { ...MOCK, passthroughBehavior: 'NEVER', integrationResponses } })).status).toBe(200);
    expect((await play({ integration: { type: 'MOCK', passthroughBehavior: 'NEVER', integrationResponses }, inbound: { body: twinBody('{"statusCode":200}') } })).status).toBe(200);
  });

  it('answers a preflight with mapped headers', async () => {
    const responseParameters = { 'method.response.header.Access-Control-Allow-Origin': "'*'", 'method.response.header.X-Who': 'context.identity.sourceIp', 'method.response.header.X-None': 'integration.response.header.none', 'method.response.header.Date': "'now'" };
    const { headers, body } = await play({ integration: { ...MOCK, integrationResponses: [answer('200', { responseParameters })] } });
    expect(headers.slice(0, 8)).toEqual(['Access-Control-Allow-Origin', '*', 'X-Who', '10.1.2.3', 'x-amzn-Remapped-Date', 'now', 'Content-Type', 'application/json']);
    expect(body).toBeNull();
  });
});

describe('HTTP_PROXY', () => {
  it('passes query and headers on as they came, without what ends here', async () => {
    const headers = ['Host', 'h', 'X-A', '1', 'x-a', '2', 'Connection', 'keep-alive, X-Hop', 'X-Hop', 'gone', 'TE', 'trailers', 'Via', '1.1 x', 'Content-Encoding', 'weird', 'Upgrade', 'h2c', 'Cookie', 'a=b', 'X-Forwarded-For', '9.9.9.9', 'x-forwarded-for', '8.8.8.8', 'X-Amzn-Apigateway-Api-Id', 'forged', 'Keep-Alive', '5', 'Proxy-Authorization', 'x', 'Max-Forwards', '1'];
    const { request } = await play({ integration: PROXY, inbound: { headers, query: 'b=2&a=%20+1', method: 'GET' } });
    expect(request?.target).toBe('/v1/7?b=2&a=%20+1');
    const lines = request!.head.split('\r\n').slice(0, -1);
    expect(lines.slice(0, 4)).toEqual(['X-A: 1', 'x-a: 2', 'Cookie: a=b', 'X-Forwarded-For: 9.9.9.9, 8.8.8.8, 10.1.2.3']);
    expect(lines.join()).not.toMatch(/gone|forged|h2c|weird|trailers/);
    expect(lines.slice(4).map(line => line.split(':')[0])).toEqual(['X-Forwarded-Port', 'X-Forwarded-Proto', 'X-Amzn-Trace-Id', 'X-Amzn-Apigateway-Api-Id']);
    expect(lines.at(-1)).toBe('X-Amzn-Apigateway-Api-Id: api1234567');
  });

  it('keeps the coding that a body really has', async () => {
    const { request, headers } = await play({ integration: PROXY, inbound: { headers: ['Content-Encoding', 'gzip'] }, upstream: { headers: ['Content-Encoding', 'br', 'content-encoding', 'nonsense'] } });
    expect(request?.head).toContain('Content-Encoding: gzip\r\n');
    expect(headers.slice(0, 2)).toEqual(['Content-Encoding', 'br']);
    expect(headers).not.toContain('nonsense');
  });

  it('merges mapped parameters: a query value is appended, a header replaces', async () => {
    const requestParameters = { ...PROXY.requestParameters, 'integration.request.querystring.testQs': "'foo & bar'", 'integration.request.header.X-A': 'context.stage', 'integration.request.header.X-Empty': 'method.request.header.none' };
    const { request } = await play({ integration: { ...PROXY, requestParameters }, inbound: { query: 'testQs=bar', headers: ['x-a', 'client'] } });
    expect(request?.target).toBe('/v1/7?testQs=bar&testQs=foo%20%26%20bar');
    expect(request?.head).toContain('X-A: prod\r\n');
    expect(request?.head).not.toMatch(/client|X-Empty/);
  });

  it('lets no value leave its place: encoded in a path, refused in a head', async () => {
    const fromQuery = { ...PROXY, requestParameters: { 'integration.request.path.id': 'method.request.querystring.id' } };
    expect((await play({ integration: fromQuery, inbound: { query: 'id=a%2Fb%3Fc%23d' } })).request?.target).toBe('/v1/a%2Fb%3Fc%23d?id=a%2Fb%3Fc%23d');
    expect(await play({ integration: fromQuery, inbound: { query: 'id=..' } })).toMatchObject({ status: 400 });
    const intoHead = { ...PROXY, requestParameters: { ...PROXY.requestParameters, 'integration.request.header.X': 'method.request.querystring.x' } };
    expect(await play({ integration: intoHead, inbound: { query: 'x=a%0d%0aInjected:%20y' } })).toMatchObject({ status: 400 });
    expect((await play({ integration: intoHead, inbound: { query: 'x=%E2%82%AC' } })).request?.head).toContain(`X: ${Buffer.from('€').toString('latin1')}\r\n`);
  });

  it('passes the answer back, remapped as AWS does it, and ignores integration responses', async () => {
    const headers = ['Content-Type', 'text/plain', 'Date', 'd', 'Server', 's', 'Connection', 'close', 'Content-Length', '2', 'Via', 'v', 'X-B', '1', 'X-B', '2', 'x-amzn-RequestId', 'theirs'];
    const played = await play({ integration: { ...PROXY, integrationResponses: [answer('500')] }, upstream: { status: 418, headers, body: Buffer.from('ok') } });
    expect(played.status).toBe(418);
    expect(played.headers.slice(0, -4)).toEqual([
      'Content-Type', 'text/plain', 'x-amzn-Remapped-Date', 'd', 'x-amzn-Remapped-Server', 's', 'x-amzn-Remapped-Connection', 'close', 'x-amzn-Remapped-Content-Length', '2', 'X-B', '1', 'X-B', '2', 'x-amzn-Remapped-x-amzn-RequestId', 'theirs',
    ]);
    expect(headerIn(played.headers, 'X-Amzn-Trace-Id')).toBeUndefined();
  });

  it('streams the body through, and holds it only where a mapping reads it', async () => {
    const body = twinBody('{"a":"from body"}');
    expect((await play({ integration: PROXY, inbound: { body } })).request?.body).toBe(body);
    const requestParameters = { ...PROXY.requestParameters, 'integration.request.header.X-A': 'method.request.body.a' };
    const { request } = await play({ integration: { ...PROXY, requestParameters }, inbound: { body: twinBody('{"a":"from body"}') } });
    expect(request?.head).toContain('X-A: from body\r\n');
    expect(String(request?.body)).toBe('{"a":"from body"}');
  });

  it('knows its backend by stage variables', async () => {
    const { request } = await play({ integration: { ...PROXY, uri: 'https://${stageVariables.host}/${stageVariables.base}/{id}' }, variables: { host: 'b.example:8443', base: 'v9' } });
    expect(request).toMatchObject({ target: '/v9/7', origin: { isSecure: true, host: 'b.example', port: 8443, authority: 'b.example:8443' } });
  });
});

describe('HTTP', () => {
  it('sends only what was mapped, with AWS\'s defaults', async () => {
    const { request } = await play({ integration: { ...HTTP, requestParameters: { 'integration.request.header.X-Pet': 'method.request.path.petId' } }, inbound: { headers: ['Cookie', 'secret', 'Content-Type', 'text/plain'], query: 'a=1', body: twinBody('hello') } });
    expect(request?.target).toBe('/v1');
    expect(request?.head.split('\r\n').slice(0, -1).map(line => line.replace(/Root=.*/, 'Root'))).toEqual(['X-Pet: 7', 'Content-Type: text/plain', 'X-Amzn-Trace-Id: Root', 'Accept: application/json', 'User-Agent: AmazonAPIGateway_api1234567', 'X-Amzn-Apigateway-Api-Id: api1234567']);
  });

  it.each([
    ['WHEN_NO_MATCH', {}, 'text/csv', 200], ['WHEN_NO_MATCH', { 'application/json': '{}' }, 'text/csv', 200], ['WHEN_NO_TEMPLATES', {}, 'text/csv', 200], ['WHEN_NO_TEMPLATES', { 'application/json': '{}' }, 'text/csv', 415],
    ['NEVER', {}, 'text/csv', 415], ['NEVER', { 'application/json': '{}' }, 'text/csv', 415], ['NEVER', { 'application/json': '{}' }, 'application/json; charset=utf-8', 200], ['NEVER', { 'application/json': '{}' }, null, 200], ['NEVER', { $default: '{}' }, 'text/csv', 200],
  ] as const)('%s with templates %j and %s is %d', async (passthroughBehavior, requestTemplates, type, status) => {
    const headers = type === null ? [] : ['Content-Type', type];
    expect((await play({ integration: { ...HTTP, passthroughBehavior, requestTemplates: { ...requestTemplates } }, inbound: { headers, body: twinBody('x') } })).status).toBe(status);
  });

  it('maps body and answer through templates', async () => {
    const integration = {
      ...HTTP, requestTemplates: { 'application/json': '{"name":$input.json(\'$.pet\'),"ip":"$context.identity.sourceIp"}' },
      integrationResponses: [answer('200'), answer('404', { selectionPattern: '4\\d{2}', responseParameters: { 'method.response.header.X-Reason': 'integration.response.body.error.code' }, responseTemplates: { 'application/json': '{"why":"$input.path(\'$.error.text\')"}' } })],
    };
    const upstream = { status: 404, headers: ['X-Secret', 'backend'], body: streamOf(Buffer.from('{"error":{"code":7,'), Buffer.from('"text":"none"}}')) };
    const { request, ...played } = await play({ integration, inbound: { body: twinBody('{"pet":"Rex"}') }, upstream });
    expect(String(request?.body)).toBe('{"name":"Rex","ip":"10.1.2.3"}');
    expect(played).toMatchObject({ status: 404, body: '{"why":"none"}' });
    expect(played.headers).toEqual(expect.arrayContaining(['X-Reason', '7', 'Content-Type', 'application/json', 'X-Amzn-Trace-Id']));
    expect(played.headers).not.toContain('X-Secret');
  });

  it('passes the backend\'s body through where no template stands', async () => {
    const body = Buffer.from('raw');
    expect(await play({ integration: HTTP, upstream: { status: 200, body } })).toMatchObject({ status: 200, body });
  });

  it('refuses a body that is too large to be held', async () => {
    const integration = { ...HTTP, requestTemplates: { 'application/json': '$input.body' } };
    const huge = { ...twinBody(''), length: -1, read: (reader: { onChunk(chunk: Buffer): boolean }) => { for (let i = 0; i < 11; i++) reader.onChunk(Buffer.alloc(1024 * 1024)); } };
    expect(await play({ integration, inbound: { body: huge } })).toMatchObject({ status: 413, body: '{"message":"Request Too Long"}' });
  });
});
