import {
  BadRequestException, ConflictException, DeleteRestApiCommand, UpdateAccountCommand, UpdateApiKeyCommand, UpdateAuthorizerCommand, UpdateClientCertificateCommand, UpdateDeploymentCommand, UpdateIntegrationCommand, UpdateMethodCommand,
  UpdateMethodResponseCommand, UpdateModelCommand, UpdateRequestValidatorCommand, UpdateResourceCommand, UpdateRestApiCommand, UpdateStageCommand, UpdateUsagePlanCommand, UpdateVpcLinkCommand,
} from '@aws-sdk/client-api-gateway';
import { afterAll, describe, expect, inject, it } from 'vitest';
import { create, refresh } from './lifecycle.js';
import { Provider } from './provider.js';
import { RESOURCES } from './registry.js';
import { CANARY_HOLDS } from './resources/deployment.js';
import { NO_SETTING } from './resources/method-settings.js';
import { type Resource, type State } from './resource.js';
import { unique, World, type Api } from './world.js';

const aws = new Provider(inject('system'));
const world = new World(aws);
afterAll(() => world.leave());

const deployed = async (): Promise<{ readonly api: Api; readonly state: State }> => {
  const api = await world.api();
  await world.mock(api, 'pets');
  return { api, state: await world.make(RESOURCES.deployment, { rest_api_id: api.id }) };
};
const since = async (work: () => Promise<unknown>): Promise<{ readonly error: unknown; readonly texts: readonly string[] }> => {
  const before = aws.refusals.length;
  const error = await work().then(() => null, (refused: unknown) => refused);
  return { error, texts: aws.refusals.slice(before).map(({ operation, status, message }) => `${operation} ${status} ${message}`) };
};

describe('refusals in the words that the provider looks for', () => {
  it('a deployment that a stage serves is not destroyed', async () => {
    const { api, state } = await deployed();
    await world.stage(api, state.id, 'prod');
    const { error, texts } = await since(() => RESOURCES.deployment.delete(aws, state));
    expect(error).toBeInstanceOf(BadRequestException);
    expect(texts).toEqual(['DeleteDeployment 400 Active stages pointing to this deployment must be moved or deleted']);
  });

  it('a deployment that a canary serves is tried twice', async () => {
    const { api, state } = await deployed();
    await world.stage(api, await world.deployment(api), 'prod', { canary_settings: [{ deployment_id: state.id, percent_traffic: 1 }] });
    const { texts } = await since(() => RESOURCES.deployment.delete(aws, state));
    expect(texts).toEqual([`DeleteDeployment 400 ${CANARY_HOLDS}`, `DeleteDeployment 400 ${CANARY_HOLDS}`]);
  });

  it('a mapping to a stage that comes later is tried until the stage is there', async () => {
    const { api, state } = await deployed();
    const { attributes } = await world.make(RESOURCES.domainName, { domain_name: `${unique('m')}.example.com`, regional_certificate_arn: 'arn:aws:acm:us-east-1:123456789012:certificate/a', endpoint_configuration: [{ types: ['REGIONAL'] }] });
    const before = aws.refusals.length;
    const mapping = create(aws, RESOURCES.basePathMapping, { api_id: api.id, domain_name: attributes['domain_name']!, stage_name: 'later' });
    await new Promise(resolve => setTimeout(resolve, 250));
    const stage = await create(aws, RESOURCES.stage, { rest_api_id: api.id, deployment_id: state.id, stage_name: 'later' });
    const made = await mapping;
    expect(new Set(aws.refusals.slice(before).map(({ name, message }) => `${name}: ${message}`))).toEqual(new Set(['BadRequestException: Invalid stage identifier specified']));
    await RESOURCES.basePathMapping.delete(aws, made);
    await RESOURCES.stage.delete(aws, stage);
  });

  it('a second response of one status is a conflict, which the provider repeats', async () => {
    const method = await world.method(await world.api(), 'twice');
    const response = { ...RESOURCES.methodResponse, retryMs: 250 };
    await world.make(response, { ...method, status_code: '200' });
    const { error, texts } = await since(() => create(aws, response, { ...method, status_code: '200' }));
    expect(error).toBeInstanceOf(ConflictException);
    expect(texts.length).toBeGreaterThan(1);
  });

  it('an authorizer and a validator that methods use stay, and their destroy is taken for done', async () => {
    const api = await world.api();
    const authorizer = await world.make(RESOURCES.authorizer, { rest_api_id: api.id, name: 'a', type: 'COGNITO_USER_POOLS', provider_arns: ['arn:aws:cognito-idp:us-east-1:123456789012:userpool/us-east-1_aaaaaaaaa'] });
    const validator = await world.make(RESOURCES.requestValidator, { rest_api_id: api.id, name: 'v' });
    await world.method(api, 'guarded', { authorization: 'COGNITO_USER_POOLS', authorizer_id: authorizer.id, request_validator_id: validator.id });
    for (const [resource, state] of [[RESOURCES.authorizer, authorizer], [RESOURCES.requestValidator, validator]] as const) {
      const { error, texts } = await since(() => resource.delete(aws, state));
      expect(error).toBeNull();
      expect(texts).toEqual([expect.stringMatching(/^Delete\w+ 409 /)]);
      expect(await refresh(aws, resource, state)).toEqual(state);
    }
  });

  it('settings that are not there are taken for destroyed', async () => {
    const { api, state } = await deployed();
    await world.stage(api, state.id, 'prod');
    const settings: State = { id: '', attributes: { rest_api_id: api.id, stage_name: 'prod', method_path: 'pets/GET' } };
    const { error, texts } = await since(() => RESOURCES.methodSettings.delete(aws, settings));
    expect([error, texts]).toEqual([null, [`UpdateStage 400 Cannot remove method setting pets/GET because there is ${NO_SETTING} `]]);
  });
});

describe('what somebody else has taken away', () => {
  it('all that belonged to an API is gone for the next read, and is destroyed without a word', async () => {
    const { id, attributes } = await create(aws, RESOURCES.restApi, { name: unique('gone') });
    const api = { id, root: attributes['root_resource_id'] as string };
    const made: (readonly [Resource, State])[] = [];
    const make = async (resource: Resource, config: Parameters<typeof create>[2]): Promise<State> => {
      const state = await create(aws, resource, { rest_api_id: api.id, ...config });
      made.push([resource, state]);
      return state;
    };
    const method = { resource_id: (await make(RESOURCES.apiResource, { parent_id: api.root, path_part: 'x' })).id, http_method: 'GET' };
    await make(RESOURCES.method, { ...method, authorization: 'NONE' });
    await make(RESOURCES.integration, { ...method, type: 'MOCK' });
    await make(RESOURCES.methodResponse, { ...method, status_code: '200' });
    await make(RESOURCES.integrationResponse, { ...method, status_code: '200' });
    await make(RESOURCES.model, { name: 'm', content_type: 'application/json', schema: '{}' });
    await make(RESOURCES.requestValidator, { name: 'v' });
    await make(RESOURCES.authorizer, { name: 'a', authorizer_uri: 'arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/arn:aws:lambda:us-east-1:123456789012:function:f/invocations' });
    await make(RESOURCES.gatewayResponse, { response_type: 'DEFAULT_4XX' });
    await make(RESOURCES.documentationPart, { location: [{ type: 'API' }], properties: '{}' });
    await make(RESOURCES.documentationVersion, { version: '1' });
    const deployment_id = (await make(RESOURCES.deployment, {})).id;
    await make(RESOURCES.stage, { deployment_id, stage_name: 'prod' });
    await make(RESOURCES.methodSettings, { stage_name: 'prod', method_path: '*/*', settings: [{ metrics_enabled: true }] });
    await make(RESOURCES.restApiPut, { body: '{"openapi":"3.0.1","info":{"title":"t","version":"1"},"paths":{}}' });
    await aws.send(new DeleteRestApiCommand({ restApiId: api.id }));
    for (const [resource, state] of made) expect(await refresh(aws, resource, state), resource.name).toBeNull();
    for (const [resource, state] of made.reverse()) await resource.delete(aws, state);
    await RESOURCES.restApi.delete(aws, { id, attributes });
  });
});

describe('an update of which nothing is left', () => {
  it('sends no operation, and changes nothing', async () => {
    const { api, state } = await deployed();
    const restApiId = api.id;
    const place = await world.method(api, 'empty');
    await world.make(RESOURCES.integration, { ...place, type: 'MOCK' });
    await world.make(RESOURCES.methodResponse, { ...place, status_code: '200' });
    await world.make(RESOURCES.model, { rest_api_id: api.id, name: 'm', content_type: 'application/json', schema: '{}' });
    await world.stage(api, state.id, 'prod');
    const method = { restApiId, resourceId: place.resource_id, httpMethod: 'GET' };
    const uri = 'arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/arn:aws:lambda:us-east-1:123456789012:function:f/invocations';
    const commands = [
      new UpdateAccountCommand({ patchOperations: [] }), new UpdateRestApiCommand({ restApiId, patchOperations: [] }), new UpdateResourceCommand({ restApiId, resourceId: place.resource_id, patchOperations: [] }),
      new UpdateMethodCommand({ ...method, patchOperations: [] }), new UpdateIntegrationCommand({ ...method, patchOperations: [] }), new UpdateMethodResponseCommand({ ...method, statusCode: '200', patchOperations: [] }),
      new UpdateModelCommand({ restApiId, modelName: 'm', patchOperations: [] }), new UpdateDeploymentCommand({ restApiId, deploymentId: state.id, patchOperations: [] }), new UpdateStageCommand({ restApiId, stageName: 'prod', patchOperations: [] }),
      new UpdateRequestValidatorCommand({ restApiId, requestValidatorId: (await world.make(RESOURCES.requestValidator, { rest_api_id: api.id, name: 'v' })).id, patchOperations: [] }),
      new UpdateAuthorizerCommand({ restApiId, authorizerId: (await world.make(RESOURCES.authorizer, { rest_api_id: api.id, name: 'a', authorizer_uri: uri })).id, patchOperations: [] }),
      new UpdateApiKeyCommand({ apiKey: (await world.make(RESOURCES.apiKey, { name: unique('k') })).id, patchOperations: [] }),
      new UpdateUsagePlanCommand({ usagePlanId: (await world.make(RESOURCES.usagePlan, { name: unique('p') })).id, patchOperations: [] }),
      new UpdateVpcLinkCommand({ vpcLinkId: (await world.make(RESOURCES.vpcLink, { name: unique('l'), target_arns: ['arn:aws:elasticloadbalancing:us-east-1:123456789012:loadbalancer/net/a/1'] })).id, patchOperations: [] }),
      new UpdateClientCertificateCommand({ clientCertificateId: (await world.make(RESOURCES.clientCertificate, {})).id, patchOperations: [] }),
    ];
    for (const command of commands) await expect(aws.send(command as UpdateAccountCommand), command.constructor.name).resolves.toMatchObject({ $metadata: { httpStatusCode: expect.toBeOneOf([200, 201]) as number } });
  });
});
