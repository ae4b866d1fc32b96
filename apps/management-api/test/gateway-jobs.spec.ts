import { CreateRestApiCommand, PutIntegrationCommand, PutMethodCommand, TestInvokeMethodCommand } from '@aws-sdk/client-api-gateway';
import { Enrolled, FeedLine, TestInvocation, type Heartbeat } from '@gatehouse/contract-snapshot';
import { DataSource } from 'typeorm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startPlatform, type Platform } from './platform.js';

/** Two processes of the management API on one database: one hears the caller, the other holds the gateway's feed. */
let [asked, feeding]: Platform[] = [];
beforeAll(async () => {
  asked = await startPlatform();
  feeding = await startPlatform({ DATABASE_URL: asked.databaseUrl, GATEHOUSE_DATA_DIR: asked.dataDir });
});
afterAll(async () => {
  await feeding!.close();
  await asked!.close();
  expect([asked!.unexpected, feeding!.unexpected]).toEqual([[], []]);
});

interface Worker { readonly seen: string[]; stop(): Promise<void> }

/** A gateway on the second process that answers its jobs as `work` says; it takes `deaf` announcements without a word. */
async function worker(work: (job: TestInvocation) => object | null, deaf = 0): Promise<Worker> {
  const { gatewaysUrl, settings } = feeding!;
  const enrolled = Enrolled.parse((await feeding!.call('POST', `${gatewaysUrl}/enrolments`, { name: 'gw', version: 't' }, { authorization: `Bearer ${settings.enrolToken}` })).body);
  const authorization = `Bearer ${enrolled.gatewayId}.${enrolled.key}`;
  const post = (path: string, body: unknown) => feeding!.call('POST', gatewaysUrl + path, body, { authorization });
  await post('/heartbeats', { boot: 'b', version: 't', appliedRevision: 0, failures: [], address: '' } satisfies Heartbeat);
  const leaving = new AbortController();
  const seen: string[] = [];
  const response = await fetch(`${gatewaysUrl}/feed?after=0`, { headers: { authorization }, signal: leaving.signal });
  const listen = async (): Promise<void> => {
    let rest = '';
    for await (const chunk of response.body!.pipeThrough(new TextDecoderStream())) {
      const lines = (rest + chunk).split('\n');
      rest = lines.pop()!;
      for (const line of lines.map(text => FeedLine.parse(JSON.parse(text)))) {
        if (line.type !== 'job') continue;
        seen.push(line.id);
        if (seen.length <= deaf) continue;
        const answer = work(TestInvocation.parse((await post('/jobs', { id: line.id })).body));
        await post('/jobs/answers', { id: line.id, answer, error: answer === null ? 'it broke' : null });
      }
    }
  };
  void listen().catch(() => undefined);
  const leave = async (): Promise<void> => { await asked!.app.get(DataSource).query('update gateways set is_revoked = true where id = $1', [enrolled.gatewayId]); };
  return { seen, stop: () => { leaving.abort(); return leave(); } };
}

async function testCall(): Promise<{ status?: number | undefined; body?: string | undefined }> {
  const aws = asked!.aws();
  const { id: restApiId, rootResourceId: resourceId } = await aws.send(new CreateRestApiCommand({ name: 'tested' }));
  await aws.send(new PutMethodCommand({ restApiId, resourceId, httpMethod: 'GET', authorizationType: 'NONE' }));
  await aws.send(new PutIntegrationCommand({ restApiId, resourceId, httpMethod: 'GET', type: 'MOCK', timeoutInMillis: 50 }));
  return aws.send(new TestInvokeMethodCommand({ restApiId, resourceId, httpMethod: 'GET', body: 'ü' }));
}
const said = (body: string): object => ({ status: 201, headers: [], body: Buffer.from(body).toString('base64'), log: '', latencyMs: 1 });

describe('work for a gateway whose feed another process holds', () => {
  it('reaches it and comes back, and its row is gone', async () => {
    const gateway = await worker(job => said(`heard ${job.body}`));
    expect(await testCall()).toMatchObject({ status: 201, body: 'heard ü' });
    const query = (sql: string): Promise<{ n?: number; input?: object }[]> => asked!.app.get(DataSource).query(sql);
    expect(await query('select count(*)::int as n from gateway_jobs')).toEqual([{ n: 0 }]);
    // It reached a real backend, so it is in the audit trail; what was sent is not.
    const [trace] = await query("select input from audit_events where operation = 'TestInvokeMethod'");
    expect(Object.keys(trace!.input!).sort()).toEqual(['httpMethod', 'resourceId', 'restApiId']);
    await gateway.stop();
  });

  it('lies sealed in its row: a test carries credentials, and what came of it may', async () => {
    const rows: unknown[] = [];
    const gateway = await worker(job => said(`heard ${job.body}`), 1);
    const called = testCall();
    while (gateway.seen.length === 0) await new Promise(resolve => setTimeout(resolve, 10));
    rows.push(...await asked!.app.get(DataSource).query('select request, answer from gateway_jobs'));
    await called;
    expect(rows).toEqual([{ request: expect.stringMatching(/^v1\.[\w-]+$/) as string, answer: null }]);
    await gateway.stop();
  });

  it('is announced again when the first word was lost', async () => {
    const gateway = await worker(() => said('at last'), 1);
    expect(await testCall()).toMatchObject({ body: 'at last' });
    expect([gateway.seen.length, new Set(gateway.seen).size]).toEqual([2, 1]);
    await gateway.stop();
  });

  it('goes to another gateway when the first never fetches it', async () => {
    const [dead, alive] = [await worker(() => null, Infinity), await worker(() => said('instead'), 0)];
    for (let round = 0; round < 40 && dead.seen.length === 0; round++) expect(await testCall()).toMatchObject({ body: 'instead' });
    expect(dead.seen.length).toBeGreaterThan(0);
    await dead.stop();
    await alive.stop();
  }, 30_000);

  it('that the gateway cannot do is 503, with the reason', async () => {
    const gateway = await worker(() => null);
    await expect(testCall()).rejects.toMatchObject({ name: 'ServiceUnavailableException', message: 'The gateway could not call the method: it broke' });
    await gateway.stop();
  });
});
