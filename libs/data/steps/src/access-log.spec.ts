import { expect, it } from 'vitest';
import { fault, finish, twinExchange, twinRoute, twinWorld, type Inbound } from '@gatehouse/data-exchange';
import { accessLog } from './access-log.js';
import { metrics } from './metrics.js';

const ARN = 'arn:aws:logs:us-east-1:123456789012:log-group:access';
function lineOf(format: string, inbound: Partial<Inbound> = {}, change: (x: ReturnType<typeof twinExchange>) => void = () => undefined): string {
  const world = twinWorld();
  const route = twinRoute({ stage: { accessLog: { destinationArn: ARN, format } } });
  const x = twinExchange(route, inbound);
  x.answer = { status: 200, headers: [], body: 'ok' };
  x.endedMs = x.startedMs + 12.4;
  change(x);
  accessLog.build(route, world)!(x);
  return world.logs.lines.get(ARN)!.join('\n');
}

it('lets no caller forge a line or a member', () => {
  const line = lineOf('{"ua":"$context.identity.userAgent","path":"$context.path"}', { headers: ['User-Agent', 'x"\n{"ua":"forged'], path: '/a"b' });
  expect(line.split('\n')).toHaveLength(1);
  expect(JSON.parse(line)).toEqual({ ua: 'x"\n{"ua":"forged', path: '/prod/a"b' });
});

it('never writes a key value', () => {
  const line = lineOf('$context.identity.apiKey $context.identity.apiKeyId', { headers: ['x-api-key', 'abcdefghijklmnopqrstuvwxyz'] }, x => {
    x.grant = { apiKeyId: 'k1', usagePlanId: 'p1', quota: null, usage: { admit: () => undefined }, bucketsFor: () => [] };
  });
  expect(line).toBe('**********************wxyz k1');
});

it('writes every variable of a served request', () => {
  const names = ['requestId', 'extendedRequestId', 'identity.sourceIp', 'requestTime', 'requestTimeEpoch', 'httpMethod', 'resourcePath', 'resourceId', 'path', 'protocol', 'status', 'responseLength', 'responseLatency', 'stage', 'apiId', 'accountId', 'domainName', 'domainPrefix', 'deploymentId'];
  expect(lineOf(names.map(name => `$context.${name}`).join(' '), {}, x => { x.responseBytes = 2; })).toBe(
    '11111111-2222-4333-8444-555555555555 AAAAAAAAAAAAAAA= 10.1.2.3 01/Jan/2026:00:00:00 +0000 1767225600000 GET /pets/{petId} res123 /prod/pets/7 HTTP/1.1 200 2 12 prod api1234567 123456789012 api1234567.execute-api.localhost api1234567 dep123',
  );
});

it('writes - for what is not set, and the fault of a refusal', () => {
  expect(lineOf('$context.error.message $context.integration.status $context.integrationLatency $context.authorizer.principalId $context.xrayTraceId')).toBe('- - - - -');
  expect(lineOf('$context.error.message|$context.error.messageString|$context.error.responseType', {}, x => { x.fault = fault('THROTTLED'); })).toBe('Too Many Requests|"Too Many Requests"|THROTTLED');
});

it('is absent where the stage has no access log, and metrics count a request that nobody waited for', () => {
  const world = twinWorld();
  const route = twinRoute();
  expect(accessLog.build(route, world)).toBeNull();
  const x = twinExchange(route);
  x.endedMs = x.startedMs + 5;
  finish({ ...x.route, always: [metrics.build(route, world)!] }, x);
  expect(world.metrics.drainMetrics()).toMatchObject([{ restApiId: 'api1234567', stageName: 'prod', resourcePath: '/pets/{petId}', httpMethod: 'GET', count: 1, error4xx: 1, integrationLatency: { count: 0 } }]);
});
