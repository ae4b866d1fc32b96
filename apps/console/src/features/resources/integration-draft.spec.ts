import type { Integration } from '@gatehouse/client-calls';
import { describe, expect, it } from 'vitest';
import { changeIntegration, draftOfIntegration, IntegrationForm, NEW_INTEGRATION, putIntegration, retyped } from './integration-draft';

const place = { restApiId: 'a', resourceId: 'r', httpMethod: 'GET' };
const http: Integration = {
  type: 'HTTP',
  httpMethod: 'GET',
  uri: 'http://b/{id}',
  timeoutInMillis: 5000,
  passthroughBehavior: 'NEVER',
  connectionType: 'INTERNET',
  cacheNamespace: 'n',
  cacheKeyParameters: ['method.request.path.id'],
  requestParameters: { 'integration.request.path.id': 'method.request.path.id' },
  requestTemplates: { 'application/json': '{}' },
  integrationResponses: { 200: { statusCode: '200', responseTemplates: { 'application/json': '' } } },
};

describe('an integration', () => {
  it('is refused without an address, with a timeout that is no number, and with a mapping to nowhere', () => {
    const problems = (change: object) =>
      IntegrationForm.safeParse({ ...NEW_INTEGRATION, uri: 'http://b', ...change }).error?.issues.map(issue => issue.path.join('.'));
    expect(problems({ uri: '' })).toEqual(['uri']);
    expect(problems({ timeoutInMillis: '1s' })).toEqual(['timeoutInMillis']);
    expect(problems({ requestParameters: [{ name: 'header.x', value: "'1'" }] })).toEqual(['requestParameters.0.name']);
    expect(problems({ type: 'MOCK', uri: '', httpMethod: '' })).toBeUndefined();
  });

  it('writes nothing when opened and saved unchanged', () =>
    expect(changeIntegration(place, http, draftOfIntegration(http), draftOfIntegration(http))).toEqual([]));

  it('patches single settings, mappings and templates', () => {
    const after = {
      ...draftOfIntegration(http),
      uri: 'http://c',
      requestParameters: [],
      requestTemplates: [{ name: 'application/json', value: '{"a":1}' }],
    };
    expect(changeIntegration(place, http, draftOfIntegration(http), after)[0]?.input['patchOperations']).toEqual([
      { op: 'replace', path: '/uri', value: 'http://c' },
      { op: 'remove', path: '/requestParameters/integration.request.path.id' },
      { op: 'replace', path: '/requestTemplates/application~1json', value: '{"a":1}' },
    ]);
  });

  it('goes through a VPC link and back, by its type and its id together', () => {
    const direct = draftOfIntegration(http);
    const linked = { ...direct, connectionId: 'l1' };
    expect(changeIntegration(place, http, direct, linked)[0]?.input['patchOperations']).toEqual([
      { op: 'replace', path: '/connectionType', value: 'VPC_LINK' },
      { op: 'replace', path: '/connectionId', value: 'l1' },
    ]);
    expect(changeIntegration(place, http, linked, direct)[0]?.input['patchOperations']).toEqual([
      { op: 'replace', path: '/connectionType', value: 'INTERNET' },
      { op: 'replace', path: '/connectionId', value: '' },
    ]);
    expect(putIntegration(place, linked).input).toMatchObject({ connectionType: 'VPC_LINK', connectionId: 'l1' });
    expect(putIntegration(place, { ...linked, type: 'MOCK' }).input).not.toHaveProperty('connectionId');
    expect(putIntegration(place, direct, http).input).toMatchObject({ connectionType: 'INTERNET' });
  });

  it('is put anew with another type, and keeps what the form does not show', () => {
    const [put, response] = changeIntegration(place, http, draftOfIntegration(http), {
      ...draftOfIntegration(http),
      type: 'MOCK',
      requestTemplates: [],
    });
    expect(put?.input).toMatchObject({
      type: 'MOCK',
      cacheNamespace: 'n',
      cacheKeyParameters: ['method.request.path.id'],
      timeoutInMillis: 5000,
      requestTemplates: { 'application/json': '{"statusCode": 200}' },
    });
    expect(put?.input).not.toHaveProperty('uri');
    expect(response?.input).toEqual({ ...place, statusCode: '200', responseTemplates: { 'application/json': '' } });
  });

  it('leaves the template behind that only a mock can read, and no other', () => {
    const mock = { ...NEW_INTEGRATION, type: 'MOCK', requestTemplates: [{ name: 'application/json', value: '{ "statusCode": 200 }' }] };
    expect(retyped(mock, 'HTTP')).toEqual({ type: 'HTTP', requestTemplates: [] });
    expect(retyped({ ...mock, requestTemplates: [{ name: 'application/json', value: '{"own":1}' }] }, 'HTTP')).toEqual({ type: 'HTTP' });
    expect(retyped({ ...mock, type: 'HTTP' }, 'MOCK')).toEqual({ type: 'MOCK' });
  });

  it('sends a proxy no templates', () => {
    expect(putIntegration(place, { ...NEW_INTEGRATION, uri: 'http://b' }).input).toEqual({
      ...place,
      type: 'HTTP_PROXY',
      integrationHttpMethod: 'GET',
      uri: 'http://b',
    });
  });
});
