import { describe, expect, it } from 'vitest';
import {
  changeIntegrationResponse,
  changeMethodResponse,
  draftOfIntegrationResponse,
  draftOfMethodResponse,
  IntegrationResponseForm,
  NEW_INTEGRATION_RESPONSE,
  NEW_METHOD_RESPONSE,
} from './response-draft';

const place = { restApiId: 'a', resourceId: 'r', httpMethod: 'GET' };

describe('an integration response', () => {
  const response = {
    statusCode: '404',
    selectionPattern: '4\\d\\d',
    responseParameters: { 'method.response.header.X': "'1'" },
    responseTemplates: { 'application/json': '' },
  };

  it('refuses a status that is none and a pattern that is none', () => {
    const problems = (change: object) =>
      IntegrationResponseForm.safeParse({ ...NEW_INTEGRATION_RESPONSE, statusCode: '200', ...change }).error?.issues.map(issue =>
        issue.path.join('.'),
      );
    expect(problems({ statusCode: '99' })).toEqual(['statusCode']);
    expect(problems({ selectionPattern: '(' })).toEqual(['selectionPattern']);
    expect(problems({ responseParameters: [{ name: 'X', value: '1' }] })).toEqual(['responseParameters.0.name']);
  });

  it('writes nothing when opened and saved unchanged', () =>
    expect(changeIntegrationResponse(place, draftOfIntegrationResponse(response), draftOfIntegrationResponse(response))).toEqual([]));

  it('patches its pattern and single templates, and is put when new', () => {
    const base = draftOfIntegrationResponse(response);
    expect(
      changeIntegrationResponse(place, base, { ...base, selectionPattern: '', responseTemplates: [] })[0]?.input['patchOperations'],
    ).toEqual([
      { op: 'replace', path: '/selectionPattern', value: '' },
      { op: 'remove', path: '/responseTemplates/application~1json' },
    ]);
    expect(changeIntegrationResponse(place, null, { ...NEW_INTEGRATION_RESPONSE, statusCode: '200' })[0]?.input).toEqual({
      ...place,
      statusCode: '200',
    });
  });
});

describe('a method response', () => {
  const response = {
    statusCode: '200',
    responseParameters: { 'method.response.header.X-A': true },
    responseModels: { 'application/json': 'Pet' },
  };

  it('writes nothing when opened and saved unchanged, not even the flag it does not show', () =>
    expect(changeMethodResponse(place, response, draftOfMethodResponse(response))).toEqual([]));

  it('adds a header and is put when new', () => {
    const base = draftOfMethodResponse(response);
    expect(
      changeMethodResponse(place, response, { ...base, headers: [...base.headers, { name: 'Location' }] })[0]?.input['patchOperations'],
    ).toEqual([{ op: 'add', path: '/responseParameters/method.response.header.Location', value: 'false' }]);
    expect(changeMethodResponse(place, null, { ...NEW_METHOD_RESPONSE, statusCode: '201' })[0]?.input).toEqual({
      ...place,
      statusCode: '201',
      responseModels: { 'application/json': 'Empty' },
    });
  });
});
