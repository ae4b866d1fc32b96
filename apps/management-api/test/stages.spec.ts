import {
  CreateDeploymentCommand, CreateStageCommand, DeleteStageCommand, GetStageCommand, GetStagesCommand, UpdateStageCommand, type CreateStageCommandInput, type PatchOperation,
} from '@aws-sdk/client-api-gateway';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { badRequest, newMockApi, notFound, refused } from './build-api.js';
import { startSystem, type TestSystem } from './system.js';

let system: TestSystem;
let restApiId: string;
let deploymentId: string;
let otherDeploymentId: string;
beforeAll(async () => {
  system = await startSystem();
  ({ restApiId } = await newMockApi(system));
  deploymentId = (await system.aws.send(new CreateDeploymentCommand({ restApiId }))).id!;
  otherDeploymentId = (await system.aws.send(new CreateDeploymentCommand({ restApiId }))).id!;
});
afterAll(async () => {
  await system.close();
  expect(system.unexpected).toEqual([]);
});

let count = 0;
const create = async (more: Partial<CreateStageCommandInput> = {}) => system.aws.send(new CreateStageCommand({ restApiId, deploymentId, stageName: `s${++count}`, ...more }));
const newStage = async (more: Partial<CreateStageCommandInput> = {}): Promise<string> => (await create(more)).stageName!;
const update = (stageName: string, ...patchOperations: PatchOperation[]) => system.aws.send(new UpdateStageCommand({ restApiId, stageName, patchOperations }));
const replace = (path: string, value?: string): PatchOperation => ({ op: 'replace', path, ...(value !== undefined && { value }) });
const DEFAULTS = {
  metricsEnabled: false, dataTraceEnabled: false, throttlingBurstLimit: 5000, throttlingRateLimit: 10000, cachingEnabled: false, cacheTtlInSeconds: 300, cacheDataEncrypted: false,
  requireAuthorizationForCacheControl: true, unauthorizedCacheControlHeaderStrategy: 'SUCCEED_WITH_RESPONSE_HEADER',
};
const LIST = '[/deploymentId, /description, /cacheClusterEnabled, /cacheClusterSize, /clientCertificateId, /accessLogSettings, /accessLogSettings/destinationArn, /accessLogSettings/format, /{resourcePath}/{httpMethod}/metrics/enabled, /{resourcePath}/{httpMethod}/logging/dataTrace, /{resourcePath}/{httpMethod}/logging/loglevel, /{resourcePath}/{httpMethod}/throttling/burstLimit/{resourcePath}/{httpMethod}/throttling/rateLimit/{resourcePath}/{httpMethod}/caching/ttlInSeconds, /{resourcePath}/{httpMethod}/caching/enabled, /{resourcePath}/{httpMethod}/caching/dataEncrypted, /{resourcePath}/{httpMethod}/caching/requireAuthorizationForCacheControl, /{resourcePath}/{httpMethod}/caching/unauthorizedCacheControlHeaderStrategy, /*/*/metrics/enabled, /*/*/logging/dataTrace, /*/*/logging/loglevel, /*/*/throttling/burstLimit /*/*/throttling/rateLimit /*/*/caching/ttlInSeconds, /*/*/caching/enabled, /*/*/caching/dataEncrypted, /*/*/caching/requireAuthorizationForCacheControl, /*/*/caching/unauthorizedCacheControlHeaderStrategy, /variables/{variable_name}, /tracingEnabled]';

describe('CreateStage', () => {
  it.each<[Partial<CreateStageCommandInput>, unknown]>([
    [{ deploymentId: 'nope' }, badRequest('Deployment id does not exist')],
    [{ canarySettings: { deploymentId: 'nope' } }, badRequest('Deployment id does not exist')],
    [{ restApiId: 'nope' }, notFound('Invalid API identifier specified 123456789012:nope')],
    [{ stageName: '$default' }, badRequest('Stage name only allows a-zA-Z0-9_-')],
    [{ variables: { 'a.b': 'x' } }, badRequest('Invalid stage variable name: a.b. Names can only have letters, digits and underscores')],
    [{ variables: { a: '<script>' } }, badRequest('Invalid value of stage variable a. Please use values with alphanumeric characters and the symbols -._~:/?#&=,')],
    [{ canarySettings: { percentTraffic: 101 } }, badRequest('Invalid percentTraffic specified. Must be between 0.0 and 100.0')],
    [{ documentationVersion: '1' }, badRequest('Invalid documentation version specified')],
    [{ cacheClusterSize: '7' as '0.5' }, refused('ValidationException', "1 validation error detected: Value '7' at 'createStageInput.cacheClusterSize' failed to satisfy constraint: Member must satisfy enum value set: [0.5, 118, 13.5, 1.6, 237, 28.4, 58.2, 6.1]")],
  ])('%j · refused', async (more, refusal) => {
    await expect(create(more)).rejects.toEqual(refusal);
  });

  it('twice · 409', async () => {
    const stageName = await newStage();
    await expect(create({ stageName })).rejects.toEqual(refused('ConflictException', 'Stage already exists'));
  });

  it('everything · 201, read back, listed by deployment', async () => {
    const given = { description: 'd', variables: { url: 'https://x.example:8443/a?b=c&d=e,f~g' }, tracingEnabled: true, cacheClusterEnabled: true, cacheClusterSize: '1.6' as const, tags: { t: '1' }, canarySettings: { percentTraffic: 5, deploymentId: otherDeploymentId } };
    const { $metadata: _, ...made } = await create(given);
    expect(made).toMatchObject({ ...given, deploymentId, cacheClusterStatus: 'AVAILABLE', methodSettings: {} });
    const { $metadata: __, ...read } = await system.aws.send(new GetStageCommand({ restApiId, stageName: made.stageName! }));
    expect(read).toEqual(made);
    const names = async (id?: string) => (await system.aws.send(new GetStagesCommand({ restApiId, ...(id && { deploymentId: id }) }))).item!.map(item => item.stageName);
    expect(await names()).toContain(made.stageName);
    expect(await names(otherDeploymentId)).toEqual([]);
  });

  it('a variable called like a member of every object is a variable', async () => {
    const answer = await system.request('POST', `/restapis/${restApiId}/stages`, `{"stageName":"proto","deploymentId":"${deploymentId}","variables":{"__proto__":"p","hasOwnProperty":"h","constructor":"c"}}`);
    expect(answer.status).toBe(201);
    expect(answer.text).toContain('"__proto__":"p"');
    const patched = await system.request('PATCH', `/restapis/${restApiId}/stages/proto`, { patchOperations: [{ op: 'replace', path: '/variables/toString', value: 't' }, { op: 'replace', path: '/description', value: 'x' }] });
    expect(patched.text).toContain('"__proto__":"p"');
    expect(patched.body['variables']).toMatchObject({ hasOwnProperty: 'h', constructor: 'c', toString: 't' });
    expect(({} as Record<string, unknown>)['p']).toBeUndefined();
  });
});

describe('GetStage', () => {
  it('unknown stage, unknown API · 404', async () => {
    await expect(system.aws.send(new GetStageCommand({ restApiId, stageName: 'nope' }))).rejects.toEqual(notFound('Invalid stage identifier specified'));
    await expect(system.aws.send(new GetStageCommand({ restApiId: 'nope', stageName: 's1' }))).rejects.toEqual(notFound('Invalid API identifier specified 123456789012:nope'));
  });
});

describe('UpdateStage', () => {
  it.each<[PatchOperation, string]>([
    [replace('/canarySettings', '{}'), `Invalid method setting path: /canarySettings. Must be one of: ${LIST}`],
    [replace('/canarySettings/badPath', '1'), `Invalid method setting path: /canarySettings/badPath. Must be one of: ${LIST}`],
    [replace('/documentation_version', '1'), `Invalid method setting path: /documentation_version. Must be one of: ${LIST}`],
    [replace('/tags/tag1', '1'), `Invalid method setting path: /tags/tag1. Must be one of: ${LIST}`],
    [replace('/pets/FETCH/metrics/enabled', 'true'), `Invalid method setting path: /pets/FETCH/metrics/enabled. Must be one of: ${LIST}`],
    [{ op: 'add', path: '/canarySettings/deploymentId', value: 'x' }, 'Invalid add operation with path: /canarySettings/deploymentId'],
    [{ op: 'remove', path: '/*/*' }, 'Cannot remove method setting */* because there is no method setting for this method '],
    [{ op: 'remove', path: '/accessLogSettings/*' }, 'Cannot remove method setting accessLogSettings/* because there is no method setting for this method '],
    [{ op: 'remove', path: '/accessLogSettings/destinationArn' }, 'Cannot remove method setting accessLogSettings/destinationArn because there is no method setting for this method '],
    [{ op: 'remove', path: '/accessLogSettings/randomValue' }, 'Cannot remove method setting accessLogSettings/randomValue because there is no method setting for this method '],
    [{ op: 'remove', path: '/canarySettings/badPath' }, 'Cannot remove method setting canarySettings/badPath because there is no method setting for this method '],
    [{ op: 'remove', path: '/canarySettings/stageVariableOverrides' }, 'Cannot remove method setting canarySettings/stageVariableOverrides because there is no method setting for this method '],
    [replace('/accessLogSettings/format', ''), 'Access Log value must not be empty'],
    [replace('/accessLogSettings/format', '$context.identity.sourceIp'), 'Access log format must include at least $context.requestId or $context.extendedRequestId'],
    [replace('/accessLogSettings/destinationArn', 'invalid-arn'), 'Invalid ARN. ARN is not well formed invalid-arn'],
    [replace('/accessLogSettings/randomValue', 'x'), 'Invalid accessLogSettings path. Must be one of : [/accessLogSettings/destinationArn, /accessLogSettings/format]'],
    [replace('/deploymentId', 'nope'), 'Deployment id does not exist'],
    [replace('/canarySettings/deploymentId', 'nope'), 'Deployment id does not exist'],
    [replace('/canarySettings/percentTraffic', '100.1'), 'Invalid percentTraffic specified. Must be between 0.0 and 100.0'],
    [{ op: 'copy', path: '/canarySettings/stageVariableOverrides', from: '/variables' }, 'Invalid copy operation with path: /canarySettings/stageVariableOverrides and from /variables. Valid copy:path are [/deploymentId, /variables] and valid copy:from are [/canarySettings/deploymentId, /canarySettings/stageVariableOverrides]'],
    [{ op: 'copy', path: '/deploymentId', from: '/canarySettings/deploymentId' }, 'Promotion not available. Canary does not exist.'],
    [replace('/*/*/throttling/rateLimit', 'fast'), 'Invalid value specified for throttling/rateLimit'],
    [replace('/*/*/throttling/burstLimit', '1.5'), 'Invalid value specified for throttling/burstLimit'],
    [replace('/*/*/logging/loglevel', 'DEBUG'), 'Invalid value specified for logging/loglevel'],
    [replace('/*/*/caching/ttlInSeconds', '3601'), 'Invalid value specified for caching/ttlInSeconds'],
    [replace('/tracingEnabled'), 'Invalid value specified for /tracingEnabled'],
    [replace('/variables/a-b', 'x'), 'Invalid stage variable name: a-b. Names can only have letters, digits and underscores'],
    [replace('/clientCertificateId', 'abc'), 'Invalid client certificate id specified'],
  ])('%j · 400, and nothing is applied', async (operation, message) => {
    const stageName = await newStage({ description: 'before' });
    await expect(update(stageName, replace('/description', 'after'), operation)).rejects.toEqual(badRequest(message));
    expect((await system.aws.send(new GetStageCommand({ restApiId, stageName }))).description).toBe('before');
  });

  it('one method setting · 200, and it brings all of AWS\'s defaults with it', async () => {
    const after = await update(await newStage(), replace('/*/*/metrics/enabled', 'true'));
    expect(after.methodSettings).toEqual({ '*/*': { ...DEFAULTS, metricsEnabled: true } });
  });

  it('a method\'s settings are kept under the path as it was written, and are removed by it', async () => {
    const stageName = await newStage();
    const after = await update(stageName,
      replace('/~1pets~1{petId}/GET/throttling/rateLimit', '2.5'), replace('/~1pets~1{petId}/GET/logging/loglevel', 'INFO'), replace('/pets/{petId}/GET/throttling/burstLimit', '5'),
      replace('//pets/{petId}/GET/metrics/enabled', 'true'), replace('/~1/GET/throttling/rateLimit', '1'), replace('//GET/throttling/rateLimit', '3'), replace('/test/ANY/caching/enabled', 'true'));
    expect(after.methodSettings).toEqual({
      '~1pets~1{petId}/GET': { ...DEFAULTS, throttlingRateLimit: 2.5, loggingLevel: 'INFO' }, 'pets/{petId}/GET': { ...DEFAULTS, throttlingBurstLimit: 5 }, '/pets/{petId}/GET': { ...DEFAULTS, metricsEnabled: true },
      '~1/GET': { ...DEFAULTS, throttlingRateLimit: 1 }, '/GET': { ...DEFAULTS, throttlingRateLimit: 3 }, 'test/ANY': { ...DEFAULTS, cachingEnabled: true },
    });
    const keys = ['~1pets~1{petId}/GET', 'pets/{petId}/GET', '/pets/{petId}/GET', '~1/GET', '/GET', 'test/ANY'];
    for (const [index, key] of keys.entries()) {
      const left = await update(stageName, { op: 'remove', path: `/${key}` });
      expect(new Set(Object.keys(left.methodSettings!))).toEqual(new Set(keys.slice(index + 1)));
      await expect(update(stageName, { op: 'remove', path: `/${key}` })).rejects.toEqual(badRequest(`Cannot remove method setting ${key} because there is no method setting for this method `));
    }
  });

  it('every other path of the table · 200', async () => {
    const arn = 'arn:aws:logs:us-east-1:123456789012:log-group:x';
    const stageName = await newStage({ variables: { old: '1' } });
    const after = await update(stageName,
      replace('/description', 'd'), replace('/deploymentId', otherDeploymentId), replace('/cacheClusterEnabled', 'true'), replace('/cacheClusterSize', '6.1'), replace('/tracingEnabled', 'true'),
      replace('/variables/new', 'n'), { op: 'remove', path: '/variables/old' }, replace('/accessLogSettings/destinationArn', arn), replace('/accessLogSettings/format', '$context.requestId'));
    expect(after).toMatchObject({ description: 'd', deploymentId: otherDeploymentId, cacheClusterEnabled: true, cacheClusterSize: '6.1', tracingEnabled: true, accessLogSettings: { destinationArn: arn, format: '$context.requestId' } });
    expect(after.variables).toEqual({ new: 'n' });
    const bare = await update(stageName, { op: 'remove', path: '/accessLogSettings' }, { op: 'remove', path: '/variables' });
    expect([bare.accessLogSettings, bare.variables]).toEqual([undefined, undefined]);
  });

  it('a canary is made, set, promoted and removed as the guide tells it', async () => {
    const stageName = await newStage({ variables: { v: '1', w: '1' } });
    const made = await update(stageName, replace('/canarySettings/percentTraffic', '50.000000'), replace('/canarySettings/stageVariableOverrides/v', '2'), replace('/canarySettings/useStageCache', 'true'));
    expect(made.canarySettings).toEqual({ percentTraffic: 50, deploymentId, stageVariableOverrides: { v: '2' }, useStageCache: true });
    const promoted = await update(stageName,
      replace('/canarySettings/deploymentId', otherDeploymentId), { op: 'copy', from: '/canarySettings/deploymentId', path: '/deploymentId' },
      { op: 'copy', from: '/canarySettings/stageVariableOverrides', path: '/variables' }, { op: 'remove', path: '/canarySettings/stageVariableOverrides/v' }, { op: 'remove', path: '/canarySettings' });
    expect(promoted).toMatchObject({ deploymentId: otherDeploymentId, variables: { v: '2', w: '1' } });
    expect(promoted.canarySettings).toBeUndefined();
  });

  it('tells gateways, and lifts lastUpdatedDate', async () => {
    const stageName = await newStage();
    system.work.touched.length = 0;
    const answer = await system.request('PATCH', `/restapis/${restApiId}/stages/${stageName}`, { patchOperations: [replace('/description', 'x')] });
    expect(system.work.touched).toEqual([`stage ${restApiId}/${stageName}`]);
    expect(answer.headers.get('x-gatehouse-revision')).toBe(String(system.work.revision));
  });
});

describe('DeleteStage', () => {
  it('unknown · 404; known · 202, gone, and gateways hear of it', async () => {
    const stageName = await newStage();
    system.work.touched.length = 0;
    expect((await system.aws.send(new DeleteStageCommand({ restApiId, stageName }))).$metadata.httpStatusCode).toBe(202);
    expect(system.work.touched).toEqual([`stage ${restApiId}/${stageName}`]);
    await expect(system.aws.send(new DeleteStageCommand({ restApiId, stageName }))).rejects.toEqual(notFound('Invalid stage identifier specified'));
  });
});
