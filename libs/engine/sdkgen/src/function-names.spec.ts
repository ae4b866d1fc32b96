import { type MethodDefinition, type RestApiDefinition } from '@gatehouse/contract-definition';
import { describe, expect, it } from 'vitest';
import { clientFunctions } from './function-names.js';

const method = (httpMethod: string, requestParameters: Record<string, boolean> = {}, more: Partial<MethodDefinition['fields']> = {}): MethodDefinition => ({
  httpMethod, methodResponses: [], integration: null,
  fields: { authorizationType: 'NONE', authorizer: null, authorizationScopes: [], apiKeyRequired: false, operationName: null, requestValidator: null, requestParameters, requestModels: {}, ...more },
});
const namesOf = (resources: RestApiDefinition['resources']): readonly string[] => clientFunctions({ resources } as RestApiDefinition).map(fn => fn.name);

describe('names of client functions', () => {
  it.each([
    ['/', 'GET', 'rootGet'], ['/pets', 'POST', 'petsPost'], ['/pets/{petId}', 'DELETE', 'petsPetIdDelete'], ['/a-b/c_d/{e+}', 'PUT', 'aBCDEPut'], ['/v1.0', 'GET', 'v10Get'], ['/2020/x', 'GET', '_2020XGet'], ['/Pets', 'GET', 'petsGet'],
  ])('%s %s is %s', (path, httpMethod, name) => {
    expect(namesOf([{ path, methods: [method(httpMethod)] }])).toEqual([name]);
  });

  it('are never twice the same', () => {
    expect(namesOf([{ path: '/a-b', methods: [method('GET')] }, { path: '/a/b', methods: [method('GET')] }, { path: '/a/{b}', methods: [method('GET')] }])).toEqual(['aBGet', 'aBGet2', 'aBGet3']);
  });

  it('stand for every verb of ANY that has no method of its own', () => {
    expect(namesOf([{ path: '/x', methods: [method('ANY'), method('GET')] }])).toEqual(['xDelete', 'xHead', 'xOptions', 'xPatch', 'xPost', 'xPut', 'xGet']);
  });

  it('know what a method is given', () => {
    const [fn] = clientFunctions({ resources: [{ path: '/{a}/{b+}', methods: [method('GET', { 'method.request.querystring.q': true, 'method.request.header.X-H': false, 'method.request.path.a': true }, { authorizationType: 'AWS_IAM', apiKeyRequired: true })] }] } as unknown as RestApiDefinition);
    expect(fn).toMatchObject({ pathParameters: ['a', 'b'], query: ['q'], headers: ['X-H'], isSigned: true, needsKey: true });
  });
});
