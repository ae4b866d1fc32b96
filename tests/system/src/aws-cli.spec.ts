import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { beforeAll, describe, expect, inject, it } from 'vitest';
import { ask, type Answer } from './http.js';
import { eventually, OwnRest } from './own-rest.js';
import { program } from './programs.js';

const reach = inject('system');
const run = promisify(execFile);
let aws = '';
let rest: OwnRest;

/** One command of AWS's CLI, pointed at us by --endpoint-url alone. */
async function cli(...words: readonly string[]): Promise<Record<string, never> & Record<string, string>> {
  const args = ['--profile', 'gatehouse', '--region', reach.region, '--endpoint-url', reach.managementUrl, '--output', 'json', 'apigateway', ...words];
  const { stdout } = await run(aws, args, { env: { ...process.env, AWS_SHARED_CREDENTIALS_FILE: reach.credentialsFile, AWS_PAGER: '' } });
  return (stdout.trim() === '' ? {} : JSON.parse(stdout)) as Record<string, never> & Record<string, string>;
}

const refusal = ({ status, headers, body }: Answer): unknown => ({ status, type: headers['x-amzn-errortype'], contentType: headers['content-type'], body });
const MISSING_TOKEN = { status: 403, type: 'MissingAuthenticationTokenException', contentType: 'application/json', body: '{"message":"Missing Authentication Token"}' };
const FORBIDDEN = { status: 403, type: 'ForbiddenException', contentType: 'application/json', body: '{"message":"Forbidden"}' };
const THROTTLED = { status: 429, type: 'TooManyRequestsException', contentType: 'application/json', body: '{"message":"Too Many Requests"}' };
const SPENT = { status: 429, type: 'LimitExceededException', contentType: 'application/json', body: '{"message":"Limit Exceeded"}' };

beforeAll(async () => {
  aws = program('aws', 'awscli');
  rest = await OwnRest.signIn(reach);
});

describe('an API made, deployed and called with AWS\'s own CLI', () => {
  let apiId: string, planId: string, keyId: string, value: string;
  const hostForm = (path: string, key?: string, more: { method?: string; body?: string } = {}): Promise<Answer> => ask(`${reach.gatewayUrl}/dev${path}`, { host: `${apiId}.execute-api.localhost`, ...(key && { headers: { 'x-api-key': key } }), ...more });
  const pathForm = (path: string, key?: string): Promise<Answer> => ask(`${reach.gatewayUrl}/_aws/execute-api/${apiId}/dev${path}`, key ? { headers: { 'x-api-key': key } } : {});

  it('makes resources, methods and integrations of the three kinds', async () => {
    apiId = (await cli('create-rest-api', '--name', 'pets by CLI')).id!;
    const { items } = await cli('get-resources', '--rest-api-id', apiId) as unknown as { items: { id: string }[] };
    const at = ['--rest-api-id', apiId];
    const resource = async (parent: string, part: string): Promise<string> => (await cli('create-resource', ...at, '--parent-id', parent, '--path-part', part)).id!;
    const pets = await resource(items[0]!.id, 'pets');
    const pet = await resource(pets, '{petId}');
    const proxy = await resource(items[0]!.id, '{proxy+}');

    await cli('put-method', ...at, '--resource-id', pets, '--http-method', 'GET', '--authorization-type', 'NONE', '--api-key-required');
    await cli('put-integration', ...at, '--resource-id', pets, '--http-method', 'GET', '--type', 'HTTP_PROXY', '--integration-http-method', 'GET', '--uri', `${reach.petstoreUrl}/pets`);

    await cli('put-method', ...at, '--resource-id', pet, '--http-method', 'GET', '--authorization-type', 'NONE', '--request-parameters', 'method.request.path.petId=true');
    await cli('put-integration', ...at, '--resource-id', pet, '--http-method', 'GET', '--type', 'HTTP', '--integration-http-method', 'GET', '--uri', `${reach.petstoreUrl}/pets/{id}`,
      '--request-parameters', 'integration.request.path.id=method.request.path.petId');
    for (const [status, pattern] of [['200', '2\\d\\d'], ['404', '4\\d\\d']] as const) {
      await cli('put-method-response', ...at, '--resource-id', pet, '--http-method', 'GET', '--status-code', status);
      await cli('put-integration-response', ...at, '--resource-id', pet, '--http-method', 'GET', '--status-code', status, '--selection-pattern', pattern);
    }

    await cli('put-method', ...at, '--resource-id', proxy, '--http-method', 'ANY', '--authorization-type', 'NONE');
    await cli('put-integration', ...at, '--resource-id', proxy, '--http-method', 'ANY', '--type', 'MOCK', '--request-templates', '{"application/json":"{\\"statusCode\\": 200}"}');
    await cli('put-method-response', ...at, '--resource-id', proxy, '--http-method', 'ANY', '--status-code', '200');
    await cli('put-integration-response', ...at, '--resource-id', proxy, '--http-method', 'ANY', '--status-code', '200', '--response-templates', '{"application/json":"{\\"mocked\\": true}"}');
  });

  it('deploys, and says when the deployment is served everywhere', async () => {
    const deployment = await cli('create-deployment', '--rest-api-id', apiId, '--stage-name', 'dev');
    expect(await rest.served(apiId, deployment.id!)).toMatchObject({ state: 'active', served: 1, total: 1, deploymentId: deployment.id, stages: ['dev'] });
  });

  it('refuses a missing, a strange and a disabled key; an unknown path, method and stage', async () => {
    expect(refusal(await hostForm('/pets'))).toEqual(FORBIDDEN);
    expect(refusal(await pathForm('/pets'))).toEqual(FORBIDDEN);
    expect(refusal(await hostForm('/pets', 'a-key-that-nobody-has-made'))).toEqual(FORBIDDEN);
    const disabled = await cli('create-api-key', '--name', 'off');
    expect(refusal(await hostForm('/pets', disabled.value))).toEqual(FORBIDDEN);
    expect(refusal(await hostForm('/pets', undefined, { method: 'POST', body: '{}' }))).toEqual(MISSING_TOKEN);
    expect(refusal(await hostForm('/pets/1', undefined, { method: 'DELETE' }))).toEqual(MISSING_TOKEN);
    expect(refusal(await hostForm('/'))).toEqual(MISSING_TOKEN);
    expect(refusal(await ask(`${reach.gatewayUrl}/nostage/pets`, { host: `${apiId}.execute-api.localhost` }))).toEqual(FORBIDDEN);
  });

  it('serves a key of the plan in both forms, then refuses the burst and the spent quota', async () => {
    ({ id: keyId, value } = await cli('create-api-key', '--name', 'gold key', '--enabled') as unknown as { id: string; value: string });
    planId = (await cli('create-usage-plan', '--name', 'gold', '--throttle', 'rateLimit=0.5,burstLimit=2', '--quota', 'limit=5,period=DAY', '--api-stages', `apiId=${apiId},stage=dev`)).id!;
    await cli('create-usage-plan-key', '--usage-plan-id', planId, '--key-id', keyId, '--key-type', 'API_KEY');

    const first = await eventually(async () => { const answer = await hostForm('/pets', value); return answer.status === 200 ? answer : null; });
    expect(JSON.parse(first.body)).toContainEqual(expect.objectContaining({ id: 1, type: 'dog' }));
    expect(first.headers).toMatchObject({ 'x-amzn-requestid': expect.stringMatching(/^[0-9a-f-]{36}$/) as string, 'x-amz-apigw-id': expect.stringMatching(/=$/) as string });
    expect((await pathForm('/pets', value)).status).toBe(200);
    expect(refusal(await hostForm('/pets', value))).toEqual(THROTTLED);

    await cli('update-usage-plan', '--usage-plan-id', planId, '--patch-operations', 'op=replace,path=/throttle/rateLimit,value=1000', 'op=replace,path=/throttle/burstLimit,value=1000');
    const statuses: number[] = [];
    const spent = await eventually(async () => {
      const answer = await hostForm('/pets', value);
      if (answer.headers['x-amzn-errortype'] === 'LimitExceededException') return answer;
      if (answer.status === 200) statuses.push(answer.status);
      return null;
    });
    expect(refusal(spent)).toEqual(SPENT);
    expect(statuses).toEqual([200, 200, 200]);
  });

  it('tells the usage within a second, and serves again when the quota is extended', async () => {
    const today = new Date().toISOString().slice(0, 10);
    const usage = await eventually(async () => {
      const answer = await cli('get-usage', '--usage-plan-id', planId, '--start-date', today, '--end-date', today) as unknown as { items: Record<string, number[][]> };
      return answer.items[keyId]?.[0]?.[0] === 5 ? answer.items[keyId] : null;
    }, 3_000);
    expect(usage).toEqual([[5, 0]]);
    await cli('update-usage', '--usage-plan-id', planId, '--key-id', keyId, '--patch-operations', 'op=replace,path=/remaining,value=1');
    expect((await eventually(async () => { const answer = await hostForm('/pets', value); return answer.status === 200 ? answer : null; })).status).toBe(200);
    expect(refusal(await hostForm('/pets', value))).toEqual(SPENT);
  });

  it('maps a path parameter, selects a response by pattern, and answers a mock below the greedy path', async () => {
    const pet = await hostForm('/pets/1');
    expect([pet.status, JSON.parse(pet.body)]).toEqual([200, expect.objectContaining({ id: 1 })]);
    expect((await hostForm('/pets/424242')).status).toBe(404);
    const mocked = await hostForm('/some/where/deep?x=1', undefined, { method: 'PUT', body: '{}' });
    expect([mocked.status, mocked.headers['content-type'], mocked.body]).toEqual([200, 'application/json', '{"mocked": true}']);
  });

  it('deletes the API, and its gateway forgets it', async () => {
    await cli('update-usage-plan', '--usage-plan-id', planId, '--patch-operations', `op=remove,path=/apiStages,value=${apiId}:dev`);
    await cli('delete-rest-api', '--rest-api-id', apiId);
    expect(refusal(await eventually(async () => { const answer = await hostForm('/pets/1'); return answer.status === 403 ? answer : null; }))).toEqual(FORBIDDEN);
  });
});
