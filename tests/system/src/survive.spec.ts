import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { GetRestApisCommand, GetUsageCommand, PutIntegrationResponseCommand, UpdateIntegrationResponseCommand, type APIGatewayClient } from '@aws-sdk/client-api-gateway';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ask } from './http.js';
import { Loader } from './load.js';
import { eventually, OwnRest } from './own-rest.js';
import { addMethod, client, deploy, keyWithPlan, newApi, type PetApi } from './pet-api.js';
import { dispose, startProduct, type Product } from './product.js';

let product: Product;
let aws: APIGatewayClient;
let api: PetApi;
let mockId: string;
let rest: OwnRest;

const mock = (path = '/mock'): Promise<{ status: number; body: string }> => ask(`${product.gatewayUrl}/dev${path}`, { host: api.host });
const keyed = (value: string, path = '/keyed'): Promise<{ status: number; body: string }> => ask(`${product.gatewayUrl}/dev${path}`, { host: api.host, headers: { 'x-api-key': value } });
const kill = (pid: number, signal: NodeJS.Signals): void => { process.kill(pid, signal); };
const parentOf = (pid: number): number => { try { return Number(readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)!.split(' ')[1]); } catch { return 0; } };

/** Ended; one that waits for a parent to notice counts too. */
function isGone(pid: number): boolean {
  try {
    return readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.[0] === 'Z';
  } catch {
    return true;
  }
}
const apiAnswers = (): Promise<true> => eventually(async () => { await aws.send(new GetRestApisCommand({ limit: 1 })); return true as const; }, 30_000);

beforeAll(async () => {
  product = await startProduct();
  aws = client(product);
  rest = await OwnRest.signIn(product);
  api = await newApi(aws);
  mockId = await addMethod(aws, api.restApiId, api.rootId, 'mock', { integration: { type: 'MOCK' }, responseTemplate: '{"n":0}' });
  await addMethod(aws, api.restApiId, api.rootId, 'keyed', { integration: { type: 'MOCK' }, apiKeyRequired: true });
  await addMethod(aws, api.restApiId, api.rootId, 'pets', { integration: { type: 'HTTP_PROXY', uri: `${product.petstoreUrl}/pets` } });
  await rest.served(api.restApiId, await deploy(aws, api.restApiId));
});
afterAll(() => dispose(product));

describe('deployments', () => {
  it('100 deployments under load lose no request, and each is served everywhere when it says so', async () => {
    const load = new Loader(`${product.gatewayUrl}/dev/pets`, api.host).start();
    for (let n = 1; n <= 100; n++) {
      const template = `{"n":${n}}`;
      await aws.send(new UpdateIntegrationResponseCommand({ restApiId: api.restApiId, resourceId: mockId, httpMethod: 'GET', statusCode: '200', patchOperations: [{ op: 'replace', path: '/responseTemplates/application~1json', value: template }] }));
      expect((await rest.served(api.restApiId, await deploy(aws, api.restApiId))).state).toBe('active');
      expect((await mock()).body).toBe(template);
    }
    const { sent, wrong } = await load.stop();
    expect(wrong).toEqual([]);
    expect(sent).toBeGreaterThan(500);
  });

  it('a spent bucket stays spent over a deployment', async () => {
    const { value } = await keyWithPlan(aws, api.restApiId, { throttle: { rateLimit: 0.01, burstLimit: 2 } });
    await eventually(async () => ((await keyed(value)).status === 200 ? true : null));
    expect([(await keyed(value)).status, (await keyed(value)).status]).toEqual([200, 429]);
    await rest.served(api.restApiId, await deploy(aws, api.restApiId));
    expect(await keyed(value)).toMatchObject({ status: 429, body: '{"message":"Too Many Requests"}' });
  });
});

describe('quotas', () => {
  it('quota 5, three spent, gateway killed and started again: two left', async () => {
    const { value, planId, keyId } = await keyWithPlan(aws, api.restApiId, { quota: { limit: 5, period: 'DAY' } });
    await eventually(async () => ((await keyed(value)).status === 200 ? true : null));
    expect([(await keyed(value)).status, (await keyed(value)).status]).toEqual([200, 200]);
    const before = product.pidOf('gateway');
    kill(before, 'SIGKILL');
    const statuses: number[] = [];
    await eventually(async () => { const { status } = await keyed(value); statuses.push(status); return status === 200 ? true : null; }, 20_000);
    for (let i = 0; i < 3; i++) statuses.push((await keyed(value)).status);
    expect(statuses).toEqual([200, 200, 429, 429]);
    expect(product.pidOf('gateway')).not.toBe(before);
    const today = new Date().toISOString().slice(0, 10);
    expect(await eventually(async () => {
      const { items } = await aws.send(new GetUsageCommand({ usagePlanId: planId, keyId, startDate: today, endDate: today }));
      return items?.[keyId]?.[0]?.[0] === 5 ? items[keyId] : null;
    })).toEqual([[5, 0]]);
  });
});

describe('kill -9', () => {
  it('management API and database killed, again and again: the gateway serves on, the API answers 503 quickly and comes back', async () => {
    const load = new Loader(`${product.gatewayUrl}/dev/pets`, api.host).start();
    for (let round = 0; round < 3; round++) {
      kill(product.pidOf('postgres'), 'SIGKILL');
      const began = Date.now();
      const answer = await ask(`${product.managementUrl}/health/ready`).catch(() => null);
      expect([200, 503, undefined]).toContain(answer?.status);
      expect(Date.now() - began).toBeLessThan(3_000);
      kill(product.pidOf('management-api'), 'SIGKILL');
      await apiAnswers();
    }
    const { wrong, sent } = await load.stop();
    expect(wrong).toEqual([]);
    expect(sent).toBeGreaterThan(100);
    const deployment = await deploy(aws, api.restApiId);
    expect((await rest.served(api.restApiId, deployment)).state).toBe('active');
  });

  it('a database that hangs: the API says 503 within three seconds and serves again when it wakes; the gateway notices nothing', async () => {
    const postgres = product.pidOf('postgres');
    kill(postgres, 'SIGSTOP');
    // Its workers are what answers queries: they hang too.
    const workers = readdirSync('/proc').filter(name => /^\d+$/.test(name) && parentOf(Number(name)) === postgres).map(Number);
    for (const worker of workers) kill(worker, 'SIGSTOP');
    try {
      for (let i = 0; i < 3; i++) {
        const began = Date.now();
        await expect(aws.send(new GetRestApisCommand({ limit: 1 }))).rejects.toMatchObject({ name: 'ServiceUnavailableException', $metadata: { httpStatusCode: 503 } });
        expect(Date.now() - began).toBeLessThan(10_000);
      }
      const began = Date.now();
      expect((await ask(`${product.managementUrl}/restapis`, { headers: { authorization: 'Bearer x' } })).status).toBe(503);
      expect(Date.now() - began).toBeLessThan(3_000);
      expect((await mock('/pets')).status).toBe(200);
    } finally {
      for (const pid of [...workers, postgres]) kill(pid, 'SIGCONT');
    }
    await apiAnswers();
  });

  it('the gateway starts from its disk alone while everything else is dark, and takes up changes afterwards', async () => {
    // Stopped, not killed: the supervisor does not bring it back, and nobody answers.
    const [api4000, gateway] = [product.pidOf('management-api'), product.pidOf('gateway')];
    kill(api4000, 'SIGSTOP');
    try {
      kill(gateway, 'SIGKILL');
      const began = Date.now();
      await eventually(async () => ((await ask(`${product.gatewayUrl}/dev/mock`, { host: api.host })).status === 200 ? true : null), 20_000);
      expect(Date.now() - began).toBeLessThan(10_000);
      expect((await mock('/pets')).status).toBe(200);
    } finally {
      kill(api4000, 'SIGCONT');
    }
    await apiAnswers();
    await aws.send(new PutIntegrationResponseCommand({ restApiId: api.restApiId, resourceId: mockId, httpMethod: 'GET', statusCode: '200', responseTemplates: { 'application/json': '{"after":"the dark"}' } }));
    const deployment = await deploy(aws, api.restApiId);
    await eventually(async () => ((await rest.served(api.restApiId, deployment)).state === 'active' ? true : null), 20_000);
    expect((await mock()).body).toBe('{"after":"the dark"}');
  });

  it('the supervisor killed: everything serves on; the next start takes over, keeps all data and all keys', async () => {
    const pids = (['management-api', 'gateway', 'petstore'] as const).map(name => product.pidOf(name));
    await product.abandon();
    expect((await mock('/pets')).status).toBe(200);
    const again = await startProduct({ dataDir: product.dataDir, ports: portsOf(product) });
    try {
      expect(pids.every(isGone)).toBe(true);
      expect([again.accessKeyId, again.password]).toEqual([product.accessKeyId, product.password]);
      product = again;
      expect((await mock('/pets')).status).toBe(200);
      await apiAnswers();
    } finally {
      product = again;
    }
  });

  it('everything killed at once: the next start recovers', async () => {
    const pids = [product.supervisor.pid!, ...(['management-api', 'gateway', 'petstore', 'postgres'] as const).map(name => product.pidOf(name))];
    for (const pid of pids) kill(pid, 'SIGKILL');
    await new Promise(resolve => setTimeout(resolve, 300));
    product = await startProduct({ dataDir: product.dataDir, ports: portsOf(product) });
    expect((await mock('/pets')).status).toBe(200);
    await apiAnswers();
  });
});

describe('stopping', () => {
  it('a second start over the same folder is refused in a sentence, and disturbs nothing', async () => {
    await expect(startProduct({ dataDir: product.dataDir, ports: portsOf(product) })).rejects.toThrow(/Gatehouse already runs over .* \(process \d+\)/);
    expect((await mock('/pets')).status).toBe(200);
  });

  it('Ctrl-C ends every process and leaves no pid file', async () => {
    const pids = (['management-api', 'gateway', 'petstore', 'postgres'] as const).map(name => product.pidOf(name));
    expect(await product.stop()).toBe(0);
    await eventually(async () => (pids.every(isGone) ? true : null), 3_000);
    expect(readdirSync(path.join(product.dataDir, 'run'))).toEqual([]);
    expect(existsSync(path.join(product.dataDir, 'supervisor.pid'))).toBe(false);
  });

  it('a start over kept data takes seconds', async () => {
    product = await startProduct({ dataDir: product.dataDir, ports: portsOf(product) });
    const seconds = Number(/Gatehouse is ready \(([\d.]+) s\)/.exec(product.printed())![1]);
    expect(seconds).toBeLessThan(10);
    expect(product.printed()).not.toContain(product.password);
    expect((await mock('/pets')).status).toBe(200);
  });
});

const portOf = (url: string): string => new URL(url).port;
const portsOf = (of: Product): Record<string, string> => ({
  GATEHOUSE_PORT: portOf(of.managementUrl), GATEHOUSE_GATEWAYS_PORT: portOf(of.gatewaysUrl), GATEHOUSE_PETSTORE_PORT: portOf(of.petstoreUrl),
  GATEHOUSE_GATEWAY_PORT: portOf(of.gatewayUrl), GATEHOUSE_GATEWAY_PRIVATE_PORT: portOf(of.privateUrl),
});
