import http from 'node:http';
import {
  CreateUsagePlanKeyCommand, DeleteUsagePlanKeyCommand, UpdateApiKeyCommand, UpdateStageCommand, UpdateUsagePlanCommand, type APIGatewayClient, type PatchOperation, type ServiceOutputTypes,
} from '@aws-sdk/client-api-gateway';
import { addMethod, ask, changed, deploy, eventually, keyWithPlan, newApi } from '@gatehouse/tests-system';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Fleet } from './fleet.js';
import { quantile } from './program.js';

const CHANGES = 1_000;
const LANES = 4;
let fleet: Fleet;

beforeAll(async () => { fleet = await Fleet.start({ gateways: 2 }); });
afterAll(() => fleet?.stop());

interface Lane { readonly apiId: string; readonly host: string; readonly value: string; readonly keyId: string; readonly planId: string }
/** A change and what every gateway answers once it is in force. */
interface Change { readonly name: string; make(aws: APIGatewayClient, lane: Lane, n: number): Promise<ServiceOutputTypes>; answer(n: number): string }

const patch = (op: 'replace' | 'add' | 'remove', path: string, value: string): PatchOperation => ({ op, path, value });
const REFUSED = '403 {"message":"Forbidden"}';
/** In this order each one changes what the one before left. */
const ROUND: readonly Change[] = [
  { name: 'variable', make: (aws, { apiId }, n) => aws.send(new UpdateStageCommand({ restApiId: apiId, stageName: 'dev', patchOperations: [patch('replace', '/variables/n', String(n))] })), answer: n => `200 ${n}` },
  { name: 'key off', make: (aws, { keyId }) => aws.send(new UpdateApiKeyCommand({ apiKey: keyId, patchOperations: [patch('replace', '/enabled', 'false')] })), answer: () => REFUSED },
  { name: 'key on', make: (aws, { keyId }) => aws.send(new UpdateApiKeyCommand({ apiKey: keyId, patchOperations: [patch('replace', '/enabled', 'true')] })), answer: n => `200 ${n}` },
  { name: 'stage out of plan', make: (aws, { apiId, planId }) => aws.send(new UpdateUsagePlanCommand({ usagePlanId: planId, patchOperations: [patch('remove', '/apiStages', `${apiId}:dev`)] })), answer: () => REFUSED },
  { name: 'stage into plan', make: (aws, { apiId, planId }) => aws.send(new UpdateUsagePlanCommand({ usagePlanId: planId, patchOperations: [patch('add', '/apiStages', `${apiId}:dev`)] })), answer: n => `200 ${n}` },
  { name: 'key out of plan', make: (aws, { planId, keyId }) => aws.send(new DeleteUsagePlanKeyCommand({ usagePlanId: planId, keyId })), answer: () => REFUSED },
  { name: 'key into plan', make: (aws, { planId, keyId }) => aws.send(new CreateUsagePlanKeyCommand({ usagePlanId: planId, keyId, keyType: 'API_KEY' })), answer: n => `200 ${n}` },
];

async function newLane(): Promise<Lane> {
  const api = await newApi(fleet.aws);
  await addMethod(fleet.aws, api.restApiId, api.rootId, 'n', { integration: { type: 'MOCK' }, apiKeyRequired: true, responseTemplate: '$stageVariables.n' });
  await fleet.rest.served(api.restApiId, await deploy(fleet.aws, api.restApiId));
  const key = await keyWithPlan(fleet.aws, api.restApiId, {});
  const lane = { apiId: api.restApiId, host: api.host, ...key };
  for (const { url } of fleet.gateways) await eventually(async () => ((await ask(`${url}/dev/n`, { host: api.host, headers: { 'x-api-key': key.value } })).status === 200 ? true : null));
  return lane;
}

describe('1,000 changes of keys, plans and stages, two gateways', () => {
  it('each is served by every gateway when propagation says so: 0 old answers', async () => {
    const agent = new http.Agent({ keepAlive: true });
    const old: string[] = [];
    const servedMs: number[] = [];
    const saidMs: number[] = [];
    const probe = async (gateway: string, lane: Lane): Promise<string> => {
      const { status, body } = await ask(`${gateway}/dev/n`, { host: lane.host, headers: { 'x-api-key': lane.value }, agent });
      return `${status} ${body}`;
    };
    const untilServed = async (gateway: string, lane: Lane, wanted: string, began: number): Promise<void> => {
      while ((await probe(gateway, lane)) !== wanted) {
        if (performance.now() - began > 5_000) throw new Error(`${gateway} did not serve ${wanted} in 5 s`);
        await new Promise(resolve => setTimeout(resolve, 2));
      }
      servedMs.push(performance.now() - began);
    };
    const walk = async (lane: Lane): Promise<void> => {
      for (let i = 0; i < CHANGES / LANES; i++) {
        const { name, make, answer } = ROUND[i % ROUND.length]!;
        const n = i - (i % ROUND.length);
        const revision = await changed(fleet.aws, aws => make(aws, lane, n));
        if (revision === null) throw new Error(`${name} made no revision`);
        const began = performance.now();
        const served = Promise.all(fleet.gateways.map(({ url }) => untilServed(url, lane, answer(n), began)));
        const { state } = await fleet.rest.revision(revision);
        saidMs.push(performance.now() - began);
        for (const { name: gateway, url } of fleet.gateways) {
          const found = await probe(url, lane);
          if (state !== 'active' || found !== answer(n)) old.push(`${gateway} after "${name}" (${state}): ${found} instead of ${answer(n)}`);
        }
        await served;
      }
    };
    const began = performance.now();
    await Promise.all((await Promise.all(Array.from({ length: LANES }, newLane))).map(walk));
    agent.destroy();
    const ms = (measured: readonly number[]): string => `p50 ${quantile(measured, 0.5).toFixed(1)} ms, p99 ${quantile(measured, 0.99).toFixed(1)} ms, most ${quantile(measured, 1).toFixed(1)} ms`;
    console.log(`${CHANGES} changes in ${Math.round((performance.now() - began) / 1000)} s; commit to served: ${ms(servedMs)}; propagation says active after: ${ms(saidMs)}; old answers: ${old.length}`);
    expect(old).toEqual([]);
    expect(saidMs).toHaveLength(CHANGES);
    expect(servedMs).toHaveLength(CHANGES * 2);
    expect(quantile(servedMs, 0.99)).toBeLessThan(1_000);
  });
});
