import { DeleteGatewayResponseCommand, PutGatewayResponseCommand, UpdateGatewayResponseCommand, type APIGatewayClient } from '@aws-sdk/client-api-gateway';
import { beforeAll, describe, expect, inject, it } from 'vitest';
import { ask, type Answer } from './http.js';
import { OwnRest } from './own-rest.js';
import { addMethod, client, deploy, newApi } from './pet-api.js';

const reach = inject('system');
let aws: APIGatewayClient;
let rest: OwnRest;
beforeAll(async () => {
  aws = client(reach);
  rest = await OwnRest.signIn(reach);
});

describe('a gateway response', () => {
  it('is the owner\'s wording from the next deployment on, and AWS\'s own again once it is deleted and deployed', async () => {
    const api = await newApi(aws, 'refusals');
    const { restApiId } = api;
    await addMethod(aws, restApiId, api.rootId, 'closed', { apiKeyRequired: true, integration: { type: 'MOCK' } });
    const call = (path: string): Promise<Answer> => ask(`${reach.gatewayUrl}/dev${path}`, { host: api.host, headers: { word: 'h"i' } });
    const deployed = async (): Promise<void> => { await rest.served(restApiId, await deploy(aws, restApiId)); };
    await deployed();
    const plain = { missing: await call('/nowhere'), closed: await call('/closed') };
    expect([plain.missing.status, plain.missing.body, plain.closed.status, plain.closed.body]).toEqual([403, '{"message":"Missing Authentication Token"}', 403, '{"message":"Forbidden"}']);

    await aws.send(new PutGatewayResponseCommand({
      restApiId, responseType: 'MISSING_AUTHENTICATION_TOKEN', statusCode: '404', responseTemplates: { 'application/json': '{"said":$context.error.messageString,"word":"$method.request.header.word","as":"$context.error.responseType"}' },
      responseParameters: { 'gatewayresponse.header.x-kind': "'mine'" },
    }));
    await aws.send(new UpdateGatewayResponseCommand({ restApiId, responseType: 'DEFAULT_4XX', patchOperations: [{ op: 'add', path: '/responseParameters/gatewayresponse.header.x-default', value: "'yes'" }] }));
    // The draft says it; nobody serves it yet.
    expect((await call('/nowhere')).body).toBe(plain.missing.body);

    await deployed();
    const mine = await call('/nowhere');
    expect([mine.status, mine.headers['x-kind'], mine.headers['x-default'], JSON.parse(mine.body)]).toEqual([404, 'mine', undefined, { said: 'Missing Authentication Token', word: 'h"i', as: 'MISSING_AUTHENTICATION_TOKEN' }]);
    const closed = await call('/closed');
    expect([closed.status, closed.headers['x-default'], closed.body]).toEqual([403, 'yes', '{"message":"Forbidden"}']);

    await aws.send(new DeleteGatewayResponseCommand({ restApiId, responseType: 'MISSING_AUTHENTICATION_TOKEN' }));
    await aws.send(new DeleteGatewayResponseCommand({ restApiId, responseType: 'DEFAULT_4XX' }));
    await deployed();
    const again = await call('/nowhere');
    expect([again.status, again.headers['x-kind'], again.body]).toEqual([403, undefined, plain.missing.body]);
  });
});
