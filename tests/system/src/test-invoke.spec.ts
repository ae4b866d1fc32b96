import { CreateResourceCommand, GetResourcesCommand, PutIntegrationCommand, PutIntegrationResponseCommand, PutMethodCommand, PutMethodResponseCommand, TestInvokeMethodCommand, type APIGatewayClient } from '@aws-sdk/client-api-gateway';
import { beforeAll, describe, expect, inject, it } from 'vitest';
import { freePort } from './product.js';
import { addMethod, client, newApi, type PetApi } from './pet-api.js';

const reach = inject('system');
let aws: APIGatewayClient;
let api: PetApi;
beforeAll(async () => {
  aws = client(reach);
  api = await newApi(aws, 'tested');
});

/** The log without its times and ids, line by line. */
const linesOf = (log = ''): string[] => log.trim().split('\n').map(line => line.replace(/^\w{3} \w{3} \d\d \d\d:\d\d:\d\d UTC \d{4} : /, '').replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, 'ID').replace(/latency: \d+ ms/, 'latency: N ms'));
const starts = (log: string | undefined): string[] => linesOf(log).map(line => line.split(/: |=| \{/, 1)[0]!);

describe('TestInvokeMethod goes down a gateway\'s feed and back', () => {
  it('HTTP_PROXY: the backend\'s own answer, and AWS\'s lines in AWS\'s order', async () => {
    const resourceId = await addMethod(aws, api.restApiId, api.rootId, 'proxied', { integration: { type: 'HTTP_PROXY', uri: `${reach.petstoreUrl}/echo` } });
    const answer = await aws.send(new TestInvokeMethodCommand({ restApiId: api.restApiId, resourceId, httpMethod: 'GET', pathWithQueryString: '/proxied?colour=blue', headers: { 'X-Mine': '1', Authorization: 'Bearer secret-of-mine-123456' } }));
    expect(answer.status).toBe(200);
    expect(JSON.parse(answer.body!)).toMatchObject({ url: '/echo?colour=blue', headers: { 'x-mine': '1' } });
    expect(answer.latency).toBeGreaterThanOrEqual(0);
    expect(starts(answer.log).map(line => line.replace(/^(Sending request to) .*/, '$1'))).toEqual([
      'Execution log for request ID', 'Starting execution for request', 'HTTP Method', 'Method request path', 'Method request query string', 'Method request headers', 'Method request body before transformations',
      'Endpoint request URI', 'Endpoint request headers', 'Endpoint request body after transformations', 'Sending request to', 'Received response. Status', 'Endpoint response headers',
      'Endpoint response body before transformations', 'Method response body after transformations', 'Method response headers', 'Successfully completed execution', 'Method completed with status',
    ]);
    expect(linesOf(answer.log)).toContain(`Endpoint request URI: ${reach.petstoreUrl}/echo?colour=blue`);
    expect(linesOf(answer.log)).toContain('HTTP Method: GET, Resource Path: /proxied');
    // The backend echoed it, but the gateway's own lines never tell a credential.
    expect(linesOf(answer.log).filter(line => /request headers/.test(line)).join()).not.toContain('secret-of-mine');
  });

  it('HTTP: mapped parameters and a mapped answer', async () => {
    const { id: resourceId } = await aws.send(new CreateResourceCommand({ restApiId: api.restApiId, parentId: api.rootId, pathPart: '{petId}' }));
    const place = { restApiId: api.restApiId, resourceId: resourceId!, httpMethod: 'GET' };
    await aws.send(new PutMethodCommand({ ...place, authorizationType: 'AWS_IAM', apiKeyRequired: true, requestParameters: { 'method.request.path.petId': true } }));
    await aws.send(new PutIntegrationCommand({ ...place, type: 'HTTP', integrationHttpMethod: 'GET', uri: `${reach.petstoreUrl}/pets/{id}`, requestParameters: { 'integration.request.path.id': 'method.request.path.petId' } }));
    await aws.send(new PutMethodResponseCommand({ ...place, statusCode: '200', responseParameters: { 'method.response.header.x-was': false } }));
    await aws.send(new PutIntegrationResponseCommand({ ...place, statusCode: '200', responseParameters: { 'method.response.header.x-was': 'integration.response.header.content-type' } }));
    const answer = await aws.send(new TestInvokeMethodCommand({ ...place, pathWithQueryString: '/2' }));
    expect([answer.status, JSON.parse(answer.body!)]).toEqual([200, JSON.parse(await (await fetch(`${reach.petstoreUrl}/pets/2`)).text())]);
    expect(answer.headers!['x-was']).toContain('application/json');
    expect(answer.headers!['X-Amzn-Trace-Id']).toMatch(/^Root=1-[0-9a-f]{8}-[0-9a-f]{24}$/);
    // Its owner is let in without a signature and without a key, as at AWS.
    expect(linesOf(answer.log)).toContain('Method request path: {petId=2}');
  });

  it('MOCK: no endpoint is named', async () => {
    const resourceId = await addMethod(aws, api.restApiId, api.rootId, 'mock', { integration: { type: 'MOCK' }, responseTemplate: '{"colour":"$stageVariables.colour","stage":"$context.stage"}' });
    const answer = await aws.send(new TestInvokeMethodCommand({ restApiId: api.restApiId, resourceId, httpMethod: 'GET', stageVariables: { colour: 'green' } }));
    expect([answer.status, answer.body]).toEqual([200, '{"colour":"green","stage":"test-invoke-stage"}']);
    expect(answer.log).not.toContain('Endpoint');
  });

  it('a backend that is not there: 504, and the owner reads why', async () => {
    const resourceId = await addMethod(aws, api.restApiId, api.rootId, 'gone', { integration: { type: 'HTTP_PROXY', uri: `http://127.0.0.1:${await freePort()}/` } });
    const answer = await aws.send(new TestInvokeMethodCommand({ restApiId: api.restApiId, resourceId, httpMethod: 'GET' }));
    expect([answer.status, answer.body]).toEqual([504, '{"message": "Network error communicating with endpoint"}']);
    expect(linesOf(answer.log).slice(-5).map(line => line.split(/:|\(/, 1)[0])).toEqual(['Execution failed due to configuration error', 'Gateway response type', 'Gateway response body', 'Gateway response headers', 'Method completed with status']);
    expect(answer.log).toContain('Gateway response type: INTEGRATION_FAILURE with status code: 504');
    expect(linesOf(answer.log).at(-1)).toBe('Method completed with status: 504');
  });

  it('a method without an integration: 500 with the reason, and nothing of it is served', async () => {
    const { id: resourceId } = await aws.send(new CreateResourceCommand({ restApiId: api.restApiId, parentId: api.rootId, pathPart: 'nothing' }));
    await aws.send(new PutMethodCommand({ restApiId: api.restApiId, resourceId: resourceId!, httpMethod: 'GET', authorizationType: 'NONE' }));
    const answer = await aws.send(new TestInvokeMethodCommand({ restApiId: api.restApiId, resourceId: resourceId!, httpMethod: 'GET' }));
    expect([answer.status, answer.body]).toEqual([500, '{"message": "Internal server error"}']);
    expect(linesOf(answer.log)).toContain('Execution failed due to configuration error: mapRequest: the method has no integration');
  });

  it('twenty-five at once are all answered', async () => {
    const { items } = await aws.send(new GetResourcesCommand({ restApiId: api.restApiId, limit: 500 }));
    const resourceId = items!.find(item => item.path === '/mock')!.id!;
    const answers = await Promise.all(Array.from({ length: 25 }, (_, at) => aws.send(new TestInvokeMethodCommand({ restApiId: api.restApiId, resourceId, httpMethod: 'GET', stageVariables: { colour: `c${at}` } }))));
    expect(answers.map(answer => (JSON.parse(answer.body!) as { colour: string }).colour)).toEqual(Array.from({ length: 25 }, (_, at) => `c${at}`));
  });
});
