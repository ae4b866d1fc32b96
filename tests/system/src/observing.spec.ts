import { existsSync, readdirSync, readFileSync } from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import { GetUsageCommand, UpdateStageCommand, type APIGatewayClient } from '@aws-sdk/client-api-gateway';
import { beforeAll, describe, expect, inject, it } from 'vitest';
import { ask, type Answer, type Ask } from './http.js';
import { Loader } from './load.js';
import { eventually, OwnRest } from './own-rest.js';
import { addMethod, client, deploy, keyWithPlan, newApi, type PetApi } from './pet-api.js';
import { changedEverywhere } from './revisions.js';

const reach = inject('system');
const logs = path.join(reach.dataDir, 'logs', 'access');
let aws: APIGatewayClient;
let rest: OwnRest;
let api: PetApi;

const call = (at: string, more: Ask = {}, of = api): Promise<Answer> => ask(`${reach.gatewayUrl}/dev${at}`, { host: of.host, ...more });
const pause = (ms: number): Promise<void> => new Promise(resolve => setTimeout(resolve, ms));
const linesOf = (group: string): string[] => (existsSync(path.join(logs, `${group}.log`)) ? readFileSync(path.join(logs, `${group}.log`), 'utf8').split('\n').slice(0, -1) : []);
const written = (group: string, count: number): Promise<string[]> => eventually(async () => { const lines = linesOf(group); return lines.length >= count ? lines : null; }, 5_000);

/** Sets stage settings and waits until they are served; there is no deployment in it. */
const setStage = (of: PetApi, settings: Readonly<Record<string, string>>): Promise<unknown> => changedEverywhere(aws, rest, client => client.send(new UpdateStageCommand({
  restApiId: of.restApiId, stageName: 'dev', patchOperations: Object.entries(settings).map(([at, value]) => ({ op: 'replace' as const, path: at, value })),
})));
const groupArn = (group: string): string => `arn:aws:logs:us-east-1:123456789012:log-group:${group}`;

/** An API with an open, a keyed and a broken method, served. */
async function servedApi(name: string): Promise<PetApi> {
  const made = await newApi(aws, name);
  await addMethod(aws, made.restApiId, made.rootId, 'mock', { integration: { type: 'MOCK' } });
  await addMethod(aws, made.restApiId, made.rootId, 'keyed', { integration: { type: 'MOCK' }, apiKeyRequired: true });
  await addMethod(aws, made.restApiId, made.rootId, 'pets', { integration: { type: 'HTTP_PROXY', uri: `${reach.petstoreUrl}/pets` } });
  await addMethod(aws, made.restApiId, made.rootId, 'dark', { integration: { type: 'HTTP_PROXY', uri: 'http://127.0.0.1:9/nobody' } });
  await rest.served(made.restApiId, await deploy(aws, made.restApiId));
  return made;
}

beforeAll(async () => {
  aws = client(reach);
  rest = await OwnRest.signIn(reach);
  api = await servedApi('observed');
});

const FORMAT = JSON.stringify({
  requestId: '$context.requestId', method: '$context.httpMethod', path: '$context.path', resourcePath: '$context.resourcePath', stage: '$context.stage', protocol: '$context.protocol', ip: '$context.identity.sourceIp',
  agent: '$context.identity.userAgent', keyId: '$context.identity.apiKeyId', key: '$context.identity.apiKey', type: '$context.error.responseType', error: '$context.error.message', nothing: '$context.nobody.knows',
}).replace(/\}$/, ',"status":$context.status,"bytes":$context.responseLength,"latency":$context.responseLatency}');

describe('the access log', () => {
  const group = `pets-${Date.now()}`;
  let keyId: string, value: string;

  it('writes one JSON line for a 200, a 403, a 429 and an unknown path, with the values of each', async () => {
    ({ keyId, value } = await keyWithPlan(aws, api.restApiId, { throttle: { rateLimit: 0.01, burstLimit: 1 } }));
    await eventually(async () => ((await call('/keyed', { headers: { 'x-api-key': value } })).status === 200 ? true : null));
    await setStage(api, { '/accessLogSettings/destinationArn': groupArn(group), '/accessLogSettings/format': FORMAT });

    const answers = [
      await call('/mock', { headers: { 'user-agent': 'tests/1' } }), await call('/keyed'), await call('/keyed', { headers: { 'x-api-key': value } }), await call('/nowhere/to?q=secret'),
    ];
    expect(answers.map(({ status }) => status)).toEqual([200, 403, 429, 403]);
    const lines = (await written(group, 4)).map(line => JSON.parse(line) as Record<string, unknown>);
    expect(lines).toHaveLength(4);
    answers.forEach(({ headers, status, body }, i) => expect(lines[i]).toMatchObject({ requestId: headers['x-amzn-requestid'], status, bytes: Buffer.byteLength(body), stage: 'dev', protocol: 'HTTP/1.1', ip: '127.0.0.1', nothing: '-', method: 'GET' }));
    expect(lines[0]).toMatchObject({ path: '/dev/mock', resourcePath: '/mock', agent: 'tests/1', keyId: '-', error: '-', type: '-' });
    expect(lines[1]).toMatchObject({ path: '/dev/keyed', resourcePath: '/keyed', agent: '-', error: 'Forbidden', type: 'INVALID_API_KEY' });
    expect(lines[2]).toMatchObject({ keyId, key: `${'*'.repeat(value.length - 4)}${value.slice(-4)}`, error: 'Too Many Requests', type: 'THROTTLED' });
    expect(lines[3]).toMatchObject({ path: '/dev/nowhere/to', resourcePath: '-', error: 'Missing Authentication Token', type: 'MISSING_AUTHENTICATION_TOKEN' });
    for (const { latency } of lines) expect(latency).toBeGreaterThanOrEqual(0);
    expect(linesOf(group).join('\n')).not.toContain(value);
  });

  it('lets no header and no path end its string, its record or its line', async () => {
    const before = linesOf(group).length;
    const agents = ['","status":999,"x":"', 'a\\', 'a\\"', '"}\\n{"status":999}', '$context.requestId', '\t"\t', '\x85next line', '\xe2\x80\xa8separator', '{"a":"b"}', "it's"];
    for (const agent of agents) expect((await raw(`GET /dev/mock HTTP/1.1\r\nHost: ${api.host}\r\nUser-Agent: ${agent}\r\nConnection: close\r\n\r\n`)).split(' ')[1]).toBe('200');
    for (const at of ['/dev/a"b', '/dev/%0a%22x', '/dev/mock?x=%0d%0a"']) await raw(`GET ${at} HTTP/1.1\r\nHost: ${api.host}\r\nConnection: close\r\n\r\n`);
    // What could split a line in a log would split a head first: the listener refuses it, and it never becomes a line.
    for (const agent of ['a\nb', 'a\rb', 'a\0b', 'a\r\n {"status":999}\r\n folded']) expect((await raw(`GET /dev/mock HTTP/1.1\r\nHost: ${api.host}\r\nUser-Agent: ${agent}\r\nConnection: close\r\n\r\n`)).split(' ')[1]).toBe('400');
    await call('/mock', { headers: { 'user-agent': 'the last one' } });
    await eventually(async () => (linesOf(group).at(-1)?.includes('the last one') ? true : null));

    const lines = linesOf(group).slice(before);
    const parsed = lines.map(line => JSON.parse(line) as { agent: string; status: number; requestId: string });
    const wanted = agents.map(agent => agent.trim());
    expect(parsed.slice(0, agents.length).map(({ agent, status }) => ({ agent, status }))).toEqual(wanted.map(agent => ({ agent, status: 200 })));
    expect(parsed.every(({ requestId }) => /^[0-9a-f-]{36}$/.test(requestId))).toBe(true);
    expect(lines.length - agents.length).toBeLessThanOrEqual(4);
    expect(lines.some(line => /[\x00-\x1f\x7f-\x9f\u2028\u2029]/.test(line))).toBe(false);
  });

  it('takes a new format without a deployment, another group likewise, and stops when it is removed', async () => {
    await setStage(api, { '/accessLogSettings/format': '$context.status $context.path $context.requestId' });
    const { headers } = await call('/mock');
    expect(await eventually(async () => (linesOf(group).at(-1)?.startsWith('{') ? null : linesOf(group).at(-1)!))).toBe(`200 /dev/mock ${headers['x-amzn-requestid']}`);
    await setStage(api, { '/accessLogSettings/destinationArn': groupArn(`${group}-other`) });
    const other = await call('/mock');
    expect(await written(`${group}-other`, 1)).toEqual([`200 /dev/mock ${other.headers['x-amzn-requestid']}`]);
    await changedEverywhere(aws, rest, client => client.send(new UpdateStageCommand({ restApiId: api.restApiId, stageName: 'dev', patchOperations: [{ op: 'remove', path: '/accessLogSettings' }] })));
    const [first, second] = [linesOf(group).length, linesOf(`${group}-other`).length];
    await call('/mock');
    await pause(1_000);
    expect([linesOf(group).length, linesOf(`${group}-other`).length]).toEqual([first, second]);
  });

  it('a group whose name climbs out of the folder stays inside it', async () => {
    await setStage(api, { '/accessLogSettings/destinationArn': groupArn('../../../escaped/group'), '/accessLogSettings/format': '$context.requestId' });
    const { headers } = await call('/mock');
    const file = await eventually(async () => readdirSync(logs).find(name => name.includes('escaped')) ?? null);
    expect(readFileSync(path.join(logs, file), 'utf8')).toBe(`${headers['x-amzn-requestid']}\n`);
    expect(['escaped', 'escaped.log', 'group.log'].some(name => existsSync(path.resolve(logs, '../../../', name)) || existsSync(path.resolve(logs, '../../..', 'escaped', name)))).toBe(false);
    await changedEverywhere(aws, rest, client => client.send(new UpdateStageCommand({ restApiId: api.restApiId, stageName: 'dev', patchOperations: [{ op: 'remove', path: '/accessLogSettings' }] })));
  });
});

interface Figures { readonly count: number; readonly error4xx: number; readonly error5xx: number; readonly latency: { readonly average: number; readonly p50: number; readonly p90: number; readonly p99: number } | null; readonly integrationLatency: unknown }
interface OverTime { readonly periodSeconds: number; readonly points: readonly (Figures & { readonly timestamp: string })[]; readonly totals: Figures }
const spanQuery = (of: PetApi): string => `restApiId=${of.restApiId}&stageName=dev&start=${encodeURIComponent(new Date(Date.now() - 600_000).toISOString())}&end=${encodeURIComponent(new Date(Date.now() + 60_000).toISOString())}`;
const overTime = (of: PetApi): Promise<OverTime> => rest.get(`/metrics?${spanQuery(of)}`);

describe('figures', () => {
  it('equal the calls that were made, in all and by method', async () => {
    const counted = await servedApi('counted');
    const calls: readonly (readonly [string, number, number])[] = [['/mock', 200, 30], ['/pets', 200, 7], ['/keyed', 403, 5], ['/dark', 504, 4], ['/no/such', 403, 3]];
    for (const [at, status, times] of calls) for (let i = 0; i < times; i++) expect([at, (await call(at, {}, counted)).status]).toEqual([at, status]);
    const began = performance.now();
    const { totals, points, periodSeconds } = await eventually(async () => { const found = await overTime(counted); return found.totals.count >= 49 ? found : null; }, 5_000);
    console.log(`figures were there ${Math.round(performance.now() - began)} ms after the last call`);
    expect(totals).toMatchObject({ count: 49, error4xx: 8, error5xx: 4 });
    expect(periodSeconds).toBe(60);
    expect(points.reduce((sum, point) => sum + point.count, 0)).toBe(49);
    const { average, p50, p90, p99 } = totals.latency!;
    expect(p50 <= p90 && p90 <= p99 && average > 0 && p99 < 5_000).toBe(true);

    const { methods } = await rest.get<{ methods: readonly (Figures & { resourcePath: string; httpMethod: string })[] }>(`/metrics/methods?${spanQuery(counted)}`);
    const rows = Object.fromEntries(methods.map(({ httpMethod, resourcePath, count, error4xx, error5xx, integrationLatency }) => [`${httpMethod} ${resourcePath}`, [count, error4xx, error5xx, integrationLatency !== null]]));
    expect(rows).toEqual({ 'GET /mock': [30, 0, 0, false], 'GET /pets': [7, 0, 0, true], 'GET /keyed': [5, 5, 0, false], 'GET /dark': [4, 0, 4, expect.any(Boolean) as boolean], ' ': [3, 3, 0, false] });
    const ofOne = await rest.get<OverTime>(`/metrics?${spanQuery(counted)}&resourcePath=${encodeURIComponent('/keyed')}&httpMethod=GET`);
    expect(ofOne.totals).toMatchObject({ count: 5, error4xx: 5, error5xx: 0 });
  });

  it('move while traffic flows', async () => {
    const busy = await servedApi('busy');
    const load = new Loader(`${reach.gatewayUrl}/dev/mock`, busy.host, 2, 20_000).start();
    const seen: number[] = [];
    for (let i = 0; i < 6; i++) {
      await pause(500);
      seen.push((await overTime(busy)).totals.count);
    }
    const { sent, wrong } = await load.stop();
    expect(wrong).toEqual([]);
    expect(new Set(seen).size).toBeGreaterThanOrEqual(4);
    expect(seen).toEqual([...seen].sort((a, b) => a - b));
    expect(seen.at(-1)).toBeGreaterThan(0);
    expect(await eventually(async () => { const { totals } = await overTime(busy); return totals.count >= sent ? totals.count : null; }, 5_000)).toBe(sent);
  });

  it('usage is right one second after the last call, and counts nothing that was refused', async () => {
    const { keyId, planId, value } = await keyWithPlan(aws, api.restApiId, { throttle: { rateLimit: 1_000, burstLimit: 1_000 }, quota: { limit: 60, period: 'DAY' } });
    await eventually(async () => ((await call('/keyed', { headers: { 'x-api-key': value } })).status === 200 ? true : null));
    let admitted = 1;
    for (let round = 0; round < 3; round++) {
      const statuses = await Promise.all(Array.from({ length: 25 }, () => call('/keyed', { headers: { 'x-api-key': value } })));
      admitted += statuses.filter(({ status }) => status === 200).length;
      await pause(1_000);
      const day = new Date().toISOString().slice(0, 10);
      const { items } = await aws.send(new GetUsageCommand({ usagePlanId: planId, keyId, startDate: day, endDate: day }));
      expect([round, items?.[keyId]?.[0]]).toEqual([round, [admitted, 60 - admitted]]);
    }
    expect(admitted).toBe(60);
  });

  it('Prometheus counters grow by what was answered', async () => {
    const counters = async (): Promise<Record<string, number>> => {
      const { body } = await ask(`${reach.privateUrl}/metrics`);
      return Object.fromEntries([...body.matchAll(/^(gatehouse_\w+_total) (\d+)$/gm)].map(([, name, count]) => [name, Number(count)]));
    };
    const before = await counters();
    for (let i = 0; i < 10; i++) await call('/mock');
    for (let i = 0; i < 4; i++) await call('/keyed');
    for (let i = 0; i < 2; i++) await call('/dark');
    const after = await counters();
    const grown = Object.fromEntries(Object.keys(after).map(name => [name, after[name]! - before[name]!]));
    expect(grown).toEqual({ gatehouse_requests_total: 16, gatehouse_client_errors_total: 4, gatehouse_server_errors_total: 2 });
  });
});

/** Bytes as nobody's client would send them, and the answer's. */
function raw(bytes: string): Promise<string> {
  const { hostname, port } = new URL(reach.gatewayUrl);
  return new Promise((resolve, reject) => {
    const socket = net.connect(Number(port), hostname, () => socket.write(bytes, 'latin1'));
    let text = '';
    socket.setEncoding('latin1').on('data', (chunk: string) => { text += chunk; });
    socket.once('close', () => resolve(text)).once('error', reject);
  });
}
