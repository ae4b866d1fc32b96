import {
  CreateDeploymentCommand, DeleteApiKeyCommand, GetStageCommand, PutIntegrationResponseCommand, PutMethodResponseCommand, UpdateApiKeyCommand, UpdateIntegrationCommand, UpdateIntegrationResponseCommand, UpdateRestApiCommand, UpdateStageCommand, UpdateUsagePlanCommand,
  type APIGatewayClient, type PatchOperation,
} from '@aws-sdk/client-api-gateway';
import { beforeAll, describe, expect, inject, it } from 'vitest';
import { ask, type Answer, type Ask } from './http.js';
import { eventually, OwnRest } from './own-rest.js';
import { addMethod, client, deploy, keyWithPlan, newApi, type MethodOptions, type PetApi } from './pet-api.js';
import { changedEverywhere } from './revisions.js';

const reach = inject('system');
const FORBIDDEN = { status: 403, body: '{"message":"Forbidden"}' };
let aws: APIGatewayClient;
let rest: OwnRest;

const call = (of: PetApi, at: string, more: Ask = {}, stage = 'dev'): Promise<Answer> => ask(`${reach.gatewayUrl}/${stage}${at}`, { host: of.host, ...more });
const replace = (path: string, value: string): PatchOperation => ({ op: 'replace', path, value });
/** Changes a stage, and waits for nothing but that it is served. No deployment is made. */
const setStage = (of: PetApi, ...patchOperations: PatchOperation[]): Promise<unknown> => changedEverywhere(aws, rest, client => client.send(new UpdateStageCommand({ restApiId: of.restApiId, stageName: 'dev', patchOperations })));

/** A mock that says a word, which a later deployment changes. */
async function wordApi(name: string): Promise<PetApi & { say(word: string): Promise<unknown> }> {
  const api = await newApi(aws, name);
  const resourceId = await addMethod(aws, api.restApiId, api.rootId, 'word', { integration: { type: 'MOCK' }, responseTemplate: '{"word":"one","colour":"$stageVariables.colour"}' });
  const say = (word: string): Promise<unknown> => aws.send(new UpdateIntegrationResponseCommand({
    restApiId: api.restApiId, resourceId, httpMethod: 'GET', statusCode: '200', patchOperations: [replace('/responseTemplates/application~1json', `{"word":"${word}","colour":"$stageVariables.colour"}`)],
  }));
  return { ...api, say };
}
const wordOf = async (of: PetApi): Promise<string> => Object.values(JSON.parse((await call(of, '/word')).body) as object).join(' ').trim();

beforeAll(async () => {
  aws = client(reach);
  rest = await OwnRest.signIn(reach);
});

describe('UpdateStage acts at once, without a deployment', () => {
  it('variables: in the address of a backend, in a template and in a mapping', async () => {
    const api = await newApi(aws, 'variables');
    await addMethod(aws, api.restApiId, api.rootId, 'proxied', { integration: { type: 'HTTP_PROXY', uri: `http://\${stageVariables.backend}/\${stageVariables.what}` } });
    await addMethod(aws, api.restApiId, api.rootId, 'mock', { integration: { type: 'MOCK' }, responseTemplate: '{"colour":"$stageVariables.colour"}' });
    const coloured = await addMethod(aws, api.restApiId, api.rootId, 'header', { integration: { type: 'HTTP', uri: `${reach.petstoreUrl}/echo`, requestParameters: { 'integration.request.header.X-Colour': 'stageVariables.colour' } } });
    const place = { restApiId: api.restApiId, resourceId: coloured, httpMethod: 'GET', statusCode: '200' };
    await aws.send(new PutMethodResponseCommand(place));
    await aws.send(new PutIntegrationResponseCommand(place));
    const deploymentId = await deploy(aws, api.restApiId);
    await rest.served(api.restApiId, deploymentId);

    const backend = new URL(reach.petstoreUrl).host;
    expect((await call(api, '/proxied')).status).toBe(500);
    for (const [what, colour] of [['pets/1', 'blue'], ['pets/2', 'green'], ['echo/x', 'r&d']] as const) {
      await setStage(api, replace('/variables/backend', backend), replace('/variables/what', what), replace('/variables/colour', colour));
      const [direct, proxied] = [await ask(`${reach.petstoreUrl}/${what}`), await call(api, '/proxied')];
      expect(proxied.status).toBe(200);
      if (what.startsWith('pets')) expect(proxied.body).toBe(direct.body);
      else expect(JSON.parse(proxied.body)).toMatchObject({ url: '/echo/x' });
      expect((await call(api, '/mock')).body).toBe(`{"colour":"${colour}"}`);
      expect((JSON.parse((await call(api, '/header')).body) as { headers: Record<string, string> }).headers['x-colour']).toBe(colour);
    }
    expect((await aws.send(new GetStageCommand({ restApiId: api.restApiId, stageName: 'dev' }))).deploymentId).toBe(deploymentId);
  });

  it('throttles: of the whole stage, then of one method that is freed from it, then of one that is held closer', async () => {
    const api = await newApi(aws, 'throttles');
    for (const name of ['a', 'b', 'c']) await addMethod(aws, api.restApiId, api.rootId, name, { integration: { type: 'MOCK' } });
    await rest.served(api.restApiId, await deploy(aws, api.restApiId));
    const statuses = async (at: string, times = 6): Promise<number[]> => { const all: number[] = []; for (let i = 0; i < times; i++) all.push((await call(api, at)).status); return all; };
    expect(await statuses('/a')).toEqual(Array(6).fill(200));

    await setStage(api, replace('/*/*/throttling/rateLimit', '0.001'), replace('/*/*/throttling/burstLimit', '3'));
    // One bucket for the whole stage.
    expect([await statuses('/a', 2), await statuses('/b', 2)].flat()).toEqual([200, 200, 200, 429]);
    await setStage(api, replace('/~1b/GET/throttling/rateLimit', '1000'), replace('/~1b/GET/throttling/burstLimit', '1000'));
    expect(await statuses('/b')).toEqual(Array(6).fill(200));
    expect(await statuses('/a', 2)).toEqual([429, 429]);
    await setStage(api, replace('/~1c/GET/throttling/rateLimit', '0.001'), replace('/~1c/GET/throttling/burstLimit', '2'));
    expect(await statuses('/c', 3)).toEqual([200, 200, 429]);
    await setStage(api, { op: 'remove', path: '/*/*' });
    expect(await statuses('/a')).toEqual(Array(6).fill(200));
    // What one method has of its own outlives what the stage had, and the new deployment refills nothing.
    await rest.served(api.restApiId, await deploy(aws, api.restApiId));
    expect(await statuses('/c', 2)).toEqual([429, 429]);
  });

  it('the deployment: back and forth, each served everywhere when propagation says so', async () => {
    const api = await wordApi('rollback');
    const first = await deploy(aws, api.restApiId);
    await api.say('two');
    const second = await deploy(aws, api.restApiId);
    await rest.served(api.restApiId, second);
    expect(await wordOf(api)).toBe('two');
    for (let round = 0; round < 10; round++) {
      for (const [deploymentId, word] of [[first, 'one'], [second, 'two']] as const) {
        await setStage(api, replace('/deploymentId', deploymentId));
        expect(await wordOf(api)).toBe(word);
        expect(await rest.served(api.restApiId, deploymentId)).toMatchObject({ state: 'active', stages: ['dev'] });
      }
    }
  });
});

describe('a canary', () => {
  it('of 50 % takes half of the calls, with its own variables; promoted by copies it takes all', async () => {
    const api = await wordApi('canary');
    await rest.served(api.restApiId, await deploy(aws, api.restApiId));
    await setStage(api, replace('/variables/colour', 'blue'));
    await api.say('two');
    const { id } = await aws.send(new CreateDeploymentCommand({ restApiId: api.restApiId, stageName: 'dev', canarySettings: { percentTraffic: 50, stageVariableOverrides: { colour: 'green' } } }));
    const counts = async (calls: number): Promise<Record<string, number>> => {
      const found: Record<string, number> = {};
      for (let i = 0; i < calls; i++) { const word = await wordOf(api); found[word] = (found[word] ?? 0) + 1; }
      return found;
    };
    await eventually(async () => ((await wordOf(api)) === 'two green' ? true : null));
    const split = await counts(600);
    console.log(`a canary of 50 %: ${JSON.stringify(split)} of 600`);
    expect(Object.keys(split).sort()).toEqual(['one blue', 'two green']);
    // Five standard deviations of a fair coin: wrong once in two million runs.
    expect(Math.abs(split['two green']! - 300)).toBeLessThan(62);

    await setStage(api, replace('/canarySettings/percentTraffic', '0'));
    expect(await counts(100)).toEqual({ 'one blue': 100 });
    await setStage(api, replace('/canarySettings/percentTraffic', '100'));
    expect(await counts(100)).toEqual({ 'two green': 100 });
    await setStage(api, { op: 'copy', from: '/canarySettings/deploymentId', path: '/deploymentId' }, { op: 'copy', from: '/canarySettings/stageVariableOverrides', path: '/variables' }, { op: 'remove', path: '/canarySettings' });
    expect(await counts(50)).toEqual({ 'two green': 50 });
    expect(await aws.send(new GetStageCommand({ restApiId: api.restApiId, stageName: 'dev' }))).toMatchObject({ deploymentId: id, variables: { colour: 'green' } });
  });
});

describe('what is taken away', () => {
  /** Milliseconds from the answer of a change to the first refusal; every earlier call was served. */
  async function untilRefused(api: PetApi, value: string, change: () => Promise<unknown>): Promise<number> {
    await change();
    const began = performance.now();
    const refused = await eventually(async () => { const answer = await call(api, '/keyed', { headers: { 'x-api-key': value } }); return answer.status === 200 ? null : answer; }, 5_000);
    expect(refused).toMatchObject(FORBIDDEN);
    return performance.now() - began;
  }

  it('a key deleted, a key disabled, a stage out of a plan: 403 within a second', async () => {
    const api = await newApi(aws, 'taken');
    await addMethod(aws, api.restApiId, api.rootId, 'keyed', { integration: { type: 'MOCK' }, apiKeyRequired: true });
    await rest.served(api.restApiId, await deploy(aws, api.restApiId));
    const changes: Readonly<Record<string, (ids: { keyId: string; planId: string }) => Promise<unknown>>> = {
      'key deleted': ({ keyId }) => aws.send(new DeleteApiKeyCommand({ apiKey: keyId })),
      'key disabled': ({ keyId }) => aws.send(new UpdateApiKeyCommand({ apiKey: keyId, patchOperations: [replace('/enabled', 'false')] })),
      'stage out of the plan': ({ planId }) => aws.send(new UpdateUsagePlanCommand({ usagePlanId: planId, patchOperations: [{ op: 'remove', path: '/apiStages', value: `${api.restApiId}:dev` }] })),
    };
    for (const [name, change] of Object.entries(changes)) {
      const { value, ...ids } = await keyWithPlan(aws, api.restApiId, {});
      await eventually(async () => ((await call(api, '/keyed', { headers: { 'x-api-key': value } })).status === 200 ? true : null));
      const ms = await untilRefused(api, value, () => change(ids));
      console.log(`${name}: refused ${Math.round(ms)} ms after the answer`);
      expect(ms).toBeLessThan(1_000);
    }
  });

  it('the default endpoint, switched off: served until the next deployment, 403 Forbidden from then on', async () => {
    const api = await wordApi('closed');
    await rest.served(api.restApiId, await deploy(aws, api.restApiId));
    await aws.send(new UpdateRestApiCommand({ restApiId: api.restApiId, patchOperations: [replace('/disableExecuteApiEndpoint', 'true')] }));
    expect((await call(api, '/word')).status).toBe(200);
    await rest.served(api.restApiId, await deploy(aws, api.restApiId));
    for (const at of ['/word', '/nowhere']) expect(await call(api, at)).toMatchObject({ ...FORBIDDEN, headers: { 'x-amzn-errortype': 'ForbiddenException' } });
    expect(await ask(`${reach.gatewayUrl}/_aws/execute-api/${api.restApiId}/dev/word`)).toMatchObject(FORBIDDEN);
  });
});

describe('a route that cannot work', () => {
  it('is refused where it can be known: a pattern that only a backtracking machine could run', async () => {
    const api = await newApi(aws, 'looking behind');
    const resourceId = await addMethod(aws, api.restApiId, api.rootId, 'x', { integration: { type: 'HTTP', uri: `${reach.petstoreUrl}/pets` } });
    const place = { restApiId: api.restApiId, resourceId, httpMethod: 'GET', statusCode: '200' };
    await aws.send(new PutMethodResponseCommand(place));
    await expect(aws.send(new PutIntegrationResponseCommand({ ...place, selectionPattern: '(?<=2)00' }))).rejects.toMatchObject({ name: 'BadRequestException' });
  });

  const BROKEN: Readonly<Record<string, MethodOptions>> = {
    'directive-in-a-response-template': { integration: { type: 'MOCK' }, responseTemplate: '#set($x = 1)$x' },
    'directive-in-a-request-template': { integration: { type: 'MOCK', requestTemplates: { 'application/json': '#foreach($x in $y){"statusCode":200}#end' } } },
    'no-status-in-a-mock': { integration: { type: 'MOCK', requestTemplates: { 'application/json': '{"nothing":1}' } } },
    'a-variable-that-nobody-set': { integration: { type: 'HTTP_PROXY', uri: 'http://${stageVariables.nobody}/x' } },
    'no-answer-for-the-status': { integration: { type: 'HTTP', uri: `${reach.petstoreUrl}/pets` } },
  };

  it('costs that one route a 500, never the document', async () => {
    const api = await newApi(aws, 'half broken');
    await addMethod(aws, api.restApiId, api.rootId, 'whole', { integration: { type: 'MOCK' } });
    for (const [name, options] of Object.entries(BROKEN)) await addMethod(aws, api.restApiId, api.rootId, name, options);
    const id = await addMethod(aws, api.restApiId, api.rootId, 'mended', { integration: { type: 'HTTP_PROXY', uri: 'http://${stageVariables.nobody}/x' } });
    expect(await rest.served(api.restApiId, await deploy(aws, api.restApiId))).toMatchObject({ state: 'active' });
    expect((await call(api, '/whole')).status).toBe(200);
    for (const name of [...Object.keys(BROKEN), 'mended']) expect([name, await call(api, `/${name}`)]).toMatchObject([name, { status: 500, body: '{"message": "Internal server error"}' }]);
    await aws.send(new UpdateIntegrationCommand({ restApiId: api.restApiId, resourceId: id, httpMethod: 'GET', patchOperations: [replace('/uri', `${reach.petstoreUrl}/pets`)] }));
    await rest.served(api.restApiId, await deploy(aws, api.restApiId));
    expect((await call(api, '/mended')).status).toBe(200);
  });
});
