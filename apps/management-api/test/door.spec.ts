import net from 'node:net';
import { CreateRestApiCommand } from '@aws-sdk/client-api-gateway';
import { ApiGatewayV2Client, CreateApiCommand } from '@aws-sdk/client-apigatewayv2';
import { handlersOf } from './handlers.js';
import { MANAGEMENT, notYet, V1, V2 } from '@gatehouse/contract-wire';
import supertest from 'supertest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newApi, refused } from './build-api.js';
import { startSystem, type TestSystem } from './system.js';
import { REGION } from './twins.js';

let system: TestSystem;
beforeAll(async () => { system = await startSystem(); });
afterAll(async () => {
  await system.close();
  expect(system.unexpected).toEqual([]);
});

const nested = (depth: number): string => `${'['.repeat(depth)}${']'.repeat(depth)}`;
const create = (body: unknown, headers: Readonly<Record<string, string>> = {}) => system.request('POST', '/restapis', body, headers);
const count = async (): Promise<number> => ((await system.request('GET', '/restapis?limit=500')).body['item'] as unknown[]).length;

describe('every operation of the table', () => {
  it('is bound exactly once, or stands in the not-yet list with a reason', () => {
    const bound = handlersOf(system.app);
    const rows = [...Object.values(V1), ...Object.values(V2), ...Object.values(MANAGEMENT)];
    const loose = rows.filter(row => bound.has(`${row.service}:${row.name}`) === (notYet(row) !== null)).map(row => row.name);
    expect(loose).toEqual([]);
    expect(rows).toHaveLength(230);
  });

  it('that is not served yet answers 501 and says why', async () => {
    const v2 = new ApiGatewayV2Client({ endpoint: system.url, region: REGION, credentials: { accessKeyId: 'AKIATEST', secretAccessKey: 'secret' }, maxAttempts: 1 });
    await expect(v2.send(new CreateApiCommand({ Name: 'x', ProtocolType: 'HTTP' }))).rejects.toEqual(refused('NotImplementedException', 'Operation CreateApi is not implemented yet: HTTP and WebSocket APIs are not built yet'));
    v2.destroy();
  });
});

describe('who may', () => {
  it('nobody learns anything unsigned · 403 Missing Authentication Token, known path or not', async () => {
    for (const [method, path] of [['GET', '/restapis'], ['POST', '/restapis'], ['GET', '/nowhere'], ['POST', '/'], ['DELETE', '/restapis/x'], ['GET', '/v2/apis']] as const) {
      const answer = await supertest(system.url)[method.toLowerCase() as 'get'](path);
      expect([answer.status, answer.headers['x-amzn-errortype'], answer.body]).toEqual([403, 'MissingAuthenticationTokenException', { message: 'Missing Authentication Token' }]);
    }
  });

  it('is asked before the body is looked at, by method and path', async () => {
    system.access.asked.length = 0;
    system.access.forbidden.add('apigateway:POST');
    const answer = await create('not json');
    system.access.forbidden.clear();
    expect([answer.status, answer.headers.get('x-amzn-errortype')]).toEqual([403, 'AccessDeniedException']);
    await system.request('GET', `/tags/${encodeURIComponent('arn:aws:apigateway:us-east-1::/restapis/abc')}`);
    expect(system.access.asked).toEqual(['apigateway:POST arn:aws:apigateway:us-east-1::/restapis', 'apigateway:GET arn:aws:apigateway:us-east-1::/tags/arn%3Aaws%3Aapigateway%3Aus-east-1%3A%3A%2Frestapis%2Fabc']);
  });
});

describe('bad input', () => {
  it.each<[string, unknown, number, string, string]>([
    ['no JSON', '{"name":', 400, 'SerializationException', 'Could not parse the request body as JSON'],
    ['text after JSON', '{"name":"x"}}', 400, 'SerializationException', 'Could not parse the request body as JSON'],
    ['no UTF-8', new Uint8Array([0x7b, 0x22, 0xff, 0x22, 0x3a, 0x31, 0x7d]), 400, 'SerializationException', 'Could not parse the request body as JSON'],
    ['a list', '[]', 400, 'SerializationException', 'Start of list found where not expected'],
    ['a text', '"x"', 400, 'SerializationException', 'Unexpected value type in payload'],
    ['a boolean for text', { name: true }, 400, 'SerializationException', 'class java.lang.Boolean can not be converted to an String'],
    ['a number for text', { name: 5 }, 400, 'SerializationException', 'class com.amazon.coral.value.json.numbers.TruncatingBigNumber can not be converted to an String'],
    ['a map for text', { name: {} }, 400, 'SerializationException', 'Start of structure or map found where not expected.'],
    ['a text for a boolean', { name: 'x', disableExecuteApiEndpoint: 'true' }, 400, 'SerializationException', 'class java.lang.String can not be converted to a Boolean'],
    ['a text for a number', { name: 'x', minimumCompressionSize: '1' }, 400, 'SerializationException', 'class java.lang.String can not be converted to an Integer'],
    ['a number out of reach', '{"name":"x","minimumCompressionSize":1e999}', 400, 'SerializationException', 'class com.amazon.coral.value.json.numbers.TruncatingBigNumber can not be converted to an Integer'],
    ['a text for a list', { name: 'x', binaryMediaTypes: 'image/png' }, 400, 'SerializationException', 'Expected list or null'],
    ['null in a list', { name: 'x', binaryMediaTypes: [null] }, 400, 'SerializationException', 'Unexpected value type in payload'],
    ['a list for a map', { name: 'x', tags: [] }, 400, 'SerializationException', 'Unexpected field type'],
    ['a list for a structure', { name: 'x', endpointConfiguration: [] }, 400, 'SerializationException', 'Start of list found where not expected'],
    ['a NUL in a text', { name: 'a\0b' }, 400, 'SerializationException', 'A text holds a NUL character or a lone surrogate'],
    ['half a surrogate pair', '{"name":"\\ud800"}', 400, 'SerializationException', 'A text holds a NUL character or a lone surrogate'],
    ['a NUL in a key', { name: 'x', tags: { 'a\0': 'b' } }, 400, 'SerializationException', 'A text holds a NUL character or a lone surrogate'],
    ['65 levels', `{"name":"x","unknown":${nested(64)}}`, 400, 'SerializationException', 'The request body is nested deeper than 64 levels'],
    ['100,000 levels', nested(100_000), 400, 'SerializationException', 'The request body is nested deeper than 64 levels'],
    ['60,000 members', `{"name":"x","unknown":[${'1,'.repeat(60_000)}1]}`, 400, 'SerializationException', 'The request body has more than 50000 members'],
    ['nothing', undefined, 400, 'ValidationException', "1 validation error detected: Value null at 'createRestApiInput.name' failed to satisfy constraint: Member must not be null"],
    ['null', 'null', 400, 'ValidationException', "1 validation error detected: Value null at 'createRestApiInput.name' failed to satisfy constraint: Member must not be null"],
  ])('%s · refused in AWS\'s words, and nothing is made', async (_, body, status, code, message) => {
    const before = await count();
    const answer = await create(body);
    expect([answer.status, answer.headers.get('x-amzn-errortype'), answer.body]).toEqual([status, code, { message }]);
    expect(answer.headers.get('x-amzn-requestid')).toMatch(/^[0-9a-f-]{36}$/);
    expect(await count()).toBe(before);
  });

  it('64 levels, fields that nobody knows, and __proto__ keys are taken as they come', async () => {
    const answer = await create(`{"name":"odd","__proto__":{"version":"polluted"},"constructor":1,"unknown":${nested(62)},"tags":{"__proto__":"t"}}`);
    expect(answer.status).toBe(201);
    expect(answer.body['version']).toBeUndefined();
    expect(answer.text).toContain('"tags":{"__proto__":"t"}');
    expect(({} as { version?: unknown }).version).toBeUndefined();
  });

  it('another content type · 415, a compressed body · 415, over 10 MiB · 413', async () => {
    expect((await create('name=x', { 'content-type': 'application/x-www-form-urlencoded' })).status).toBe(415);
    expect((await create('<x/>', { 'content-type': 'application/xml' })).status).toBe(415);
    expect((await create('x', { 'content-encoding': 'gzip' })).status).toBe(415);
    const large = await create(`{"name":"${'x'.repeat(10 * 1024 * 1024)}"}`);
    expect([large.status, large.headers.get('x-amzn-errortype')]).toEqual([413, 'RequestEntityTooLargeException']);
    expect((await create({ name: 'json too' }, { 'content-type': 'application/x-amz-json-1.1; charset=utf-8' })).status).toBe(201);
  });

  it('a body that says it is larger than it may be is refused before it is sent', async () => {
    const { port } = new URL(system.url);
    const heard = await new Promise<string>((resolve, reject) => {
      const socket = net.connect(Number(port), '127.0.0.1', () => socket.write('POST /restapis HTTP/1.1\r\nHost: x\r\nAuthorization: AWS4-HMAC-SHA256 x\r\nContent-Length: 99999999999\r\n\r\n'));
      socket.once('data', data => { resolve(data.toString()); socket.destroy(); });
      socket.once('error', reject);
    });
    expect(heard).toMatch(/^HTTP\/1\.1 413 /);
  });

  it('paths: bad percent-encoding · 400, empty labels and unknown methods · 404, a slash at the end is forgiven', async () => {
    const codes = async (method: string, path: string) => {
      const answer = await system.request(method, path);
      return [answer.status, answer.headers.get('x-amzn-errortype')];
    };
    expect(await codes('GET', '/restapis/%zz')).toEqual([400, 'SerializationException']);
    expect(await codes('GET', '/restapis/%c3%28')).toEqual([400, 'SerializationException']);
    expect(await codes('GET', '/restapis/%00')).toEqual([400, 'SerializationException']);
    expect(await codes('GET', '/restapis//resources')).toEqual([404, 'UnknownOperationException']);
    expect(await codes('PUT', '/restapis')).toEqual([404, 'UnknownOperationException']);
    expect(await codes('GET', '/restapis/a%2Fb')).toEqual([404, 'NotFoundException']);
    expect(await codes('GET', '/restapis?limit=many')).toEqual([400, 'SerializationException']);
    expect((await codes('GET', '/restapis/'))[0]).toBe(200);
  });

  it('an id of another API is no id of this one · 404', async () => {
    const [mine, other] = [await newApi(system), await newApi(system)];
    const answer = await system.request('GET', `/restapis/${mine.restApiId}/resources/${other.rootId}`);
    expect([answer.status, answer.body]).toEqual([404, { message: 'Invalid Resource identifier specified' }]);
  });
});

describe('the paths that are ours', () => {
  it('health is open, the root leads to the console, and unknown paths of ours are plain 404', async () => {
    await supertest(system.url).get('/health/live').expect(200, { status: 'live' });
    await supertest(system.url).get('/health/ready').expect(200, { status: 'ready' });
    await supertest(system.url).get('/').expect(302).expect('location', '/console/');
    await supertest(system.url).get('/api/v1/nothing-here').expect(404);
  });

  it('the console is served under a strict policy', async () => {
    const answer = await supertest(system.url).get('/console/apis');
    expect(answer.headers['content-security-policy']).toContain("script-src 'self'");
    expect([answer.headers['x-content-type-options'], answer.headers['x-frame-options']]).toEqual(['nosniff', 'DENY']);
    await supertest(system.url).get('/console/%2e%2e/package.json').expect(404);
    await supertest(system.url).get('/console/%2e%2e%2fpackage.json').expect(404);
    await supertest(system.url).get('/console/assets/none.js').expect(404);
  });
});

describe('two writers of one API', () => {
  it('fifty creates at once all succeed with ids of their own', async () => {
    const made = await Promise.all(Array.from({ length: 50 }, (_, i) => system.aws.send(new CreateRestApiCommand({ name: `n${i}` }))));
    expect(new Set(made.map(api => api.id)).size).toBe(50);
  });
});
