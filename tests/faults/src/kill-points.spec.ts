import { DeleteMethodResponseCommand, GetRestApisCommand, PutIntegrationResponseCommand, PutMethodResponseCommand, UpdateIntegrationResponseCommand, CreateDeploymentCommand, APIGatewayClient } from '@aws-sdk/client-api-gateway';
import path from 'node:path';
import { startPostgres } from '@gatehouse/control-embedded';
import { addMethod, ask, deploy, eventually, newApi, type PetApi, type Reach } from '@gatehouse/tests-system';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readLedger, type Ledger } from './deployment-ledger.js';
import { Fleet } from './fleet.js';
import { quantile } from './program.js';

const API_KILLS = 60;
const DATABASE_KILLS = 140;
const VICTIMS = 3;
let fleet: Fleet;
let api: PetApi;
let resourceId = '';
let n = 0;
/** Every number that a committed deployment ever said. */
const committed = new Set<number>([0]);

/** Looks at the gateway without a pause, and keeps what it said. */
class Watch {
  readonly seen = new Set<string>();
  readonly wrong: string[] = [];
  calls = 0;
  #isStopped = false;
  readonly #running = this.#run();

  async stop(): Promise<void> {
    this.#isStopped = true;
    await this.#running;
  }

  async #run(): Promise<void> {
    while (!this.#isStopped) {
      const answer = await ask(`${fleet.gateways[0]!.url}/dev/n`, { host: api.host }).catch((error: unknown) => String(error));
      this.calls++;
      if (typeof answer === 'string') this.wrong.push(answer);
      else if (answer.status !== 200 || answer.body !== `{"n":${answer.headers['x-n']}}`) this.wrong.push(`${answer.status} ${answer.headers['x-n']} ${answer.body}`);
      else this.seen.add(answer.body);
      await new Promise(resolve => setTimeout(resolve, 4));
    }
  }
}

const once = ({ managementUrl, region, accessKeyId, secretAccessKey }: Reach): APIGatewayClient => new APIGatewayClient({ endpoint: managementUrl, region, credentials: { accessKeyId, secretAccessKey }, maxAttempts: 1 });
const ledger = (): Promise<Ledger> => eventually(() => readLedger(fleet.postgres.url(), api.restApiId), 10_000);

interface Attempt { isUpdated: boolean; isDeployed: boolean; tookMs: number }
/** One deployment as a person makes it: the draft is changed (in two places at once), then deployed. What was answered counts as promised. */
async function change(aws: APIGatewayClient, said: number): Promise<Attempt> {
  const attempt = { isUpdated: false, isDeployed: false, tookMs: 0 };
  const began = performance.now();
  try {
    await aws.send(new UpdateIntegrationResponseCommand({
      restApiId: api.restApiId, resourceId, httpMethod: 'GET', statusCode: '200',
      patchOperations: [{ op: 'replace', path: '/responseTemplates/application~1json', value: `{"n":${said}}` }, { op: 'replace', path: '/responseParameters/method.response.header.X-N', value: `'${said}'` }],
    }));
    attempt.isUpdated = true;
    await aws.send(new CreateDeploymentCommand({ restApiId: api.restApiId, stageName: 'dev' }));
    attempt.isDeployed = true;
  } catch (error) {
    // It was killed: what it did not answer, it did not promise.
    attempt.tookMs = performance.now() - began;
    expect(error).toBeInstanceOf(Error);
  }
  attempt.tookMs = performance.now() - began;
  return attempt;
}

/** The state after a kill is one of the three that a whole deployment passes through, and holds what was promised. */
function judge(before: Ledger, after: Ledger, said: number, { isUpdated, isDeployed }: Attempt): 'old' | 'draft only' | 'new' {
  expect(after.halves).toEqual([]);
  expect([before.draft, said]).toContain(after.draft);
  expect([before.deployed, said]).toContain(after.deployed);
  if (after.deployed === said) expect(after.draft).toBe(said);
  if (isUpdated) expect(after.draft).toBe(said);
  if (isDeployed) expect(after.deployed).toBe(said);
  committed.add(after.deployed);
  return after.deployed === said ? 'new' : after.draft === said ? 'draft only' : 'old';
}

beforeAll(async () => {
  fleet = await Fleet.start({ gateways: 1, spareApis: VICTIMS });
  api = await newApi(fleet.aws);
  resourceId = await addMethod(fleet.aws, api.restApiId, api.rootId, 'n', { integration: { type: 'MOCK' }, statusCode: '200' });
  const place = { restApiId: api.restApiId, resourceId, httpMethod: 'GET', statusCode: '200' };
  await fleet.aws.send(new DeleteMethodResponseCommand(place));
  await fleet.aws.send(new PutMethodResponseCommand({ ...place, responseParameters: { 'method.response.header.X-N': true } }));
  await fleet.aws.send(new PutIntegrationResponseCommand({ ...place, responseParameters: { 'method.response.header.X-N': "'0'" }, responseTemplates: { 'application/json': '{"n":0}' } }));
  await fleet.rest.served(api.restApiId, await deploy(fleet.aws, api.restApiId));
});
afterAll(() => fleet?.stop());

/** How long a deployment takes when nobody is killed: kill points are spread over a little more than that. */
async function usualMs(aws: APIGatewayClient): Promise<number> {
  const took: number[] = [];
  for (let i = 0; i < 10; i++) { const { tookMs } = await change(aws, ++n); took.push(tookMs); committed.add(n); }
  return quantile(took, 0.8);
}

async function coldMs(): Promise<number> {
  const took: number[] = [];
  for (let i = 1; i <= VICTIMS; i++) {
    const aws = once(fleet.apis[i]!.reach);
    await aws.send(new GetRestApisCommand({ limit: 1 }));
    took.push((await change(aws, ++n)).tookMs);
    committed.add(n);
  }
  return quantile(took, 1);
}

describe('kill -9 in the middle of a deployment', () => {
  it(`of the management API, at ${API_KILLS} points: the old state or the new one, never half`, async () => {
    await Promise.all(Array.from({ length: VICTIMS }, (_, i) => fleet.startApi(i + 1)));
    // A victim has just started, and the next one starts beside it: its deployment takes about three times as long as the first ones did.
    const spanMs = (await coldMs()) * 3;
    const watch = new Watch();
    const outcomes = { 'old': 0, 'draft only': 0, 'new': 0 };
    const starting = new Map<number, Promise<void>>();
    let before = await ledger();
    for (let round = 0; round < API_KILLS; round++) {
      const index = 1 + (round % VICTIMS);
      await starting.get(index);
      const victim = fleet.apis[index]!;
      const aws = once(victim.reach);
      // Its pool and its code are warm: the kill hits the deployment and not the first connection.
      await aws.send(new GetRestApisCommand({ limit: 1 }));
      const said = ++n;
      const work = change(aws, said);
      await new Promise(resolve => setTimeout(resolve, Math.random() * spanMs));
      await victim.program.end('SIGKILL');
      const attempt = await work;
      const after = await ledger();
      outcomes[judge(before, after, said, attempt)]++;
      before = after;
      starting.set(index, fleet.startApi(index));
    }
    await Promise.all(starting.values());
    await eventually(async () => ((await ask(`${fleet.gateways[0]!.url}/dev/n`, { host: api.host })).body === `{"n":${before.deployed}}` ? true : null));
    await watch.stop();
    for (let i = 1; i <= VICTIMS; i++) await fleet.apis[i]!.program.end('SIGKILL');
    console.log(`management API killed ${API_KILLS} times within ${spanMs.toFixed(0)} ms of a deployment: ${JSON.stringify(outcomes)}, half: 0; the gateway answered ${watch.calls} calls, ${watch.wrong.length} wrong`);
    expect(watch.wrong).toEqual([]);
    expect([...watch.seen].filter(body => !committed.has(Number(/\d+/.exec(body)?.[0])))).toEqual([]);
    expect(Math.min(outcomes.old, outcomes.new + outcomes['draft only'])).toBeGreaterThan(0);
  });

  it(`of PostgreSQL, at ${DATABASE_KILLS} points: the old state or the new one, never half, and 503 meanwhile`, async () => {
    const aws = once(fleet.reach);
    const spanMs = (await usualMs(aws)) * 1.1;
    const watch = new Watch();
    const outcomes = { 'old': 0, 'draft only': 0, 'new': 0 };
    const failedMs: number[] = [];
    let before = await ledger();
    for (let round = 0; round < DATABASE_KILLS; round++) {
      // Every fifth time the whole server, else one of its processes: then it throws away what all of them had in hand.
      const isWhole = round % 5 === 0;
      const pid = isWhole ? fleet.postgres.pid : await someBackend(fleet.postgres.url());
      const said = ++n;
      const work = change(aws, said);
      await new Promise(resolve => setTimeout(resolve, Math.random() * spanMs));
      kill(pid);
      const attempt = await work;
      if (!attempt.isDeployed) failedMs.push(attempt.tookMs);
      if (isWhole) fleet.postgres = await eventually(() => startPostgres({ folder: path.join(fleet.folder, 'postgres'), port: fleet.postgres.port }), 20_000);
      const after = await ledger();
      outcomes[judge(before, after, said, attempt)]++;
      before = after;
      await eventually(async () => { await aws.send(new GetRestApisCommand({ limit: 1 })); return true as const; }, 10_000);
    }
    await eventually(async () => ((await ask(`${fleet.gateways[0]!.url}/dev/n`, { host: api.host })).body === `{"n":${before.deployed}}` ? true : null));
    await watch.stop();
    console.log(`PostgreSQL killed ${DATABASE_KILLS} times within ${spanMs.toFixed(0)} ms of a deployment: ${JSON.stringify(outcomes)}, half: 0; a refusal came after p50 ${quantile(failedMs, 0.5).toFixed(0)} ms, most ${quantile(failedMs, 1).toFixed(0)} ms; the gateway answered ${watch.calls} calls, ${watch.wrong.length} wrong`);
    expect(watch.wrong).toEqual([]);
    expect([...watch.seen].filter(body => !committed.has(Number(/\d+/.exec(body)?.[0])))).toEqual([]);
    expect(quantile(failedMs, 1)).toBeLessThan(3_000);
  });
});

async function someBackend(url: string): Promise<number> {
  return eventually(async () => {
    const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2_000 });
    client.on('error', () => undefined);
    await client.connect();
    const { rows } = await client.query<{ pid: number }>("select pid from pg_stat_activity where backend_type = 'client backend' and pid <> pg_backend_pid()");
    await client.end();
    return rows[Math.floor(Math.random() * rows.length)]?.pid ?? null;
  });
}

/** A process that has just ended by itself needs no kill. */
function kill(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}
