import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { ask } from '../http.js';
import { eventually } from '../own-rest.js';
import { Provider } from './provider.js';
import { RESOURCES } from './registry.js';
import { World, type Api } from './world.js';

const reach = inject('system');
const world = new World(new Provider(reach));
let api: Api;

beforeAll(async () => {
  api = await world.api();
  const leaf = await world.path(api, '{id}', await world.path(api, 'pets'));
  for (const resource_id of [leaf, api.root]) {
    const method = { rest_api_id: api.id, resource_id, http_method: 'GET' };
    await world.make(RESOURCES.method, { ...method, authorization: 'NONE' });
    await world.make(RESOURCES.integration, { ...method, type: 'MOCK', request_templates: { 'application/json': '{"statusCode": 200}' } });
    await world.make(RESOURCES.methodResponse, { ...method, status_code: '200' });
    await world.make(RESOURCES.integrationResponse, { ...method, status_code: '200' });
  }
  await world.stage(api, await world.deployment(api), 'prod');
});
afterAll(() => world.leave());

const statusOf = async (path: string): Promise<number> => (await ask(`${reach.gatewayUrl}/prod${path}`, { host: `${api.id}.execute-api.localhost` })).status;

describe('method settings, in every spelling that Terraform users write', () => {
  it.each([['pets/{id}/GET', '/pets/7'], ['~1pets~1{id}/GET', '/pets/7'], ['/pets/{id}/GET', '/pets/7'], ['~1/GET', '/'], ['/GET', '/']])('%s holds for GET %s, and no more once it is destroyed', async (method_path, path) => {
    const other = path === '/' ? '/pets/7' : '/';
    await eventually(async () => ((await statusOf(path)) === 200 ? true : null));
    const settings = await world.make(RESOURCES.methodSettings, { rest_api_id: api.id, stage_name: 'prod', method_path, settings: [{ throttling_rate_limit: 0.001, throttling_burst_limit: 1 }] });
    await eventually(async () => ((await statusOf(path)) === 429 ? true : null));
    expect(await statusOf(other)).toBe(200);
    await RESOURCES.methodSettings.delete(world.aws, settings);
    await eventually(async () => ((await statusOf(path)) === 200 ? true : null));
  });
});
