import { describe, expect, it } from 'vitest';
import type { GatewayResponseSnapshot } from '@gatehouse/contract-snapshot';
import { fault, FAULTS, GatewayFault, NOWHERE, twinExchange, twinRoute, twinWorld, type GatewayResponseType, type Inbound } from '@gatehouse/data-exchange';
import { gatewayResponse } from './gateway-response.js';

const response = (over: Partial<GatewayResponseSnapshot>): GatewayResponseSnapshot => ({ statusCode: null, responseParameters: {}, responseTemplates: {}, ...over });

function answerTo(type: GatewayResponseType | GatewayFault, gatewayResponses: Readonly<Record<string, GatewayResponseSnapshot>> = {}, inbound: Partial<Inbound> = {}) {
  const world = twinWorld();
  const route = twinRoute({ api: { gatewayResponses }, stage: { variables: { tone: 'kind' } } });
  const x = twinExchange(route, inbound);
  x.fault = typeof type === 'string' ? fault(type) : type;
  gatewayResponse.build(route, world)!(x);
  return { ...x.answer!, logged: world.diagnostics.faults };
}

describe('gatewayResponse', () => {
  it.each(Object.keys(FAULTS) as GatewayResponseType[])('%s has AWS\'s own answer unasked', type => {
    const { row, shown } = fault(type);
    expect(answerTo(type)).toMatchObject({ status: row.status, headers: ['Content-Type', 'application/json', 'x-amzn-ErrorType', row.errorType], body: row.body(JSON.stringify(shown)) });
  });

  it('tells the operator the cause of a 5xx, and nobody that of a 4xx', () => {
    expect(answerTo(fault('INTEGRATION_FAILURE', 'refused')).logged).toHaveLength(1);
    expect(answerTo('THROTTLED').logged).toHaveLength(0);
  });

  it('prefers the type\'s own customisation to its class', () => {
    const customs = { DEFAULT_4XX: response({ statusCode: '418' }), THROTTLED: response({ statusCode: '503', responseTemplates: { 'application/json': '{"m":$context.error.messageString,"t":"$context.error.responseType"}' } }) };
    expect(answerTo('THROTTLED', customs)).toMatchObject({ status: 503, body: '{"m":"Too Many Requests","t":"THROTTLED"}' });
    expect(answerTo('INVALID_API_KEY', customs)).toMatchObject({ status: 418, body: '{"message":"Forbidden"}' });
    expect(answerTo('INTEGRATION_TIMEOUT', customs).status).toBe(504);
    expect(answerTo('INTEGRATION_TIMEOUT', { DEFAULT_5XX: response({ statusCode: '500' }) }).status).toBe(500);
  });

  it('lets nobody customise 413, nor what lies outside every api', () => {
    const customs = { DEFAULT_4XX: response({ statusCode: '418' }), REQUEST_TOO_LARGE: response({ statusCode: '418' }) };
    expect(answerTo('REQUEST_TOO_LARGE', customs)).toMatchObject({ status: 413, body: '{"message":"Request Too Long"}' });
    expect(answerTo(new GatewayFault(NOWHERE), customs)).toMatchObject({ status: 403, body: '{"message":"Forbidden"}' });
  });

  it('maps headers from statics, the request, context and stage variables', () => {
    const responseParameters = {
      'gatewayresponse.header.Access-Control-Allow-Origin': "'*'", 'gatewayresponse.header.x-path': 'method.request.path.petId', 'gatewayresponse.header.x-query': 'method.request.querystring.q',
      'gatewayresponse.header.x-none': 'method.request.header.none', 'gatewayresponse.header.x-id': 'context.requestId', 'gatewayresponse.header.x-tone': 'stageVariables.tone', 'gatewayresponse.header.Content-Type': "'text/plain'",
    };
    expect(answerTo('THROTTLED', { DEFAULT_4XX: response({ responseParameters }) }, { query: 'q=a%20b' }).headers).toEqual([
      'x-amzn-ErrorType', 'TooManyRequestsException', 'Access-Control-Allow-Origin', '*', 'x-path', '7', 'x-query', 'a b', 'x-id', '11111111-2222-4333-8444-555555555555', 'x-tone', 'kind', 'Content-Type', 'text/plain',
    ]);
  });

  it('lets no caller split the head or break out of a JSON template', () => {
    const custom = response({ responseParameters: { 'gatewayresponse.header.x-q': 'method.request.querystring.q' }, responseTemplates: { 'application/json': '{"q":"$method.request.querystring.q"}' } });
    const { headers, body } = answerTo('THROTTLED', { THROTTLED: custom }, { query: 'q=a%0d%0aSet-Cookie:%20x%22,%22admin%22:%22' });
    expect(headers).not.toContain('x-q');
    expect(JSON.parse(String(body))).toEqual({ q: 'a\r\nSet-Cookie: x","admin":"' });
  });

  it('chooses the template by Accept, else JSON, else the first', () => {
    const templates = { 'text/html': '<p>$stageVariables.tone</p>', 'application/json': '{}' };
    const ask = (accept: string | null, responseTemplates: Readonly<Record<string, string>> = templates) => {
      const { headers, body } = answerTo('THROTTLED', { THROTTLED: response({ responseTemplates }) }, { headers: accept === null ? [] : ['Accept', accept] });
      return [headers[1], body];
    };
    expect(ask('text/html, */*')).toEqual(['text/html', '<p>kind</p>']);
    expect(ask(null)).toEqual(['application/json', '{}']);
    expect(ask('image/png', { 'text/html': 'x' })).toEqual(['text/html', 'x']);
  });

  it('writes nothing where a variable is not set, and never runs VTL', () => {
    const custom = response({ responseTemplates: { 'application/json': '#set($a=1)$a [$context.error.validationErrorString] $method.request.body' } });
    expect(answerTo('THROTTLED', { THROTTLED: custom }).body).toBe('#set($a=1)$a [] ');
  });

  it('refuses an api whose customisation cannot be read', () => {
    expect(() => answerTo('THROTTLED', { THROTTLED: response({ responseParameters: { 'gatewayresponse.header.x': 'nonsense' } }) })).toThrow(/Invalid mapping expression/);
  });
});
