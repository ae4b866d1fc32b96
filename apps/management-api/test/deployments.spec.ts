import {
  CreateDeploymentCommand, CreateRestApiCommand, DeleteDeploymentCommand, DeleteRestApiCommand, GetDeploymentCommand, GetDeploymentsCommand, GetResourcesCommand, GetStageCommand, UpdateDeploymentCommand,
  UpdateStageCommand, type CreateDeploymentCommandInput,
} from '@aws-sdk/client-api-gateway';
import { DeploymentRow } from '@gatehouse/control-store';
import { DataSource } from 'typeorm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { badRequest, newApi, newMockApi, newResource, notFound, putMethod, type Draft } from './build-api.js';
import { startSystem, type TestSystem } from './system.js';

let system: TestSystem;
beforeAll(async () => { system = await startSystem(); });
afterAll(async () => {
  await system.close();
  expect(system.unexpected).toEqual([]);
});

const deploy = ({ restApiId }: Draft, more: Partial<CreateDeploymentCommandInput> = {}) => system.aws.send(new CreateDeploymentCommand({ restApiId, ...more }));
const stage = ({ restApiId }: Draft, stageName = 'dev') => system.aws.send(new GetStageCommand({ restApiId, stageName }));
const rowOf = (restApiId: string, id: string) => system.app.get(DataSource).manager.findOneByOrFail(DeploymentRow, { restApiId, id });

describe('CreateDeployment', () => {
  it('unknown API · 404, no methods, a method without integration · 400, and no stage is made', async () => {
    await expect(deploy({ restApiId: 'nope', rootId: '' })).rejects.toEqual(notFound('Invalid API identifier specified 123456789012:nope'));
    const draft = await newApi(system);
    await expect(deploy(draft, { stageName: 'dev' })).rejects.toEqual(badRequest("The REST API doesn't contain any methods"));
    await putMethod(system, draft, draft.rootId);
    await expect(deploy(draft, { stageName: 'dev' })).rejects.toEqual(badRequest('No integration defined for method'));
    await expect(stage(draft)).rejects.toEqual(notFound('Invalid stage identifier specified'));
    expect((await system.aws.send(new GetDeploymentsCommand({ restApiId: draft.restApiId }))).items).toEqual([]);
  });

  it.each<[Partial<CreateDeploymentCommandInput>, string]>([
    [{ canarySettings: {} }, 'Invalid deployment content specified.Non null and non empty stageName must be provided for canary deployment. Provided value is null'],
    [{ canarySettings: {}, stageName: '' }, 'Invalid deployment content specified.Non null and non empty stageName must be provided for canary deployment. Provided value is '],
    [{ canarySettings: {}, stageName: 'non-existing' }, 'Invalid deployment content specified.Stage non-existing must already be created before making a canary release deployment'],
    [{ stageName: 'a b' }, 'Stage name only allows a-zA-Z0-9_-'],
    [{ stageName: 'x'.repeat(129) }, 'Stage name can be at most 128 characters'],
    [{ stageName: 'dev', variables: { 'a-b': '1' } }, 'Invalid stage variable name: a-b. Names can only have letters, digits and underscores'],
  ])('%j · 400, and nothing is deployed', async (more, message) => {
    const draft = await newMockApi(system);
    await expect(deploy(draft, more)).rejects.toEqual(badRequest(message));
    expect((await system.aws.send(new GetDeploymentsCommand({ restApiId: draft.restApiId }))).items).toEqual([]);
  });

  it('with a stage name · 201, the stage is made with AWS\'s defaults and gateways hear of it', async () => {
    const draft = await newMockApi(system);
    const { $metadata, ...made } = await deploy(draft, { stageName: 'dev', stageDescription: 's', description: 'd', variables: { v: '1' } });
    expect($metadata.httpStatusCode).toBe(201);
    expect(made).toEqual({ id: expect.stringMatching(/^[a-z0-9]{6}$/) as string, description: 'd', createdDate: expect.any(Date) as Date });
    const { $metadata: _, ...dev } = await stage(draft);
    expect(dev).toEqual({
      stageName: 'dev', deploymentId: made.id, description: 's', variables: { v: '1' }, cacheClusterEnabled: false, cacheClusterStatus: 'NOT_AVAILABLE', methodSettings: {}, tracingEnabled: false,
      createdDate: expect.any(Date) as Date, lastUpdatedDate: expect.any(Date) as Date,
    });
    expect(system.work.touched).toContain(`stage ${draft.restApiId}/dev`);
  });

  it('again · the stage moves and keeps its settings', async () => {
    const draft = await newMockApi(system);
    await deploy(draft, { stageName: 'dev', variables: { v: '1' } });
    await system.aws.send(new UpdateStageCommand({ restApiId: draft.restApiId, stageName: 'dev', patchOperations: [{ op: 'replace', path: '/*/*/throttling/rateLimit', value: '7' }] }));
    const second = await deploy(draft, { stageName: 'dev' });
    expect(await stage(draft)).toMatchObject({ deploymentId: second.id, variables: { v: '1' }, methodSettings: { '*/*': { throttlingRateLimit: 7 } } });
  });

  it('as a canary · the stage keeps its deployment and gets the new one beside it', async () => {
    const draft = await newMockApi(system);
    const first = await deploy(draft, { stageName: 'dev' });
    const second = await deploy(draft, { stageName: 'dev', canarySettings: { percentTraffic: 12.5, stageVariableOverrides: { v: '2' }, useStageCache: true } });
    expect(await stage(draft)).toMatchObject({ deploymentId: first.id, canarySettings: { deploymentId: second.id, percentTraffic: 12.5, stageVariableOverrides: { v: '2' }, useStageCache: true } });
    const third = await deploy(draft, { stageName: 'dev' });
    expect(await stage(draft)).toMatchObject({ deploymentId: first.id, canarySettings: { deploymentId: third.id, percentTraffic: 12.5, stageVariableOverrides: { v: '2' }, useStageCache: true } });
  });

  it('keeps the source as it was: what changes later is not in it', async () => {
    const draft = await newMockApi(system);
    const first = await deploy(draft);
    await newResource(system, draft, draft.rootId, 'later');
    const same = await deploy(draft);
    const [before, after] = [await rowOf(draft.restApiId, first.id!), await rowOf(draft.restApiId, same.id!)];
    expect(before.source.resources.map(resource => resource.path)).toEqual(['/']);
    expect(after.source.resources.map(resource => resource.path)).toEqual(['/', '/later']);
    expect(before.source.resources[0]!.methods[0]).toMatchObject({ httpMethod: 'GET', integration: { fields: { type: 'MOCK' }, integrationResponses: [{ statusCode: '200' }] }, methodResponses: [{ statusCode: '200' }] });
    // A resource without methods serves nothing, so both froze into one document.
    expect(after.snapshotDigest).toBe(before.snapshotDigest);
    expect(before.snapshotDigest).toMatch(/^[0-9a-f]{64}$/);
  });
});

describe('GetDeployment', () => {
  it('unknown · 404', async () => {
    const { restApiId } = await newApi(system);
    await expect(system.aws.send(new GetDeploymentCommand({ restApiId, deploymentId: 'nope' }))).rejects.toEqual(notFound('Invalid Deployment identifier specified'));
  });

  it('shows the summary only when it is embedded', async () => {
    const draft = await newMockApi(system);
    const { id: deploymentId } = await deploy(draft);
    const { restApiId } = draft;
    expect((await system.aws.send(new GetDeploymentCommand({ restApiId, deploymentId }))).apiSummary).toBeUndefined();
    expect((await system.aws.send(new GetDeploymentCommand({ restApiId, deploymentId, embed: ['apisummary'] }))).apiSummary).toEqual({ '/': { GET: { authorizationType: 'NONE', apiKeyRequired: false } } });
  });

  it('lists the newest first, page by page', async () => {
    const draft = await newMockApi(system);
    const made: string[] = [];
    for (let i = 0; i < 3; i++) made.unshift((await deploy(draft)).id!);
    const first = await system.aws.send(new GetDeploymentsCommand({ restApiId: draft.restApiId, limit: 2 }));
    const second = await system.aws.send(new GetDeploymentsCommand({ restApiId: draft.restApiId, limit: 2, position: first.position! }));
    expect([...first.items!, ...second.items!].map(item => item.id)).toEqual(made);
    await expect(system.aws.send(new GetDeploymentsCommand({ restApiId: draft.restApiId, position: Buffer.from('["never","x"]').toString('base64url') }))).rejects.toEqual(badRequest('Invalid position specified'));
  });
});

describe('UpdateDeployment and DeleteDeployment', () => {
  it('another path · 400, the description · 200', async () => {
    const draft = await newMockApi(system);
    const { id: deploymentId } = await deploy(draft);
    const update = (path: string) => system.aws.send(new UpdateDeploymentCommand({ restApiId: draft.restApiId, deploymentId, patchOperations: [{ op: 'replace', path, value: 'new' }] }));
    await expect(update('/id')).rejects.toEqual(badRequest('Invalid patch path /id'));
    expect((await update('/description')).description).toBe('new');
  });

  it('a deployment that a stage or a canary serves · 400; one that nobody serves · 202', async () => {
    const draft = await newMockApi(system);
    const [served, canary, idle] = [await deploy(draft, { stageName: 'dev' }), await deploy(draft, { stageName: 'dev', canarySettings: {} }), await deploy(draft)];
    const remove = (deploymentId: string) => system.aws.send(new DeleteDeploymentCommand({ restApiId: draft.restApiId, deploymentId }));
    await expect(remove(served.id!)).rejects.toEqual(badRequest('Active stages pointing to this deployment must be moved or deleted'));
    await expect(remove(canary.id!)).rejects.toEqual(badRequest('Active stages with canary settings pointing to this deployment must be moved or deleted'));
    expect((await remove(idle.id!)).$metadata.httpStatusCode).toBe(202);
    await expect(remove(idle.id!)).rejects.toEqual(notFound('Invalid Deployment identifier specified'));
  });
});

describe('an API as a whole', () => {
  it('is cloned with its tree, under ids of its own', async () => {
    const draft = await newMockApi(system);
    const pets = await newResource(system, draft, draft.rootId, 'pets');
    const pet = await newResource(system, draft, pets, '{petId}');
    await putMethod(system, draft, pet, 'DELETE', { apiKeyRequired: true });
    const clone = await system.aws.send(new CreateRestApiCommand({ name: 'clone', cloneFrom: draft.restApiId }));
    const tree = async (restApiId: string) => (await system.aws.send(new GetResourcesCommand({ restApiId, embed: ['methods'] }))).items!;
    const [original, copy] = [await tree(draft.restApiId), await tree(clone.id!)];
    expect(copy.map(item => item.path)).toEqual(['/', '/pets', '/pets/{petId}']);
    expect(copy.filter(item => original.some(each => each.id === item.id))).toEqual([]);
    expect(copy[2]!.resourceMethods!['DELETE']).toEqual({ httpMethod: 'DELETE', authorizationType: 'NONE', apiKeyRequired: true });
    const integration = copy[0]!.resourceMethods!['GET']!.methodIntegration!;
    expect(integration).toMatchObject({ type: 'MOCK', cacheNamespace: clone.rootResourceId, integrationResponses: { 200: { responseTemplates: { 'application/json': '{"ok": true}' } } } });
  });

  it('goes with its stages, and gateways hear of each', async () => {
    const draft = await newMockApi(system);
    await deploy(draft, { stageName: 'gone' });
    system.work.touched.length = 0;
    await system.aws.send(new DeleteRestApiCommand({ restApiId: draft.restApiId }));
    expect(system.work.touched).toEqual([`stage ${draft.restApiId}/gone`]);
  });
});
