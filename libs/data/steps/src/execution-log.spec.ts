import { describe, expect, it } from 'vitest';
import { fault, twinBody, twinExchange, twinRoute, twinWorld, type Exchange } from '@gatehouse/data-exchange';
import { logCompletion, logEndpointRequest, logEndpointResponse, logFault, logMethodRequest, logMethodResponse, readWholeAnswer } from './execution-log.js';

const route = twinRoute();
const told = async (step: typeof logMethodRequest, x: Exchange): Promise<readonly string[]> => {
  const world = twinWorld();
  await step.build(route, world)?.(x);
  return world.executionLog.lines;
};
const ORIGIN = { key: 'http://b:80', isSecure: false, host: 'b', port: 80, authority: 'b', insecureSkipVerification: false };

describe('the execution log', () => {
  it('shows no credential of the caller, neither to the backend nor from it', async () => {
    const x = twinExchange(route, { headers: ['Authorization', 'Bearer abcdefghijkl', 'x-api-key', 'short', 'Cookie', 'session=0123456789'] });
    x.integrationRequest = { origin: ORIGIN, method: 'GET', target: '/', head: 'Authorization: Bearer abcdefghijkl\r\nX-Open: yes\r\n', body: null, timeoutMs: 1 };
    const lines = [...await told(logMethodRequest, x), ...await told(logEndpointRequest, x)].join('\n');
    expect(lines).not.toMatch(/abcdef|short|012345/);
    expect(lines).toContain('X-Open=yes');
    expect(lines).toContain('Authorization=*************ghijkl');
  });

  it('cuts long bodies as AWS does', async () => {
    const lines = await told(logMethodRequest, twinExchange(route, { body: twinBody('x'.repeat(5_000)) }));
    expect(lines.at(-1)).toBe(`Method request body before transformations: ${'x'.repeat(1_024)} [TRUNCATED]`);
  });

  it('tells the method request in AWS\'s order', async () => {
    expect(await told(logMethodRequest, twinExchange(route, { query: 'a=1&b=%20', headers: ['X-A', '1', 'X-A', '2'], body: twinBody('{}') }))).toEqual([
      'Starting execution for request: 11111111-2222-4333-8444-555555555555', 'HTTP Method: GET, Resource Path: /pets/7', 'Method request path: {petId=7}', 'Method request query string: {a=1, b= }',
      'Method request headers: {X-A=1,2}', 'Method request body before transformations: {}',
    ]);
  });

  it('has no endpoint lines without an endpoint', async () => {
    const x = twinExchange(route);
    expect([...await told(logEndpointRequest, x), ...await told(logEndpointResponse, x)]).toEqual([]);
  });

  it('tells the backend\'s answer and the caller\'s', async () => {
    const x = twinExchange(route);
    x.integrationStartedMs = 10;
    x.integrationEndedMs = 15.4;
    x.integrationResponse = { status: 201, reason: 'Created', headers: ['A', 'b'], body: Buffer.from('backend') };
    await readWholeAnswer.build(route, twinWorld())?.(x);
    x.answer = { status: 200, headers: ['Content-Type', 'text/plain'], body: 'caller' };
    expect([...await told(logEndpointResponse, x), ...await told(logMethodResponse, x), ...await told(logCompletion, x)]).toEqual([
      'Received response. Status: 201, Integration latency: 5 ms', 'Endpoint response headers: {A=b}', 'Endpoint response body before transformations: backend',
      'Method response body after transformations: caller', 'Method response headers: {Content-Type=text/plain}', 'Successfully completed execution', 'Method completed with status: 200',
    ]);
  });

  it.each([
    ['API_CONFIGURATION_ERROR', 'no such header', 'Execution failed due to configuration error: no such header'], ['INTEGRATION_TIMEOUT', undefined, 'Execution failed due to a timeout error'],
    ['BAD_REQUEST_PARAMETERS', undefined, 'Missing required request parameters'], ['UNSUPPORTED_MEDIA_TYPE', undefined, 'Execution failed: Unsupported Media Type'], ['THROTTLED', undefined, 'Execution failed: Too Many Requests'],
  ] as const)('says why after %s', async (type, cause, line) => {
    const x = twinExchange(route);
    x.fault = fault(type, cause);
    expect(await told(logFault, x)).toEqual([line]);
    x.answer = { status: x.fault.row.status, headers: [], body: '{}' };
    expect((await told(logMethodResponse, x))[0]).toBe(`Gateway response type: ${type} with status code: ${x.fault.row.status}`);
  });
});
