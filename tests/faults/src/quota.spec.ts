import { GetUsageCommand } from '@aws-sdk/client-api-gateway';
import http from 'node:http';
import { addMethod, ask, deploy, eventually, keyWithPlan, newApi, type PetApi } from '@gatehouse/tests-system';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Fleet } from './fleet.js';

const LIMIT = 1_000;
let fleet: Fleet;
let api: PetApi;

beforeAll(async () => {
  fleet = await Fleet.start({ gateways: 4 });
  api = await newApi(fleet.aws);
  await addMethod(fleet.aws, api.restApiId, api.rootId, 'keyed', { integration: { type: 'MOCK' }, apiKeyRequired: true });
  expect(await fleet.rest.served(api.restApiId, await deploy(fleet.aws, api.restApiId))).toMatchObject({ state: 'active', served: 4, total: 4 });
});
afterAll(() => fleet?.stop());

/** 100 clients that walk over all gateways until the quota is spent everywhere; how many were admitted where, and what else was said. */
async function storm(value: string): Promise<{ admitted: number[]; others: Record<string, number>; asked: number }> {
  const agent = new http.Agent({ keepAlive: true, maxSockets: 100 });
  const admitted = fleet.gateways.map(() => 0);
  const others: Record<string, number> = {};
  let asked = 0;
  let refusedInARow = 0;
  const oneClient = async (n: number): Promise<void> => {
    for (let i = n; refusedInARow < 400 && asked < 20_000; i++) {
      const at = i % fleet.gateways.length;
      asked++;
      const { status, body } = await ask(`${fleet.gateways[at]!.url}/dev/keyed`, { host: api.host, headers: { 'x-api-key': value }, agent });
      if (status === 200) { admitted[at]!++; refusedInARow = 0; continue; }
      refusedInARow++;
      others[`${status} ${body}`] = (others[`${status} ${body}`] ?? 0) + 1;
    }
  };
  await Promise.all(Array.from({ length: 100 }, (_, n) => oneClient(n)));
  agent.destroy();
  return { admitted, others, asked };
}

const usageOf = async (planId: string, keyId: string): Promise<number[] | undefined> => {
  const day = new Date().toISOString().slice(0, 10);
  return (await fleet.aws.send(new GetUsageCommand({ usagePlanId: planId, keyId, startDate: day, endDate: day }))).items?.[keyId]?.[0];
};

describe('a quota of 1,000, four gateways, 100 clients at once', () => {
  it.each([1, 2, 3])('admits exactly 1,000 (round %i)', async () => {
    const { value, planId, keyId } = await keyWithPlan(fleet.aws, api.restApiId, { quota: { limit: LIMIT, period: 'DAY' } });
    for (const { url } of fleet.gateways) await eventually(async () => ((await ask(`${url}/dev/keyed`, { host: api.host, headers: { 'x-api-key': value } })).status === 200 ? true : null));
    const warmed = fleet.gateways.length;
    const began = performance.now();
    const { admitted, others, asked } = await storm(value);
    console.log(`quota: admitted ${admitted.join(' + ')} + ${warmed} = ${admitted.reduce((a, b) => a + b, warmed)} of ${asked + warmed} in ${Math.round(performance.now() - began)} ms; ${JSON.stringify(others)}`);
    expect(admitted.reduce((a, b) => a + b, warmed)).toBe(LIMIT);
    expect(Object.keys(others)).toEqual(['429 {"message":"Limit Exceeded"}']);
    await new Promise(resolve => setTimeout(resolve, 1_000));
    expect(await usageOf(planId, keyId)).toEqual([LIMIT, 0]);
  });

  it('a gateway killed in the middle loses no more than its slice, and never admits one too many', async () => {
    const { value, planId, keyId } = await keyWithPlan(fleet.aws, api.restApiId, { quota: { limit: LIMIT, period: 'DAY' } });
    for (const { url } of fleet.gateways) await eventually(async () => ((await ask(`${url}/dev/keyed`, { host: api.host, headers: { 'x-api-key': value } })).status === 200 ? true : null));
    const keyed = (at: number): Promise<number> => ask(`${fleet.gateways[at]!.url}/dev/keyed`, { host: api.host, headers: { 'x-api-key': value } }).then(({ status }) => status, () => 0);
    let admitted = fleet.gateways.length;
    for (let i = 0; i < 400; i++) if ((await keyed(i % 4)) === 200) admitted++;
    await fleet.gateways[3]!.program.end('SIGKILL');
    for (let refused = 0; refused < 100;) for (let at = 0; at < 3; at++) { if ((await keyed(at)) === 200) { admitted++; refused = 0; } else refused++; }
    await fleet.startGateway(fleet.gateways[3]!);
    for (let i = 0; i < 50; i++) if ((await keyed(3)) === 200) admitted++;
    console.log(`quota with a killed gateway: ${admitted} of ${LIMIT} admitted, ${LIMIT - admitted} lost with its slice`);
    expect(admitted).toBeLessThanOrEqual(LIMIT);
    expect(admitted).toBeGreaterThan(LIMIT - 60);
    // What was lost is told as used, so the counter and the usage agree.
    expect(await eventually(async () => { const usage = await usageOf(planId, keyId); return usage?.[0] === LIMIT ? usage : null; }, 5_000)).toEqual([LIMIT, 0]);
  });
});
