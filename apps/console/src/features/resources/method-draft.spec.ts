import { describe, expect, it } from 'vitest';
import { changeMethod, draftOfMethod, MethodRequestForm, pathParameters } from './method-draft';

const place = { restApiId: 'a', resourceId: 'r', httpMethod: 'GET' };
const method = {
  httpMethod: 'GET',
  authorizationType: 'NONE',
  apiKeyRequired: false,
  requestParameters: { 'method.request.header.X-A.B': true, 'method.request.querystring.q': false },
};

describe('a method request', () => {
  it('refuses a parameter without a name or twice the same', () => {
    const problems = (parameters: object[]) =>
      MethodRequestForm.safeParse({ ...draftOfMethod(method), parameters }).error?.issues.map(issue => issue.path.join('.'));
    expect(problems([{ place: 'header', name: '', isRequired: true }])).toEqual(['parameters.0.name']);
    expect(
      problems([
        { place: 'header', name: 'a', isRequired: true },
        { place: 'header', name: 'a', isRequired: false },
      ]),
    ).toEqual(['parameters.1.name']);
    expect(
      problems([
        { place: 'header', name: 'a', isRequired: true },
        { place: 'querystring', name: 'a', isRequired: false },
      ]),
    ).toBeUndefined();
  });

  it('writes nothing when opened and saved unchanged', () =>
    expect(changeMethod(place, draftOfMethod(method), draftOfMethod(method))).toEqual([]));

  it('patches the flag, and parameters by their full name', () => {
    const base = draftOfMethod(method);
    const after = {
      ...base,
      apiKeyRequired: true,
      parameters: [
        { place: 'header', name: 'X-A.B', isRequired: false },
        { place: 'path', name: 'id', isRequired: true },
      ],
    };
    expect(changeMethod(place, base, after)[0]?.input['patchOperations']).toEqual([
      { op: 'replace', path: '/apiKeyRequired', value: 'true' },
      { op: 'remove', path: '/requestParameters/method.request.querystring.q' },
      { op: 'replace', path: '/requestParameters/method.request.header.X-A.B', value: 'false' },
      { op: 'add', path: '/requestParameters/method.request.path.id', value: 'true' },
    ]);
  });

  it('leaving a user pool takes its authorizer and its scopes along', () => {
    const base = draftOfMethod({ ...method, authorizationType: 'COGNITO_USER_POOLS', authorizerId: 'au', authorizationScopes: ['a/read'] });
    const after = { ...base, authorizationType: 'NONE', authorizerId: '', scopes: [] };
    expect(changeMethod(place, base, after)[0]?.input['patchOperations']).toEqual([
      { op: 'replace', path: '/authorizationType', value: 'NONE' },
      { op: 'replace', path: '/authorizerId', value: '' },
      { op: 'remove', path: '/authorizationScopes', value: 'a/read' },
    ]);
  });

  it('names models by content type, escaped, and a validator by its id', () => {
    const base = draftOfMethod({ ...method, requestModels: { 'text/xml': 'Empty' } });
    const after = { ...base, requestValidatorId: 'v1', requestModels: [{ name: 'application/json', value: 'Pet' }] };
    expect(changeMethod(place, base, after)[0]?.input['patchOperations']).toEqual([
      { op: 'replace', path: '/requestValidatorId', value: 'v1' },
      { op: 'remove', path: '/requestModels/text~1xml' },
      { op: 'add', path: '/requestModels/application~1json', value: 'Pet' },
    ]);
  });

  it('knows the parameters of a path', () => expect(pathParameters('/pets/{petId}/{proxy+}')).toEqual(['petId', 'proxy']));
});
