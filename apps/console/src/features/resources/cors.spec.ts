import type { Resource } from '@gatehouse/client-calls';
import { describe, expect, it } from 'vitest';
import { CorsForm, corsDraft, corsSteps, proxied } from './cors';

const resource: Resource = {
  id: 'r',
  path: '/pets',
  resourceMethods: {
    GET: { httpMethod: 'GET', methodIntegration: { type: 'HTTP_PROXY' } },
    POST: {
      httpMethod: 'POST',
      methodResponses: { 200: { statusCode: '200' } },
      methodIntegration: {
        type: 'HTTP',
        integrationResponses: { 200: { statusCode: '200' }, 404: { statusCode: '404', selectionPattern: '404' } },
      },
    },
  },
};

describe('enabling CORS', () => {
  it('refuses an origin with a path and a list of no methods', () => {
    expect(CorsForm.safeParse({ ...corsDraft(resource), origin: 'https://a.example/path' }).success).toBe(false);
    expect(CorsForm.safeParse({ ...corsDraft(resource), methods: [] }).success).toBe(false);
    expect(CorsForm.safeParse({ ...corsDraft(resource), origin: 'https://a.example:8443' }).success).toBe(true);
  });

  it("writes AWS's own objects: a mocked OPTIONS, and the origin on the default answers that the gateway maps", () => {
    const steps = corsSteps('a', resource, corsDraft(resource));
    expect(steps.map(({ call }) => `${call.operation.name} ${String(call.input['httpMethod'])}`)).toEqual([
      'PutMethod OPTIONS',
      'PutIntegration OPTIONS',
      'PutMethodResponse OPTIONS',
      'PutIntegrationResponse OPTIONS',
      'UpdateMethodResponse POST',
      'UpdateIntegrationResponse POST',
    ]);
    expect(steps[3]?.call.input['responseParameters']).toMatchObject({
      'method.response.header.Access-Control-Allow-Methods': "'GET,POST,OPTIONS'",
      'method.response.header.Access-Control-Allow-Origin': "'*'",
    });
  });

  it('says which methods the backend must answer for', () => expect(proxied(resource)).toEqual(['GET']));

  it('replaces what an earlier run has written', () => {
    const again: Resource = {
      ...resource,
      resourceMethods: {
        OPTIONS: { httpMethod: 'OPTIONS' },
        POST: {
          httpMethod: 'POST',
          methodResponses: {
            200: { statusCode: '200', responseParameters: { 'method.response.header.Access-Control-Allow-Origin': false } },
          },
          methodIntegration: {
            type: 'HTTP',
            integrationResponses: {
              200: { statusCode: '200', responseParameters: { 'method.response.header.Access-Control-Allow-Origin': "'*'" } },
            },
          },
        },
      },
    };
    const steps = corsSteps('a', again, { ...corsDraft(again), origin: 'https://a.example' });
    expect(steps[0]?.call.operation.name).toBe('DeleteMethod');
    expect(steps.at(-1)?.call.input['patchOperations']).toEqual([
      { op: 'replace', path: '/responseParameters/method.response.header.Access-Control-Allow-Origin', value: "'https://a.example'" },
    ]);
  });
});
