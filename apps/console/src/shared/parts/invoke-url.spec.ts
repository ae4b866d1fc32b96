import { describe, expect, it } from 'vitest';
import { curlOf, invokeUrls, sampleCall } from './invoke-url';

describe('the addresses of a stage', () => {
  it('are a host of their own and a path below the gateway', () => {
    expect(
      invokeUrls({ gateway: { url: 'http://localhost:8080', domain: 'execute-api.localhost', pathForm: true } }, 'a1', 'prod'),
    ).toEqual({
      byHost: 'http://a1.execute-api.localhost:8080/prod',
      byPath: 'http://localhost:8080/_aws/execute-api/a1/prod',
    });
  });

  it('leave out a port that is the default and a path form that is off', () => {
    expect(invokeUrls({ gateway: { url: 'https://gw.example', domain: 'execute-api.gw.example', pathForm: false } }, 'a1', 'v1')).toEqual({
      byHost: 'https://a1.execute-api.gw.example/v1',
      byPath: null,
    });
  });
});

describe('the example call of a stage', () => {
  it('is a GET that can be sent as it stands', () => {
    expect(sampleCall({ '/a/{id}': { GET: {} }, '/b': { POST: {}, GET: { apiKeyRequired: true } } })).toEqual({
      method: 'GET',
      path: '/b',
      withKey: true,
    });
    expect(sampleCall({ '/a/{id}/{proxy+}': { ANY: {} } })).toEqual({ method: 'GET', path: '/a/1/1', withKey: false });
    expect(sampleCall(undefined)).toEqual({ method: 'GET', path: '/', withKey: false });
  });

  it('never holds the value of a key', () => {
    expect(curlOf('http://h/prod', { method: 'POST', path: '/b', withKey: true })).toBe(
      'curl -i -X POST -H "x-api-key: $API_KEY" \'http://h/prod/b\'',
    );
  });
});
