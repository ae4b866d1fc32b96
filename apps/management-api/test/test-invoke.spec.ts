import { CreateDeploymentCommand, GetStageCommand, TestInvokeMethodCommand } from '@aws-sdk/client-api-gateway';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { TestInvoker } from '../src/v1/methods/test-invoker.js';
import { badRequest, type Draft, newApi, newMockApi, newResource, notFound, putIntegration, putMethod } from './build-api.js';
import { startSystem, type TestSystem } from './system.js';
import { type ScriptedInvoker } from './twins.js';

let system: TestSystem;
let gateway: ScriptedInvoker;
let draft: Draft;
beforeAll(async () => {
  system = await startSystem();
  gateway = system.app.get<ScriptedInvoker>(TestInvoker, { strict: false });
  draft = await newMockApi(system);
});
beforeEach(() => { gateway.asked.length = 0; });
afterAll(async () => {
  await system.close();
  expect(system.unexpected).toEqual([]);
});

const test = (more: Partial<TestInvokeMethodCommand['input']> = {}) => system.aws.send(new TestInvokeMethodCommand({ restApiId: draft.restApiId, resourceId: draft.rootId, httpMethod: 'GET', ...more }));

describe('TestInvokeMethod', () => {
  it.each([
    ['an unknown API', { restApiId: 'nobody' }, notFound('Invalid Resource identifier specified')],
    ['an unknown resource', { resourceId: 'nobody' }, notFound('Invalid Resource identifier specified')],
    ['a method that is not there', { httpMethod: 'POST' }, notFound('Invalid Method identifier specified')],
    ['no verb', { httpMethod: 'FETCH' }, badRequest('Invalid HttpMethod specified. Valid options are GET,PUT,POST,DELETE,PATCH,OPTIONS,HEAD,ANY')],
    ['an unknown client certificate', { clientCertificateId: 'nobody' }, badRequest('Invalid client certificate identifier specified')],
    ['a path of another resource', { pathWithQueryString: '/pets?x=1' }, badRequest('Invalid path specified: /pets?x=1 does not lead to /')],
    ['a header that would split a head', { headers: { 'x-a': 'b\r\nc: d' } }, badRequest('Invalid header specified: x-a')],
  ])('%s · refused, and no gateway is asked', async (_what, more, fault) => {
    await expect(test(more)).rejects.toEqual(fault);
    expect(gateway.asked).toEqual([]);
  });

  it('sends the draft of that resource alone, as it is now, with the caller\'s words', async () => {
    const answer = await test({
      pathWithQueryString: '/?a=1&a=2', body: '{"b":1}', headers: { 'X-One': '1', 'X-Two': 'hidden' }, multiValueHeaders: { 'x-two': ['2', '3'] }, stageVariables: { colour: 'blue' },
    });
    expect(gateway.asked).toHaveLength(1);
    const [job] = gateway.asked;
    expect(job).toMatchObject({ resourceId: draft.rootId, httpMethod: 'GET', verb: 'GET', pathWithQuery: '/?a=1&a=2', body: '{"b":1}', headers: ['x-two', '2', 'x-two', '3', 'X-One', '1'] });
    expect(job!.stage).toMatchObject({ stageName: 'test-invoke-stage', variables: { colour: 'blue' } });
    expect(job!.api.resources.map(resource => resource.path)).toEqual(['/']);
    expect(answer).toMatchObject({ status: 200, body: '{"ok":true}', latency: 7, log: 'Execution log for request twin\n', headers: { 'Content-Type': 'application/json', 'X-Two': 'b' }, multiValueHeaders: { 'X-Two': ['a', 'b'] } });
  });

  it('calls a method that is not deployed, and leaves what is deployed alone', async () => {
    const { restApiId, rootId } = await newMockApi(system);
    const deployed = await system.aws.send(new CreateDeploymentCommand({ restApiId, stageName: 'prod' }));
    await putMethod(system, { restApiId, rootId }, rootId, 'POST');
    await putIntegration(system, { restApiId, rootId }, rootId, 'POST');
    await test({ restApiId, resourceId: rootId, httpMethod: 'POST' });
    expect(gateway.asked[0]!.api.resources[0]!.methods.map(method => method.httpMethod)).toEqual(['GET', 'POST']);
    expect((await system.aws.send(new GetStageCommand({ restApiId, stageName: 'prod' }))).deploymentId).toBe(deployed.id);
  });

  it('finds ANY for every verb, and fills path variables', async () => {
    const api = await newApi(system);
    const id = await newResource(system, api, api.rootId, '{proxy+}');
    await putMethod(system, api, id, 'ANY');
    await putIntegration(system, api, id, 'ANY');
    await test({ restApiId: api.restApiId, resourceId: id, httpMethod: 'PATCH', pathWithQueryString: '/a/b/c' });
    await test({ restApiId: api.restApiId, resourceId: id, httpMethod: 'ANY', pathWithQueryString: '/a' });
    expect(gateway.asked.map(({ httpMethod, verb, pathWithQuery }) => [httpMethod, verb, pathWithQuery])).toEqual([['ANY', 'PATCH', '/a/b/c'], ['ANY', 'GET', '/a']]);
  });

  it('sends a method without an integration too: the log will say what is missing', async () => {
    const api = await newApi(system);
    await putMethod(system, api, api.rootId);
    await test({ restApiId: api.restApiId, resourceId: api.rootId });
    expect(gateway.asked[0]!.api.resources[0]!.methods[0]!.integration).toBeNull();
  });
});
