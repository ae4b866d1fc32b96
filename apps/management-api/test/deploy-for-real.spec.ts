import {
  CreateDeploymentCommand, CreateResourceCommand, CreateRestApiCommand, DeleteRestApiCommand, PutIntegrationCommand, PutMethodCommand, UpdateMethodCommand, UpdateStageCommand,
} from '@aws-sdk/client-api-gateway';
import { parseDocument, pointerKey } from '@gatehouse/contract-snapshot';
import { DataSource } from 'typeorm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Platform, startPlatform } from './platform.js';

let platform: Platform;
beforeAll(async () => { platform = await startPlatform(); });
afterAll(async () => {
  await platform.close();
  expect(platform.unexpected).toEqual([]);
});

/** The document that a stage's pointer names, and the API document that it names in turn; null when there is no pointer. */
async function served(restApiId: string, stageName: string) {
  const { accountId, region } = platform.settings;
  const store = platform.app.get(DataSource);
  const read = async (digest: string) => {
    const [row] = (await store.query('select body from documents where digest = $1', [digest])) as { body: string }[];
    return parseDocument(row!.body);
  };
  const [pointer] = (await store.query('select digest from pointers where key = $1', [pointerKey('stage', accountId, region, restApiId, stageName)])) as { digest: string }[];
  if (!pointer) return null;
  const stage = await read(pointer.digest);
  if (stage.kind !== 'stage') throw new Error('the pointer of a stage names another document');
  const api = await read(stage.snapshot);
  if (api.kind !== 'api') throw new Error('a stage names no API document');
  return { stage, api };
}

describe('an API that is built with AWS\'s client and signed for real', () => {
  it('reaches the documents that gateways read, follows each change, and is dropped with its API', async () => {
    const aws = platform.aws();
    const { id: restApiId, rootResourceId: parentId } = await aws.send(new CreateRestApiCommand({ name: 'pets' }));
    const { id: resourceId } = await aws.send(new CreateResourceCommand({ restApiId, parentId, pathPart: '{proxy+}' }));
    const place = { restApiId, resourceId, httpMethod: 'ANY' };
    await aws.send(new PutMethodCommand({ ...place, authorizationType: 'NONE', apiKeyRequired: true, requestParameters: { 'method.request.path.proxy': true } }));
    await aws.send(new PutIntegrationCommand({ ...place, type: 'HTTP_PROXY', integrationHttpMethod: 'ANY', uri: 'http://localhost:4010/{proxy}', requestParameters: { 'integration.request.path.proxy': 'method.request.path.proxy' } }));
    const deployment = await aws.send(new CreateDeploymentCommand({ restApiId, stageName: 'dev', variables: { v: '1' } }));

    const first = await served(restApiId!, 'dev');
    expect(first!.stage).toMatchObject({ deploymentId: deployment.id, variables: { v: '1' }, canary: null });
    expect(first!.api.resources).toMatchObject([{ resourceId, path: '/{proxy+}', methods: [{ httpMethod: 'ANY', apiKeyRequired: true, integration: { type: 'HTTP_PROXY', uri: 'http://localhost:4010/{proxy}', timeoutInMillis: 29_000 } }] }]);

    // A change of the draft reaches nobody; a change of the stage reaches everybody at once.
    await aws.send(new UpdateMethodCommand({ ...place, patchOperations: [{ op: 'replace', path: '/apiKeyRequired', value: 'false' }] }));
    await aws.send(new UpdateStageCommand({ restApiId, stageName: 'dev', patchOperations: [{ op: 'replace', path: '/*/*/throttling/rateLimit', value: '7' }, { op: 'replace', path: '/variables/v', value: '2' }] }));
    const second = await served(restApiId!, 'dev');
    expect(second!.api).toEqual(first!.api);
    expect(second!.stage).toMatchObject({ variables: { v: '2' }, methodSettings: { '*/*': { throttlingRateLimit: 7, throttlingBurstLimit: 5000, loggingLevel: 'OFF' } } });

    await aws.send(new CreateDeploymentCommand({ restApiId, stageName: 'dev', canarySettings: { percentTraffic: 10 } }));
    const third = await served(restApiId!, 'dev');
    expect(third!.stage).toMatchObject({ deploymentId: deployment.id, snapshot: second!.stage.snapshot, canary: { percentTraffic: 10 } });
    expect(third!.stage.canary!.snapshot).not.toBe(third!.stage.snapshot);

    await aws.send(new DeleteRestApiCommand({ restApiId }));
    expect(await served(restApiId!, 'dev')).toBeNull();
  });

  it('leaves an audit row for each write, with who, what and on which resource', async () => {
    const aws = platform.aws();
    const { id } = await aws.send(new CreateRestApiCommand({ name: 'audited' }));
    await aws.send(new DeleteRestApiCommand({ restApiId: id }));
    const rows = (await platform.app.get(DataSource).query('select operation, action, resource_arn, caller_arn, input from audit_events order by n desc limit 2')) as Record<string, unknown>[];
    expect(rows).toMatchObject([
      { operation: 'DeleteRestApi', action: 'apigateway:DELETE', resource_arn: `arn:aws:apigateway:us-east-1::/restapis/${id}`, input: { restApiId: id } },
      { operation: 'CreateRestApi', action: 'apigateway:POST', resource_arn: 'arn:aws:apigateway:us-east-1::/restapis', input: { name: 'audited' } },
    ]);
    expect(rows[0]!['caller_arn']).toMatch(/^arn:aws:iam::123456789012:user\//);
  });
});
