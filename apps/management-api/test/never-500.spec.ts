import { CreateApiKeyCommand, CreateAuthorizerCommand, CreateDocumentationPartCommand, CreateDocumentationVersionCommand, CreateRequestValidatorCommand, CreateDeploymentCommand, CreateUsagePlanCommand, CreateUsagePlanKeyCommand } from '@aws-sdk/client-api-gateway';
import { notYet, type Shape, structureOf, V1, type OperationRow } from '@gatehouse/contract-wire';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newMockApi } from './build-api.js';
import { startSystem, type TestSystem } from './system.js';

const LONG = 'x'.repeat(70_000);
const NASTY: readonly unknown[] = [
  '', ' ', LONG, '\0', '\ud800', '__proto__', 'constructor', '../..', '${stageVariables.x}', '{', "'; drop table rest_apis; --", '\u202e', '1e309', '-1', '{"a":', 'null', 0, -1, 1.5, 2 ** 53, 1e300,
  true, null, [], [[]], [null], ['', 'a'], {}, { __proto__: null, a: 1 }, { '': '' }, { a: { b: {} } }, { [LONG]: LONG },
];
const OPS = ['add', 'remove', 'replace', 'replace', 'copy', 'nope', null] as const;
const VALUES = ['x', '1', '{"a":"b"}', null, LONG, '-1', 'true'];
const PATCH_PATHS = [
  '', '/', '//', 'x', '/~', '/~2', '/__proto__', '/constructor/prototype/x', '/name', '/description', '/policy', '/binaryMediaTypes/a~1b', '/endpointConfiguration/types/0', '/endpointConfiguration/types/99', '/pathPart', '/parentId',
  '/requestParameters/__proto__', '/requestModels/a~1b', '/authorizationScopes', '/responseParameters/constructor', '/responseTemplates/a~1b', '/uri', '/timeoutInMillis', '/cacheKeyParameters/__proto__', '/variables/__proto__', '/variables', '/*/*/throttling/rateLimit',
  '/__proto__/GET/throttling/burstLimit', '/canarySettings/percentTraffic', '/canarySettings/stageVariableOverrides/__proto__', '/canarySettings/stageVariableOverrides', '/deploymentId', '/accessLogSettings/destinationArn', '/throttle/rateLimit',
  '/quota/limit', '/quota/offset', '/quota/period', '/quota', '/throttle', '/apiStages', '/apiStages/a:b/throttle', '/apiStages/__proto__:x/throttle', '/enabled', '/customerId', '/stages', '/labels', '/features', '/schema', '/properties', '/statusCode', '/responseParameters/gatewayresponse.header.x', '/identitySource', '/providerARNs', '/authorizerUri', '/authorizerResultTtlInSeconds', '/identityValidationExpression', '/validateRequestBody', '/remaining', '/cloudwatchRoleArn', `/${LONG}`,
];

let system: TestSystem;
let labels: Record<string, string>;
beforeAll(async () => {
  system = await startSystem();
  const { restApiId, rootId } = await newMockApi(system);
  const deployment = await system.aws.send(new CreateDeploymentCommand({ restApiId, stageName: 'dev' }));
  const key = await system.aws.send(new CreateApiKeyCommand({ name: 'k', enabled: true }));
  const plan = await system.aws.send(new CreateUsagePlanCommand({ name: 'p', apiStages: [{ apiId: restApiId, stage: 'dev' }], quota: { limit: 5, period: 'DAY' } }));
  await system.aws.send(new CreateUsagePlanKeyCommand({ usagePlanId: plan.id, keyId: key.id, keyType: 'API_KEY' }));
  const validator = await system.aws.send(new CreateRequestValidatorCommand({ restApiId, name: 'v' }));
  const authorizer = await system.aws.send(new CreateAuthorizerCommand({ restApiId, name: 'a', type: 'COGNITO_USER_POOLS', providerARNs: ['arn:aws:cognito-idp:us-east-1:123456789012:userpool/us-east-1_a'] }));
  const part = await system.aws.send(new CreateDocumentationPartCommand({ restApiId, location: { type: 'API' }, properties: '{}' }));
  await system.aws.send(new CreateDocumentationVersionCommand({ restApiId, documentationVersion: '1' }));
  labels = {
    modelName: 'Error', requestValidatorId: validator.id!, authorizerId: authorizer.id!, responseType: 'THROTTLED', documentationPartId: part.id!, documentationVersion: '1',
    restApiId, resourceId: rootId, parentId: rootId, httpMethod: 'GET', statusCode: '200', deploymentId: deployment.id!, stageName: 'dev', apiKey: key.id!, usagePlanId: plan.id!, keyId: key.id!,
    resourceArn: `arn:aws:apigateway:us-east-1::/restapis/${restApiId}`,
  };
});
afterAll(() => system.close());

const served = Object.values(V1).filter(row => notYet(row) === null);
/** What would take away the ground from under the other tries. */
const isSafe = (row: OperationRow): boolean => row.method !== 'DELETE';
const pathOf = (row: OperationRow, change: Readonly<Record<string, string>> = {}): string =>
  row.path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(change[name] ?? labels[name] ?? 'missing'));

/** A body in which one member is wrong and the others are plausible. */
function bodies(row: OperationRow): unknown[] {
  const members = Object.entries(row.input ? structureOf(row.input) : {}).filter(([, member]) => !member.in);
  const plausible = Object.fromEntries(members.filter(([, member]) => member.required).map(([name, { shape, wire }]) => [wire ?? name, plausibleFor(shape, name)]));
  return members.flatMap(([name, { wire }]) => NASTY.map(value => ({ ...plausible, [wire ?? name]: value })));
}
const plausibleFor = (shape: Shape, name: string): unknown => (shape.type === 'string' ? ({ authorizationType: 'NONE', type: 'MOCK', keyType: 'API_KEY', contentType: 'application/json' }[name] ?? labels[name] ?? `n${name}`) : shape.type === 'map' ? {} : shape.type === 'list' ? [] : 1);

async function failures(tries: readonly (readonly [string, string, unknown])[]): Promise<string[]> {
  const bad: string[] = [];
  for (const [method, path, body] of tries) {
    const answer = await system.request(method, path, body);
    if (answer.status >= 500) bad.push(`${answer.status} ${method} ${path.slice(0, 200)} ${(JSON.stringify(body) ?? '').slice(0, 200)}`);
  }
  return bad;
}

describe('whatever a caller sends, the answer is never a 500', () => {
  it.each(served.filter(isSafe).map(row => [row.name, row] as const))('%s with one wrong member at a time', async (_, row) => {
    expect(await failures(bodies(row).map(body => [row.method, pathOf(row), body] as const))).toEqual([]);
  });

  it.each(served.filter(row => row.method === 'PATCH').map(row => [row.name, row] as const))('%s with patches of all kinds', async (_, row) => {
    const tries = PATCH_PATHS.flatMap((path, i) => OPS.map((op, j) => [row.method, pathOf(row), { patchOperations: [{ op, path, value: VALUES[(i + j) % VALUES.length], from: '/canarySettings/deploymentId' }] }] as const));
    expect(await failures(tries)).toEqual([]);
  });

  it('every operation with nasty labels and queries', async () => {
    const words = ['%', ' ', '\u0001', '__proto__', 'x'.repeat(5_000), "' or 1=1", 'é', '💥', 'null', '-1', '..'];
    const tries = served.flatMap(row => words.flatMap(word => {
      const path = pathOf(row, Object.fromEntries(Object.keys(labels).map(name => [name, word])));
      return [[row.method, `${path}?limit=${encodeURIComponent(word)}`, undefined], [row.method, `${path}?position=${encodeURIComponent(word)}&embed=${encodeURIComponent(word)}&startDate=${encodeURIComponent(word)}&endDate=9999-99-99&keyId=x`, undefined]] as const;
    }));
    expect(await failures(tries)).toEqual([]);
  });

  it('and nothing of it was logged as unexpected', () => {
    expect(system.unexpected).toEqual([]);
  });
});
