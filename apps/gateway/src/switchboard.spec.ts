import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { pointerKey, type SnapshotDocument } from '@gatehouse/contract-snapshot';
import { ACCOUNT, api, key, keyPointer, method, mockAnswer, plan, planPointer, REGION, stage, stagePointer } from '../test/documents.js';
import { eventually } from '../test/raw-client.js';
import { RunningGateway } from '../test/running-gateway.js';

let gateway: RunningGateway;
beforeEach(async () => { gateway = await new RunningGateway().start(); });
afterEach(() => gateway.stop());

const ask = async (target = '/prod/x', headers: Readonly<Record<string, string>> = {}) => { const { status, body } = await gateway.ask(target, { headers }); return `${status} ${body}`; };
const answering = (text: string, over = {}) => api('api1', { '/x': [method('GET', { integration: mockAnswer(text), ...over })] });
const FORBIDDEN = '403 {"message":"Forbidden"}';

describe('Switchboard', () => {
  it('keeps the last good one where a document cannot be served, and says which', async () => {
    gateway.serve(answering('one'));
    const twins = api('api1', { '/{a}': [method('GET')], '/{b}': [method('GET')] });
    const { failures } = gateway.serve(twins);
    expect(failures).toMatchObject([{ pointer: stagePointer('api1'), reason: expect.stringContaining('names this segment') as string }]);
    expect(await ask()).toBe('200 one');
    const missing = stage('api1', { snapshot: 'never arrived' });
    expect(gateway.gateway.switchboard.apply({ set: new Map([[stagePointer('api1'), missing]]), snapshots: new Map(), drop: [] }).failures[0]?.reason).toContain('never arrived');
    expect(await ask()).toBe('200 one');
  });

  it('serves the rest of a change although one document fails', async () => {
    const set = new Map<string, SnapshotDocument>([[stagePointer('bad'), stage('bad', { snapshot: 'none' })], [stagePointer('api1'), stage('api1', { snapshot: 'd1' })]]);
    const { failures } = gateway.gateway.switchboard.apply({ set, snapshots: new Map([['d1', answering('one')]]), drop: [] });
    expect(failures.map(({ pointer }) => pointer)).toEqual([stagePointer('bad')]);
    expect(await ask()).toBe('200 one');
  });

  it('serves a route that cannot work as 500, its neighbours as they are, and warns', async () => {
    const { failures, warnings } = gateway.serve(api('api1', { '/x': [method('GET', { integration: mockAnswer('one') })], '/bad': [method('GET', { integration: mockAnswer('#if(true)x#end') })] }));
    expect(failures).toEqual([]);
    expect(warnings).toMatchObject([{ pointer: stagePointer('api1'), route: '/bad/GET', reason: expect.stringContaining('line 1, column 1') as string }]);
    expect(await ask('/prod/bad')).toBe('500 {"message": "Internal server error"}');
    expect(await ask()).toBe('200 one');
  });

  it('takes a thousand apis in one change without compiling them all, and serves any of them', async () => {
    const set = new Map<string, SnapshotDocument>(), snapshots = new Map<string, ReturnType<typeof api>>();
    for (let i = 0; i < 1_000; i++) {
      const methods = Object.fromEntries(Array.from({ length: 10 }, (_, at) => [`/r${at}/{id}`, [method('GET', { integration: mockAnswer(`api ${i}`) }), method('POST')]]));
      snapshots.set(`d${i}`, api(`api${i}`, methods));
      set.set(stagePointer(`api${i}`), stage(`api${i}`, { snapshot: `d${i}` }));
    }
    const started = performance.now();
    expect(gateway.gateway.switchboard.apply({ set, snapshots, drop: [] }).failures).toEqual([]);
    expect(performance.now() - started).toBeLessThan(1_500);
    for (const i of [0, 499, 999]) expect((await gateway.ask('/prod/r7/x', { host: `api${i}.execute-api.localhost` })).body).toBe(`api ${i}`);
  });

  it('loses no request over a hundred deployments under load', async () => {
    gateway.serve(answering('0'));
    let isOver = false;
    const seen = new Map<string, number>();
    const clients = Array.from({ length: 8 }, async () => { while (!isOver) { const answer = await ask(); seen.set(answer, (seen.get(answer) ?? 0) + 1); } });
    for (let i = 1; i <= 100; i++) {
      gateway.serve(answering(String(i)));
      expect(await ask()).toBe(`200 ${i}`);
    }
    isOver = true;
    await Promise.all(clients);
    expect([...seen.keys()].filter(answer => !/^200 \d+$/.test(answer))).toEqual([]);
    expect(seen.size).toBeGreaterThan(10);
  });

  it('takes a stage out of service at once, and puts a new snapshot in without a gap', async () => {
    gateway.serve(answering('one'));
    gateway.serve(answering('two'));
    expect(await ask()).toBe('200 two');
    gateway.gateway.switchboard.apply({ set: new Map(), snapshots: new Map(), drop: [stagePointer('api1')] });
    expect(await ask()).toBe(FORBIDDEN);
    expect(gateway.gateway.switchboard.stageCount).toBe(0);
  });

  it('changes stage settings on a snapshot that came long before', async () => {
    gateway.serve(api('api1', { '/x': [method('GET', { integration: mockAnswer('$stageVariables.v') })] }), { snapshot: 'd1', variables: { v: 'one' } });
    gateway.gateway.switchboard.apply({ set: new Map([[stagePointer('api1'), stage('api1', { snapshot: 'd1', variables: { v: 'two' } })]]), snapshots: new Map(), drop: [] });
    expect(await ask()).toBe('200 two');
  });

  it('keeps a spent bucket spent over a deployment', async () => {
    const limits = { throttle: { rateLimit: 0.0001, burstLimit: 2 } };
    gateway.grant([plan('p1', 'api1', limits)], [key('k1', 'value-1', ['p1'])]);
    const keyed = (text: string) => answering(text, { apiKeyRequired: true });
    gateway.serve(keyed('one'));
    const withKey = () => ask('/prod/x', { 'x-api-key': 'value-1' });
    expect([await withKey(), await withKey(), await withKey()]).toEqual(['200 one', '200 one', '429 {"message":"Too Many Requests"}']);
    gateway.serve(keyed('two'));
    gateway.grant([plan('p1', 'api1', limits)], [key('k1', 'value-1', ['p1'])]);
    expect(await withKey()).toBe('429 {"message":"Too Many Requests"}');
  });

  it('counts a quota and its usage, and refuses what is over', async () => {
    gateway.grant([plan('p1', 'api1', { quota: { limit: 2, offset: 0, period: 'DAY' } })], [key('k1', 'value-1', ['p1'])]);
    gateway.serve(answering('one', { apiKeyRequired: true }));
    const withKey = () => ask('/prod/x', { 'x-api-key': 'value-1' });
    expect([await withKey(), await withKey(), await withKey()]).toEqual(['200 one', '200 one', '429 {"message":"Limit Exceeded"}']);
    expect(gateway.usage.drainUsage()).toMatchObject([{ usagePlanId: 'p1', apiKeyId: 'k1', used: 2 }]);
    expect(gateway.metrics.drainMetrics()).toMatchObject([{ restApiId: 'api1', stageName: 'prod', resourcePath: '/x', httpMethod: 'GET', count: 3, error4xx: 1 }]);
  });

  it('obeys a disabled key and a dropped plan from the next request on', async () => {
    gateway.grant([plan('p1', 'api1')], [key('k1', 'value-1', ['p1'])]);
    gateway.serve(answering('one', { apiKeyRequired: true }));
    const withKey = () => ask('/prod/x', { 'x-api-key': 'value-1' });
    expect(await withKey()).toBe('200 one');
    gateway.grant([], [key('k1', 'value-1', ['p1'], { enabled: false })]);
    expect(await withKey()).toBe(FORBIDDEN);
    gateway.grant([], [key('k1', 'value-1', ['p1'])]);
    expect(await withKey()).toBe('200 one');
    gateway.gateway.switchboard.apply({ set: new Map(), snapshots: new Map(), drop: [planPointer('p1')] });
    expect(await withKey()).toBe(FORBIDDEN);
    gateway.gateway.switchboard.apply({ set: new Map(), snapshots: new Map(), drop: [keyPointer('k1')] });
    expect(await withKey()).toBe(FORBIDDEN);
  });

  it('gives the canary its share, its deployment and its variables', async () => {
    const snapshots = new Map([['d1', answering('main $stageVariables.v $context.deploymentId $context.isCanaryRequest')], ['d2', answering('canary $stageVariables.v $context.deploymentId $context.isCanaryRequest')]]);
    const settings = stage('api1', { snapshot: 'd1', variables: { v: '1' }, canary: { percentTraffic: 50, deploymentId: 'dep2', snapshot: 'd2', stageVariableOverrides: { v: '2' }, useStageCache: false } });
    gateway.gateway.switchboard.apply({ set: new Map([[stagePointer('api1'), settings]]), snapshots, drop: [] });
    const seen = new Set<string>();
    for (let i = 0; i < 60; i++) seen.add(await ask());
    expect([...seen].sort()).toEqual(['200 canary 2 dep2 true', '200 main 1 dep001 false']);
  });

  it('changes the account\'s limits without a compile', async () => {
    gateway.serve(answering('one'));
    const set = (burstLimit: number) => gateway.gateway.switchboard.apply({
      set: new Map([[pointerKey('account', ACCOUNT, REGION), { format: 1 as const, kind: 'account' as const, accountId: ACCOUNT, region: REGION, throttle: { rateLimit: 0.0001, burstLimit } }]]), snapshots: new Map(), drop: [],
    });
    set(1);
    expect([await ask(), await ask()]).toEqual(['200 one', '429 {"message":"Too Many Requests"}']);
  });

  it('answers nothing on a switched-off endpoint or path form', async () => {
    gateway.serve(api('api1', { '/x': [method('GET', { integration: mockAnswer('one') })] }, { disableExecuteApiEndpoint: true }));
    expect(await ask()).toBe(FORBIDDEN);
    const closed = await new RunningGateway({ pathForm: false }).start();
    closed.serve(answering('one'));
    expect((await closed.ask('/_aws/execute-api/api1/prod/x', { host: 'localhost' })).status).toBe(403);
    expect((await closed.ask('/prod/x')).status).toBe(200);
    await closed.stop();
  });

  it('tells rates only where that is set', async () => {
    const telling = await new RunningGateway({ rateHeaders: true }).start();
    telling.grant([plan('p1', 'api1', { throttle: { rateLimit: 0.5, burstLimit: 1 } })], [key('k1', 'value-1', ['p1'])]);
    telling.serve(answering('one', { apiKeyRequired: true }));
    const first = await telling.ask('/prod/x', { headers: { 'x-api-key': 'value-1' } });
    expect(first.headers).toMatchObject({ 'ratelimit-limit': '1', 'ratelimit-remaining': '0' });
    expect((await telling.ask('/prod/x', { headers: { 'x-api-key': 'value-1' } })).headers).toMatchObject({ 'retry-after': '2' });
    await telling.stop();
  });

  it('writes the access log to the file of its log group', async () => {
    gateway.serve(answering('one'), { accessLog: { destinationArn: 'arn:aws:logs:us-east-1:123456789012:log-group:my/../group', format: '$context.requestId $context.status $context.responseLength $context.error.responseType' } });
    await ask();
    await ask('/prod/none');
    const folder = path.join(gateway.dataDir, 'logs', 'access');
    const lines = () => readdirSync(folder).flatMap(file => readFileSync(path.join(folder, file), 'utf8').trim().split('\n'));
    await eventually(() => lines().length === 2);
    expect(readdirSync(folder)).toEqual(['my_.._group.log']);
    expect(lines().map(line => line.replace(/^[0-9a-f-]{36} /, ''))).toEqual(['200 3 -', '403 42 MISSING_AUTHENTICATION_TOKEN']);
  });
});
