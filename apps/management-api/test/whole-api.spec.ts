import {
  CreateAuthorizerCommand, CreateDeploymentCommand, CreateDocumentationPartCommand, CreateDocumentationVersionCommand, CreateModelCommand, CreateRequestValidatorCommand, CreateRestApiCommand, DeleteAuthorizerCommand,
  DeleteMethodCommand, DeleteModelCommand, DeleteRequestValidatorCommand, DeleteResourceCommand, DeleteRestApiCommand, GetAuthorizersCommand, GetMethodCommand, GetModelsCommand, GetRequestValidatorsCommand, GetResourcesCommand,
  PutGatewayResponseCommand, PutMethodResponseCommand, UpdateMethodCommand,
} from '@aws-sdk/client-api-gateway';
import { DataSource } from 'typeorm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newApi, newResource, notFound, putIntegration, putMethod } from './build-api.js';
import { startSystem, type TestSystem } from './system.js';

let system: TestSystem;
beforeAll(async () => { system = await startSystem(); });
afterAll(async () => {
  await system.close();
  expect(system.unexpected).toEqual([]);
});

const TABLES = [
  'resources', 'methods', 'method_responses', 'integrations', 'integration_responses', 'models', 'request_validators', 'gateway_responses', 'authorizers', 'documentation_parts', 'documentation_versions', 'deployments', 'stages',
] as const;
/** How many rows each table has of an API. */
const rowsOf = async (restApiId: string): Promise<Record<string, number>> => Object.fromEntries(await Promise.all(TABLES.map(async table =>
  [table, ((await system.app.get(DataSource).query(`select count(*)::int as n from ${table} where rest_api_id = $1`, [restApiId])) as { n: number }[])[0]!.n] as const)));

interface Whole { readonly restApiId: string; readonly resourceId: string; readonly authorizerId: string; readonly requestValidatorId: string }

/** An API with one of everything; its method refers to all of it. */
async function wholeApi(): Promise<Whole> {
  const draft = await newApi(system, 'whole');
  const { restApiId } = draft;
  const { aws } = system;
  await aws.send(new CreateModelCommand({ restApiId, name: 'Pet', contentType: 'application/json', schema: '{"properties":{"name":{"type":"string"}}}' }));
  const requestValidatorId = (await aws.send(new CreateRequestValidatorCommand({ restApiId, name: 'all', validateRequestBody: true }))).id!;
  const authorizerId = (await aws.send(new CreateAuthorizerCommand({ restApiId, name: 'auth', type: 'TOKEN', authorizerUri: 'arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/arn:aws:lambda:us-east-1:123456789012:function:f/invocations' }))).id!;
  const resourceId = await newResource(system, draft, draft.rootId, 'pets');
  await putMethod(system, draft, resourceId, 'POST', { authorizationType: 'CUSTOM', authorizerId, requestValidatorId, requestModels: { 'application/json': 'Pet' } });
  await putIntegration(system, draft, resourceId, 'POST');
  await aws.send(new PutMethodResponseCommand({ restApiId, resourceId, httpMethod: 'POST', statusCode: '200', responseModels: { 'application/json': 'Pet' } }));
  await aws.send(new PutGatewayResponseCommand({ restApiId, responseType: 'UNAUTHORIZED', statusCode: '418' }));
  await aws.send(new CreateDocumentationPartCommand({ restApiId, location: { type: 'METHOD', path: '/pets' }, properties: '{}' }));
  await aws.send(new CreateDeploymentCommand({ restApiId, stageName: 'dev' }));
  await aws.send(new CreateDocumentationVersionCommand({ restApiId, documentationVersion: '1', stageName: 'dev' }));
  return { restApiId, resourceId, authorizerId, requestValidatorId };
}

describe('an API with everything', () => {
  it('is cloned into one that stands alone and deploys, and both can be deleted, with nothing left of them', async () => {
    const { restApiId } = await wholeApi();
    const clone = (await system.aws.send(new CreateRestApiCommand({ name: 'clone', cloneFrom: restApiId }))).id!;
    const original = await rowsOf(restApiId);
    expect(original).toEqual({ resources: 2, methods: 1, method_responses: 1, integrations: 1, integration_responses: 0, models: 3, request_validators: 1, gateway_responses: 1, authorizers: 1, documentation_parts: 1, documentation_versions: 1, deployments: 1, stages: 1 });
    expect(await rowsOf(clone)).toEqual({ ...original, documentation_versions: 0, deployments: 0, stages: 0 });
    await system.aws.send(new CreateDeploymentCommand({ restApiId: clone, stageName: 'dev' }));
    const nothing = Object.fromEntries(TABLES.map(table => [table, 0]));
    await system.aws.send(new DeleteRestApiCommand({ restApiId }));
    expect(await rowsOf(restApiId)).toEqual(nothing);
    const { items } = await system.aws.send(new GetResourcesCommand({ restApiId: clone, embed: ['methods'] }));
    const method = items!.find(resource => resource.path === '/pets')!.resourceMethods!['POST']!;
    expect([method.authorizerId, method.requestValidatorId]).toEqual([
      (await system.aws.send(new GetAuthorizersCommand({ restApiId: clone }))).items![0]!.id, (await system.aws.send(new GetRequestValidatorsCommand({ restApiId: clone }))).items![0]!.id,
    ]);
    await system.aws.send(new DeleteRestApiCommand({ restApiId: clone }));
    expect(await rowsOf(clone)).toEqual(nothing);
  });

  it('lets go of its parts when the method is gone, or the resource with it', async () => {
    for (const isMethod of [true, false]) {
      const { restApiId, resourceId, authorizerId, requestValidatorId } = await wholeApi();
      if (isMethod) await system.aws.send(new DeleteMethodCommand({ restApiId, resourceId, httpMethod: 'POST' }));
      else await system.aws.send(new DeleteResourceCommand({ restApiId, resourceId }));
      await system.aws.send(new DeleteAuthorizerCommand({ restApiId, authorizerId }));
      await system.aws.send(new DeleteRequestValidatorCommand({ restApiId, requestValidatorId }));
      await system.aws.send(new DeleteModelCommand({ restApiId, modelName: 'Pet' }));
      expect((await system.aws.send(new GetModelsCommand({ restApiId }))).items!.map(model => model.name)).toEqual(['Empty', 'Error']);
    }
  });

  it('keeps a method consistent whatever it is patched to, and answers a patch as the next read does', async () => {
    const { restApiId, resourceId, authorizerId, requestValidatorId } = await wholeApi();
    const place = { restApiId, resourceId, httpMethod: 'POST' };
    const { $metadata: _, ...patched } = await system.aws.send(new UpdateMethodCommand({ ...place, patchOperations: [{ op: 'replace', path: '/authorizationType', value: 'AWS_IAM' }, { op: 'remove', path: '/requestModels/application~1json' }] }));
    expect(patched).not.toHaveProperty('authorizerId');
    await system.aws.send(new DeleteAuthorizerCommand({ restApiId, authorizerId }));
    const { $metadata: __, ...read } = await system.aws.send(new GetMethodCommand(place));
    expect(read).toEqual(patched);
    expect(read.requestValidatorId).toBe(requestValidatorId);
    await system.aws.send(new UpdateMethodCommand({ ...place, patchOperations: [{ op: 'replace', path: '/operationName', value: 'x' }] }));
    await system.aws.send(new CreateDeploymentCommand({ restApiId }));
  });

  it('cannot be cloned once it is gone · 400', async () => {
    const { restApiId } = await newApi(system);
    await system.aws.send(new DeleteRestApiCommand({ restApiId }));
    await expect(system.aws.send(new CreateRestApiCommand({ name: 'clone', cloneFrom: restApiId }))).rejects.toMatchObject({ name: 'BadRequestException', message: 'Invalid REST API identifier specified' });
    await expect(system.aws.send(new GetModelsCommand({ restApiId }))).rejects.toEqual(notFound(`Invalid API identifier specified 123456789012:${restApiId}`));
  });

  it('is the same to two who write at once: of a delete and a reference to what it deletes, one is refused', async () => {
    const draft = await newApi(system);
    const { restApiId, rootId } = draft;
    for (let round = 0; round < 10; round++) {
      await system.aws.send(new CreateModelCommand({ restApiId, name: 'Pet', contentType: 'application/json', schema: '{}' }));
      const [put, remove] = await Promise.allSettled([
        putMethod(system, draft, rootId, 'GET', { requestModels: { 'application/json': 'Pet' } }), system.aws.send(new DeleteModelCommand({ restApiId, modelName: 'Pet' })),
      ]);
      expect([put.status, remove.status].sort()).toEqual(['fulfilled', 'rejected']);
      if (put.status === 'fulfilled') await system.aws.send(new DeleteMethodCommand({ restApiId, resourceId: rootId, httpMethod: 'GET' }));
      if (remove.status === 'rejected') await system.aws.send(new DeleteModelCommand({ restApiId, modelName: 'Pet' }));
    }
  });
});
