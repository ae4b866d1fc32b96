import { randomUUID } from 'node:crypto';
import { CreateApiKeyCommand, CreateRestApiCommand, CreateUsagePlanCommand, CreateUsagePlanKeyCommand, GetUsageCommand, PutMethodCommand, TestInvokeMethodCommand, UpdateUsageCommand, UpdateUsagePlanCommand } from '@aws-sdk/client-api-gateway';
import { Histogram } from '@gatehouse/contract-primitives';
import { Enrolled, FeedLine, LeaseAnswer, parseDocument, type Heartbeat, type TelemetryBatch } from '@gatehouse/contract-snapshot';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Vault } from '@gatehouse/control-store';
import { DataSource } from 'typeorm';
import { GatewayRoutes } from '../src/publish/gateway-routes.js';
import { startPlatform, type Platform } from './platform.js';

let platform: Platform;
let store: DataSource;
beforeAll(async () => {
  platform = await startPlatform();
  store = platform.app.get(DataSource);
});
afterAll(async () => {
  await platform.close();
  expect(platform.unexpected).toEqual([]);
});

/** A gateway as far as the door can see. */
class Visitor {
  constructor(readonly id: string, readonly bearer: string, readonly digestKey: string, readonly boot = randomUUID()) {}

  static async enrol(name = 'gw'): Promise<Visitor> {
    const answer = await platform.call('POST', `${platform.gatewaysUrl}/enrolments`, { name, version: 'test' }, { authorization: `Bearer ${platform.settings.enrolToken}` });
    const { gatewayId, key, digestKey } = Enrolled.parse(answer.body);
    return new Visitor(gatewayId, `${gatewayId}.${key}`, digestKey);
  }

  rebooted(): Visitor { return new Visitor(this.id, this.bearer, this.digestKey); }

  async post(path: string, body: unknown): Promise<{ status: number; body: Record<string, unknown> }> {
    return platform.call('POST', platform.gatewaysUrl + path, body, { authorization: `Bearer ${this.bearer}` });
  }

  beat(appliedRevision: number, failures: Heartbeat['failures'] = []): Promise<{ body: Record<string, unknown> }> {
    return this.post('/heartbeats', { boot: this.boot, version: 'test', appliedRevision, failures, address: '' } satisfies Heartbeat);
  }

  async lease(usagePlanId: string, apiKeyId: string, want: number, back = 0, windowFromMs = 0): Promise<LeaseAnswer['grants'][number] | undefined> {
    return LeaseAnswer.parse((await this.post('/leases', { boot: this.boot, wants: [{ usagePlanId, apiKeyId, want, back, windowFromMs }] })).body).grants[0];
  }

  ship(batch: Partial<TelemetryBatch> & { sequence: number }): Promise<{ status: number }> {
    return this.post('/telemetry', { boot: this.boot, usage: [], metrics: [], ...batch });
  }

  async *feed(after: number, signal: AbortSignal): AsyncGenerator<FeedLine> {
    const response = await fetch(`${platform.gatewaysUrl}/feed?after=${after}`, { headers: { authorization: `Bearer ${this.bearer}` }, signal });
    let rest = '';
    for await (const chunk of response.body!.pipeThrough(new TextDecoderStream())) {
      const lines = (rest + chunk).split('\n');
      rest = lines.pop()!;
      for (const line of lines) yield FeedLine.parse(JSON.parse(line));
    }
  }
}

const newKey = () => platform.aws().send(new CreateApiKeyCommand({ name: 'k', enabled: true }));
async function planWithKey(limit: number): Promise<{ planId: string; keyId: string }> {
  const plan = await platform.aws().send(new CreateUsagePlanCommand({ name: 'p', quota: { limit, period: 'DAY' } }));
  const key = await newKey();
  await platform.aws().send(new CreateUsagePlanKeyCommand({ usagePlanId: plan.id!, keyId: key.id!, keyType: 'API_KEY' }));
  return { planId: plan.id!, keyId: key.id! };
}
const today = (): string => new Date().toISOString().slice(0, 10);
async function usage(planId: string, keyId: string): Promise<readonly number[]> {
  const answer = await platform.aws().send(new GetUsageCommand({ usagePlanId: planId, keyId, startDate: today(), endDate: today() }));
  return answer.items![keyId]![0]!;
}

describe('the gateways\' door', () => {
  it('answers nothing but health without a key, a wrong key or the enrol token in its place', async () => {
    const { table } = platform.app.get(GatewayRoutes, { strict: false });
    expect(table.length).toBeGreaterThanOrEqual(7);
    const visitor = await Visitor.enrol();
    for (const { method, path, auth } of [...table, { method: 'GET', path: '/nothing', auth: 'gateway' }, { method: 'DELETE', path: '/feed', auth: 'gateway' }]) {
      if (auth === 'none') { expect(path).toBe('/health/live'); continue; }
      const wrong = auth === 'enrol-token' ? visitor.bearer : platform.settings.enrolToken;
      for (const authorization of [undefined, 'Bearer ', 'Bearer x.y', `Bearer ${visitor.id}.`, `Bearer ${visitor.id}.wrong`, `Bearer ${wrong}`, `Basic ${visitor.bearer}`]) {
        const { status, body } = await platform.call(method, platform.gatewaysUrl + path, method === 'POST' ? {} : undefined, authorization ? { authorization } : {});
        expect([path, authorization, status, Object.keys(body)]).toEqual([path, authorization, 401, ['message']]);
      }
    }
  });

  it('refuses bodies that do not hold with 400, and a revoked gateway with 401 from then on', async () => {
    const visitor = await Visitor.enrol();
    for (const [path, body] of [['/heartbeats', {}], ['/leases', { boot: 'x', wants: [{ usagePlanId: 'p', apiKeyId: 'k', want: -1, back: 0, windowFromMs: 0 }] }], ['/telemetry', '{'], ['/documents', { digests: ["'; drop table documents"] }]] as const) {
      expect([path, (await visitor.post(path, body)).status]).toEqual([path, 400]);
    }
    expect((await visitor.post('/documents', { digests: [] })).status).toBe(200);
    await store.query('update gateways set is_revoked = true where id = $1', [visitor.id]);
    expect((await visitor.post('/documents', { digests: [] })).status).toBe(401);
  });
});

describe('the feed', () => {
  it('begins with the state, then tells each change; documents hold digests and never a value', async () => {
    const visitor = await Visitor.enrol();
    const stop = new AbortController();
    const lines = visitor.feed(0, stop.signal);
    const first = (await lines.next()).value as FeedLine;
    expect(first.type).toBe('state');
    const key = await newKey();
    const next = (await lines.next()).value as Extract<FeedLine, { type: 'delta' }>;
    expect(next).toMatchObject({ type: 'delta', drop: [] });
    const pointer = `key:123456789012:us-east-1:${key.id}`;
    expect(Object.keys(next.set)).toEqual([pointer]);
    const answer = await fetch(`${platform.gatewaysUrl}/documents`, { method: 'POST', headers: { authorization: `Bearer ${visitor.bearer}` }, body: JSON.stringify({ digests: [next.set[pointer], 'f'.repeat(64)] }) });
    const documents = (await answer.text()).trim().split('\n').map(line => JSON.parse(line) as { text: string });
    expect(documents).toHaveLength(1);
    expect(parseDocument(documents[0]!.text)).toMatchObject({ kind: 'key', apiKeyId: key.id, enabled: true });
    expect(documents[0]!.text).not.toContain(key.value);
    stop.abort();
  });

  it('50 concurrent writers and a reader that reconnects at random: no revision is missed, doubled or out of order', async () => {
    const visitor = await Visitor.enrol();
    let revision = 0;
    let pointers = new Map<string, string>();
    const seen: number[] = [];
    let reconnects = 0;
    const until = { count: Infinity };
    const reading = (async () => {
      while (seen.length < until.count) {
        const stop = new AbortController();
        const cut = setTimeout(() => stop.abort(), 5 + Math.random() * 60);
        try {
          for await (const line of visitor.feed(revision, stop.signal)) {
            if (line.type === 'state') { revision = line.revision; pointers = new Map(Object.entries(line.pointers)); }
            if (line.type === 'delta') {
              seen.push(line.revision);
              revision = line.revision;
              for (const [pointer, digest] of Object.entries(line.set)) pointers.set(pointer, digest);
              for (const pointer of line.drop) pointers.delete(pointer);
            }
            if (seen.length >= until.count) break;
          }
        } catch (error) {
          if (!stop.signal.aborted) throw error;
        } finally {
          clearTimeout(cut);
          stop.abort();
          reconnects++;
        }
      }
    })();
    while (revision === 0) await new Promise(resolve => setTimeout(resolve, 5));
    const before = revision;
    const aws = platform.aws();
    await Promise.all(Array.from({ length: 50 }, async () => { for (let i = 0; i < 4; i++) await aws.send(new CreateApiKeyCommand({ name: 'writer', enabled: true })); }));
    until.count = 200;
    await reading;
    const written: { n: string }[] = await store.query('select n from revisions where n > $1 order by n', [before]);
    expect(seen).toEqual(written.map(row => Number(row.n)));
    expect(reconnects).toBeGreaterThan(2);
    const now: { key: string; digest: string }[] = await store.query('select key, digest from pointers');
    expect(new Map(now.map(row => [row.key, row.digest]))).toEqual(pointers);
  });
});

describe('propagation', () => {
  it('says pending, applying, failed and active as gateways tell, and waits for the end', async () => {
    await store.query('delete from gateways');
    const ask = async (revision: number, wait = ''): Promise<Record<string, unknown>> => {
      const token = await platform.call('POST', '/api/v1/session', { userName: 'admin', password: 'correct horse battery staple' });
      return (await platform.call('GET', `/api/v1/revisions/${revision}/propagation${wait}`, undefined, { cookie: token.headers.get('set-cookie')!.split(';')[0]!, 'x-gatehouse-csrf': token.body['csrfToken'] as string })).body;
    };
    expect(await ask(5)).toMatchObject({ state: 'pending', served: 0, total: 0 });
    const [one, two] = [await Visitor.enrol('one'), await Visitor.enrol('two')];
    expect((await one.beat(5)).body).toEqual({ gateways: 1 });
    expect((await two.beat(4)).body).toEqual({ gateways: 2 });
    expect(await ask(5)).toMatchObject({ state: 'applying', served: 1, total: 2, gateways: [{ name: 'one', state: 'applied' }, { name: 'two', state: 'behind', appliedRevision: 4 }] });
    const waiting = ask(5, '?wait=5s');
    await two.beat(5);
    expect(await waiting).toMatchObject({ state: 'active', served: 2, total: 2 });
    await store.query("update gateways set last_heartbeat_at = now() - interval '11 seconds' where name = 'two'");
    expect(await ask(6)).toMatchObject({ state: 'applying', served: 0, total: 1 });

    await newKey();
    const [{ n, changes }]: [{ n: string; changes: { set: Record<string, string> } }] = await store.query('select n, changes from revisions order by n desc limit 1');
    const [pointer = ''] = Object.keys(changes.set);
    await one.beat(Number(n), [{ pointer: 'key:of:another', reason: 'an older trouble' }]);
    expect(await ask(Number(n))).toMatchObject({ state: 'active', served: 1 });
    await one.beat(Number(n), [{ pointer, reason: 'does not compile' }]);
    expect(await ask(Number(n), '?wait=5s')).toMatchObject({ state: 'failed', served: 0, gateways: [{ name: 'one', state: 'failed', reason: 'does not compile' }] });
  });
});

describe('leases', () => {
  it('four gateways and 100 clients at once: a quota of 1,000 admits 1,000, and slices shrink to one', async () => {
    const { planId, keyId } = await planWithKey(1_000);
    const gateways = await Promise.all([1, 2, 3, 4].map(() => Visitor.enrol()));
    let admitted = 0;
    const slices: number[] = [];
    await Promise.all(Array.from({ length: 100 }, async (_, client) => {
      for (;;) {
        const grant = await gateways[client % 4]!.lease(planId, keyId, 1);
        if (grant!.granted === 0) { expect(grant!.remaining).toBe(0); return; }
        slices.push(grant!.granted);
        admitted += grant!.granted;
      }
    }));
    expect(admitted).toBe(1_000);
    expect(Math.max(...slices)).toBe(20);
    expect(slices.slice(-20).every(slice => slice === 1)).toBe(true);
  });

  it('what is given back can be had again; nobody gives back more than it holds', async () => {
    const { planId, keyId } = await planWithKey(100);
    const gateway = await Visitor.enrol();
    const grant = (await gateway.lease(planId, keyId, 40))!;
    expect(grant).toMatchObject({ granted: 40, limit: 100, remaining: 60 });
    expect(await gateway.lease(planId, keyId, 0, 1_000, grant.windowFromMs)).toMatchObject({ granted: 0, remaining: 100 });
    expect(await gateway.lease(planId, keyId, 0, 5, grant.windowFromMs)).toMatchObject({ remaining: 100 });
  });

  it('a plan without a quota, and a plan nobody knows, grant nothing and answer nothing', async () => {
    const gateway = await Visitor.enrol();
    const plan = await platform.aws().send(new CreateUsagePlanCommand({ name: 'free' }));
    expect(await gateway.lease(plan.id!, 'k', 5)).toBeUndefined();
    expect(await gateway.lease('nope', 'k', 5)).toBeUndefined();
  });

  it('a gateway that boots anew has spent what its dead self held: the quota is not granted twice, and GetUsage agrees', async () => {
    const { planId, keyId } = await planWithKey(100);
    const gateway = await Visitor.enrol();
    await gateway.beat(0);
    await gateway.lease(planId, keyId, 10);
    await gateway.ship({ sequence: 1, usage: [{ usagePlanId: planId, apiKeyId: keyId, day: today(), used: 4 }] });
    expect(await usage(planId, keyId)).toEqual([4, 96]);
    const reborn = gateway.rebooted();
    await reborn.beat(0);
    expect(await usage(planId, keyId)).toEqual([10, 90]);
    expect((await reborn.lease(planId, keyId, 0))!.remaining).toBe(90);
  });

  it('an extended quota admits more at once, and a larger limit too', async () => {
    const { planId, keyId } = await planWithKey(2);
    const gateway = await Visitor.enrol();
    await gateway.lease(planId, keyId, 1);
    await gateway.lease(planId, keyId, 1);
    expect((await gateway.lease(planId, keyId, 1))!.granted).toBe(0);
    await gateway.ship({ sequence: 1, usage: [{ usagePlanId: planId, apiKeyId: keyId, day: today(), used: 2 }] });
    expect((await platform.aws().send(new UpdateUsageCommand({ usagePlanId: planId, keyId, patchOperations: [{ op: 'replace', path: '/remaining', value: '3' }] }))).items).toEqual({ [keyId]: [[2, 3]] });
    for (let i = 0; i < 3; i++) expect((await gateway.lease(planId, keyId, 1))!.granted).toBe(1);
    expect((await gateway.lease(planId, keyId, 1))!.granted).toBe(0);
    await platform.aws().send(new UpdateUsagePlanCommand({ usagePlanId: planId, patchOperations: [{ op: 'replace', path: '/quota/limit', value: '10' }] }));
    expect((await gateway.lease(planId, keyId, 1))!.granted).toBe(1);
  });
});

describe('telemetry', () => {
  const minuteMs = Math.floor(Date.now() / 60_000) * 60_000;
  const row = (latencies: readonly number[], restApiId = 'api1'): TelemetryBatch['metrics'][number] => {
    const histogram = new Histogram();
    for (const us of latencies) histogram.record(us);
    const sparse = { ...histogram.sparse(), buckets: [...histogram.sparse().buckets] };
    return { restApiId, stageName: 'dev', resourcePath: '/pets', httpMethod: 'GET', minuteMs, count: latencies.length, error4xx: 1, error5xx: 0, cacheHit: 0, cacheMiss: 0, latency: sparse, integrationLatency: sparse };
  };

  it('counts a batch once however often it comes, adds up over batches and gateways, and answers quantiles', async () => {
    const [one, two] = [await Visitor.enrol(), await Visitor.enrol()];
    const { planId, keyId } = await planWithKey(1_000);
    const batch = { sequence: 1, metrics: [row([1_000, 2_000])], usage: [{ usagePlanId: planId, apiKeyId: keyId, day: today(), used: 2 }] };
    for (let i = 0; i < 3; i++) expect((await one.ship(batch)).status).toBe(204);
    await one.ship({ sequence: 2, metrics: [row([3_000])] });
    await two.ship({ sequence: 1, metrics: [row([100_000])] });
    expect((await usage(planId, keyId))[0]).toBe(2);
    const token = await platform.call('POST', '/api/v1/session', { userName: 'admin', password: 'correct horse battery staple' });
    const headers = { cookie: token.headers.get('set-cookie')!.split(';')[0]!, 'x-gatehouse-csrf': token.body['csrfToken'] as string };
    const span = `restApiId=api1&start=${new Date(minuteMs - 120_000).toISOString()}&end=${new Date(minuteMs + 60_000).toISOString()}`;
    const { body } = await platform.call('GET', `/api/v1/metrics?${span}`, undefined, headers) as unknown as { body: { points: { count: number; timestamp: string }[]; totals: { count: number; error4xx: number; latency: { average: number; p50: number; p99: number } } } };
    expect(body.points.map(point => point.count)).toEqual([0, 0, 4]);
    expect(body.totals).toMatchObject({ count: 4, error4xx: 3 });
    expect(body.totals.latency.average).toBeCloseTo(26.5, 1);
    expect(Math.abs(body.totals.latency.p50 / 2 - 1)).toBeLessThan(0.02);
    expect(Math.abs(body.totals.latency.p99 / 100 - 1)).toBeLessThan(0.02);
    const methods = (await platform.call('GET', `/api/v1/metrics/methods?${span}`, undefined, headers)).body as { methods: unknown[] };
    expect(methods.methods).toEqual([expect.objectContaining({ resourcePath: '/pets', httpMethod: 'GET', count: 4 })]);
  });

  it('takes a batch with rows from long ago without losing the rest', async () => {
    const gateway = await Visitor.enrol();
    expect((await gateway.ship({ sequence: 1, metrics: [{ ...row([1], 'api2'), minuteMs: 0 }, row([5], 'api2')] })).status).toBe(204);
    expect(await store.query("select count(*)::int as n from metric_minutes where rest_api_id = 'api2'")).toEqual([{ n: 1 }]);
  });
});

describe('work for one gateway', () => {
  const job = (id: string, gatewayId: string): Promise<unknown> =>
    store.query('insert into gateway_jobs (id, account_id, region, gateway_id, kind, request) values ($1, $2, $3, $4, $5, $6)', [id, platform.settings.accountId, platform.settings.region, gatewayId, 'test-invoke', platform.app.get(Vault).seal('{"kind":"test-invoke"}', id)]);

  it('is shown to no other gateway, and no other may answer it', async () => {
    const [mine, other] = [await Visitor.enrol(), await Visitor.enrol()];
    const id = randomUUID();
    await job(id, mine.id);
    expect((await other.post('/jobs', { id })).status).toBe(404);
    await other.post('/jobs/answers', { id, answer: null, error: 'stolen' });
    expect((await mine.post('/jobs', { id })).body).toEqual({ kind: 'test-invoke' });
    await mine.post('/jobs/answers', { id, answer: null, error: 'mine' });
    await mine.post('/jobs/answers', { id, answer: null, error: 'second' });
    const [row]: { answer: string }[] = await store.query('select answer from gateway_jobs where id = $1', [id]);
    expect(JSON.parse(platform.app.get(Vault).unseal(row!.answer, id))).toEqual({ id, answer: null, error: 'mine' });
  });

  it.each([[{}], [{ id: 'not-a-uuid' }], [{ id: 7 }], [[]]])('a question that is none is refused: %j', async body => {
    expect((await (await Visitor.enrol()).post('/jobs', body)).status).toBe(400);
  });

  it('without a gateway a test call is refused with 503 at once', async () => {
    await store.query("update gateways set last_heartbeat_at = now() - interval '1 hour'");
    const { id: restApiId, rootResourceId: resourceId } = await platform.aws().send(new CreateRestApiCommand({ name: 'tested' }));
    await platform.aws().send(new PutMethodCommand({ restApiId, resourceId, httpMethod: 'GET', authorizationType: 'NONE' }));
    await expect(platform.aws().send(new TestInvokeMethodCommand({ restApiId, resourceId, httpMethod: 'GET' }))).rejects.toMatchObject({ name: 'ServiceUnavailableException', $metadata: { httpStatusCode: 503 } });
  });
});
