import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { api, integration, key, method, mockAnswer, plan, proxyTo } from '../test/documents.js';
import { PetOrigin } from '../test/pet-origin.js';
import { RunningGateway } from '../test/running-gateway.js';

let pets: PetOrigin;
let gateway: RunningGateway;
beforeAll(async () => {
  pets = await new PetOrigin().start();
  gateway = await new RunningGateway().start();
});
afterAll(async () => {
  await gateway.stop();
  pets.stop();
});

describe('a gateway, end to end', () => {
  it('serves HTTP_PROXY in the host form and the path form', async () => {
    gateway.serve(api('api1', { '/{proxy+}': [method('ANY', { integration: proxyTo(pets.base) })] }));
    const byHost = await gateway.ask('/prod/pets/1');
    expect(byHost).toMatchObject({ status: 200, body: '{"id":1,"name":"Rex"}' });
    expect(byHost.headers['x-amzn-requestid']).toMatch(/^[0-9a-f-]{36}$/);
    expect(byHost.headers['x-amz-apigw-id']).toMatch(/^[A-Za-z0-9+/]{15}=$/);
    expect(byHost.headers['x-amzn-trace-id']).toBeUndefined();
    expect((await gateway.ask('/_aws/execute-api/api1/prod/pets/2', { host: 'localhost' })).body).toContain('Tom');
    expect((await gateway.ask('/prod/pets', { method: 'POST', body: '{"name":"A","type":"dog","price":1}' })).status).toBe(201);
  });

  it('serves MOCK', async () => {
    gateway.serve(api('mock', { '/': [method('GET', { integration: mockAnswer('{"hello":"$context.stage"}') })] }));
    expect(await gateway.ask('/prod', { host: 'mock.execute-api.localhost' })).toMatchObject({ status: 200, body: '{"hello":"prod"}', headers: { 'content-type': 'application/json' } });
  });

  it('asks for a key, then throttles by plan', async () => {
    gateway.serve(api('keyed', { '/pets': [method('GET', { apiKeyRequired: true, integration: integration({ type: 'HTTP_PROXY', httpMethod: 'GET', uri: `${pets.base}/pets` }) })] }));
    gateway.grant([plan('plan1', 'keyed', { throttle: { rateLimit: 0.001, burstLimit: 2 } })], [key('key1', 'secret-value-1234567890', ['plan1'])]);
    const ask = (headers = {}) => gateway.ask('/prod/pets', { host: 'keyed.execute-api.localhost', headers });
    expect(await ask()).toMatchObject({ status: 403, body: '{"message":"Forbidden"}', headers: { 'x-amzn-errortype': 'ForbiddenException' } });
    expect((await ask({ 'x-api-key': 'wrong' })).status).toBe(403);
    const statuses = [];
    for (let i = 0; i < 3; i++) statuses.push((await ask({ 'x-api-key': 'secret-value-1234567890' })).status);
    expect(statuses).toEqual([200, 200, 429]);
    expect(await ask({ 'x-api-key': 'secret-value-1234567890' })).toMatchObject({ body: '{"message":"Too Many Requests"}', headers: { 'x-amzn-errortype': 'TooManyRequestsException' } });
  });

  it('answers 403 for what it does not have', async () => {
    expect(await gateway.ask('/prod/nothing', { host: 'keyed.execute-api.localhost' })).toMatchObject({ status: 403, body: '{"message":"Missing Authentication Token"}', headers: { 'x-amzn-errortype': 'MissingAuthenticationTokenException' } });
    expect(await gateway.ask('/prod/x', { host: 'nobody.execute-api.localhost' })).toMatchObject({ status: 403, body: '{"message":"Forbidden"}', headers: { 'x-amzn-errortype': 'ForbiddenException' } });
    expect(await gateway.ask('/dev/pets')).toMatchObject({ status: 403, body: '{"message":"Forbidden"}' });
  });
});
