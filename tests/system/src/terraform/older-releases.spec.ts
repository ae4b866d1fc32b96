import { GetIntegrationCommand, GetIntegrationResponseCommand, GetStageCommand, PutIntegrationResponseCommand, UpdateIntegrationCommand, UpdateStageCommand } from '@aws-sdk/client-api-gateway';
import { afterAll, describe, expect, inject, it } from 'vitest';
import { Provider } from './provider.js';
import { RESOURCES } from './registry.js';
import { add, remove, replace } from './resource-data.js';
import { World } from './world.js';

const aws = new Provider(inject('system'));
const world = new World(aws);
afterAll(() => world.leave());

describe('what releases before the present one send otherwise', () => {
  it('a canary that always serves what its stage serves: both pointers move in one patch', async () => {
    const api = await world.api();
    await world.mock(api, 'x');
    const [first, second] = [await world.deployment(api), await world.deployment(api)];
    await world.stage(api, first, 'prod', { canary_settings: [{ percent_traffic: 10 }] });
    const place = { restApiId: api.id, stageName: 'prod' };
    await aws.send(new UpdateStageCommand({ ...place, patchOperations: [replace('/canarySettings/percentTraffic', '33.330000'), replace('/deploymentId', second), replace('/canarySettings/deploymentId', second)] }));
    expect(await aws.send(new GetStageCommand(place))).toMatchObject({ deploymentId: second, canarySettings: { deploymentId: second, percentTraffic: 33.33 } });
    await RESOURCES.deployment.delete(aws, { id: first, attributes: { rest_api_id: api.id } });
  });

  it('an integration response without anything comes with empty maps', async () => {
    const { rest_api_id: restApiId, resource_id: resourceId } = await world.mock(await world.api(), 'x');
    const place = { restApiId, resourceId, httpMethod: 'GET', statusCode: '200' };
    await world.make(RESOURCES.methodResponse, { rest_api_id: restApiId, resource_id: resourceId, http_method: 'GET', status_code: '200' });
    await aws.send(new PutIntegrationResponseCommand({ ...place, responseTemplates: {}, responseParameters: {} }));
    const { $metadata: _, ...answer } = await aws.send(new GetIntegrationResponseCommand(place));
    expect(answer).toEqual({ statusCode: '200' });
  });

  it('parameters and cache keys of an integration change in one patch', async () => {
    const method = await world.method(await world.api(), 'x', { request_parameters: { 'method.request.querystring.a': false, 'method.request.querystring.b': false } });
    await world.make(RESOURCES.integration, {
      ...method, type: 'HTTP', uri: 'https://example.com', integration_http_method: 'GET', request_parameters: { 'integration.request.querystring.a': 'method.request.querystring.a' }, cache_key_parameters: ['method.request.querystring.a'],
    });
    const place = { restApiId: method.rest_api_id, resourceId: method.resource_id, httpMethod: 'GET' };
    await aws.send(new UpdateIntegrationCommand({ ...place, patchOperations: [
      add('/requestParameters/integration.request.querystring.b', 'method.request.querystring.b'), remove('/cacheKeyParameters/method.request.querystring.a', ''), add('/cacheKeyParameters/method.request.querystring.b', ''),
    ] }));
    expect(await aws.send(new GetIntegrationCommand(place))).toMatchObject({ cacheKeyParameters: ['method.request.querystring.b'] });
  });
});
