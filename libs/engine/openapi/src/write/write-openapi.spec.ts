import { type AuthorizerFields, type RestApiDefinition } from '@gatehouse/contract-definition';
import { describe, expect, it } from 'vitest';
import { type Json, type JsonObject } from './json.js';
import { type Extension, type WriteOptions } from './scope.js';
import { writeOpenApi } from './write-openapi.js';

type Method = RestApiDefinition['resources'][number]['methods'][number];

const method = (httpMethod: string, fields: Partial<Method['fields']> = {}, more: Partial<Method> = {}): Method => ({
  httpMethod,
  fields: { authorizationType: 'NONE', authorizer: null, authorizationScopes: [], apiKeyRequired: false, operationName: null, requestValidator: null, requestParameters: {}, requestModels: {}, ...fields },
  methodResponses: [], integration: null, ...more,
});
const authorizer = (name: string, fields: Partial<AuthorizerFields>): RestApiDefinition['authorizers'][number] => ({
  name,
  fields: { type: 'TOKEN', providerARNs: [], authType: 'custom', authorizerUri: null, authorizerCredentials: null, identitySource: null, identityValidationExpression: null, authorizerResultTtlInSeconds: null, ...fields },
});
const model = (name: string, schema: unknown): RestApiDefinition['models'][number] => ({ name, fields: { description: null, contentType: 'application/json', schema: typeof schema === 'string' ? schema : JSON.stringify(schema) } });
const api = (more: Partial<RestApiDefinition> = {}): RestApiDefinition => ({
  name: 'pets',
  fields: {
    description: null, version: '1', apiKeySource: 'HEADER', binaryMediaTypes: [], minimumCompressionSize: null, disableExecuteApiEndpoint: false, endpointTypes: ['EDGE'], ipAddressType: 'ipv4', vpcEndpointIds: [],
    policy: null, securityPolicy: null, endpointAccessMode: null,
  },
  resources: [{ path: '/', methods: [] }], models: [], requestValidators: [], authorizers: [], gatewayResponses: [], documentationParts: [], ...more,
});
const at = (path: string, ...methods: readonly Method[]): Partial<RestApiDefinition> => ({ resources: [{ path, methods }] });
const write = (definition: RestApiDefinition, extensions: readonly Extension[] = [], exportType: WriteOptions['exportType'] = 'oas30'): JsonObject => writeOpenApi(definition, {
  exportType, extensions: new Set(extensions), server: { scheme: 'http', host: 'abc.execute-api.localhost:8080', stageName: 'dev' }, region: 'eu-west-1', createdDate: '2026-01-02T03:04:05Z', documentation: null,
});
const dig = (value: Json, ...names: readonly (string | number)[]): Json | undefined => names.reduce<Json | undefined>((inner, name) => (inner as Readonly<Record<string | number, Json>> | undefined)?.[name], value);

describe('security', () => {
  const schemesOf = (document: JsonObject): Json | undefined => dig(document, 'components', 'securitySchemes');

  it('an authorizer that is called like a scheme of ours keeps its name', () => {
    const document = write(api({ authorizers: [authorizer('api_key', {}), authorizer('sigv4', {})], ...at('/', method('GET', { authorizationType: 'CUSTOM', authorizer: 'api_key', apiKeyRequired: true }), method('PUT', { authorizationType: 'AWS_IAM' })) }));
    expect(Object.keys(schemesOf(document) as JsonObject)).toEqual(['api_key', 'api_key_', 'sigv4_']);
    expect(dig(document, 'paths', '/', 'get', 'security')).toEqual([{ api_key: [] }, { api_key_: [] }]);
    expect(dig(document, 'paths', '/', 'put', 'security')).toEqual([{ sigv4_: [] }]);
  });

  it('authorizers that nobody names are written to those who ask for authorizers', () => {
    const definition = api({ authorizers: [authorizer('used', {}), authorizer('unused', {})], ...at('/', method('GET', { authorizationType: 'CUSTOM', authorizer: 'used' })) });
    expect(schemesOf(write(definition))).toEqual({ used: { type: 'apiKey', name: 'Authorization', in: 'header', 'x-amazon-apigateway-authtype': 'custom' } });
    expect(schemesOf(write(definition, ['authorizers']))).toEqual({ used: expect.objectContaining({ 'x-amazon-apigateway-authorizer': { type: 'token' } }) as Json, unused: expect.anything() as Json });
  });

  it.each<[string, Partial<AuthorizerFields>, { readonly name: string; readonly in: string }, string | undefined]>([
    ['a token in a header', { identitySource: 'method.request.header.X-Token' }, { name: 'X-Token', in: 'header' }, undefined],
    ['a token that nobody has placed', {}, { name: 'Authorization', in: 'header' }, undefined],
    ['a token elsewhere', { identitySource: 'method.request.querystring.t' }, { name: 'Unused', in: 'header' }, 'method.request.querystring.t'],
    ['one header of a request', { type: 'REQUEST', identitySource: 'method.request.header.A' }, { name: 'A', in: 'header' }, 'method.request.header.A'],
    ['one query parameter of a request', { type: 'REQUEST', identitySource: 'method.request.querystring.q' }, { name: 'q', in: 'query' }, 'method.request.querystring.q'],
    ['several places', { type: 'REQUEST', identitySource: 'method.request.header.A, stageVariables.v' }, { name: 'Unused', in: 'header' }, 'method.request.header.A,stageVariables.v'],
    ['no place', { type: 'REQUEST' }, { name: 'Unused', in: 'header' }, undefined],
  ])('%s', (_, fields, place, identitySource) => {
    const scheme = dig(schemesOf(write(api({ authorizers: [authorizer('a', fields)] }), ['authorizers'])) as JsonObject, 'a');
    expect(scheme).toMatchObject(place);
    expect(dig(scheme!, 'x-amazon-apigateway-authorizer', 'identitySource')).toBe(identitySource);
  });

  it('postman learns how to sign what wants signatures, and nothing else', () => {
    const document = write(api(at('/', method('GET'), method('PUT', { authorizationType: 'AWS_IAM' }))), ['postman']);
    expect(dig(document, 'paths', '/', 'get')).not.toHaveProperty('x-postman-meta');
    expect(dig(document, 'paths', '/', 'put', 'x-postman-meta')).toMatchObject({ currentHelper: 'awsSigV4', helperAttributes: { region: 'eu-west-1', service: 'execute-api' } });
  });
});

describe('paths', () => {
  it('ends of the tree are written, what lies between is implied', () => {
    const resources = ['/', '/a', '/a/b', '/a/b/c', '/ab'].map(path => ({ path, methods: path === '/a/b' ? [method('GET')] : [] }));
    expect(Object.keys(write(api({ resources }))['paths'] as JsonObject)).toEqual(['/a/b', '/a/b/c', '/ab']);
  });

  it('methods lie in the order of the specification, ANY last', () => {
    const document = write(api(at('/', ...['ANY', 'DELETE', 'GET', 'HEAD', 'OPTIONS', 'PATCH', 'POST', 'PUT'].map(verb => method(verb)))));
    expect(Object.keys(dig(document, 'paths', '/') as JsonObject)).toEqual(['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'x-amazon-apigateway-any-method']);
  });
});

describe('schemas', () => {
  const SCHEMAS = [
    model('Named', { type: 'object', properties: { a: { $ref: 'https://apigateway.amazonaws.com/restapis/x1/models/Other' }, b: { $ref: '#/definitions/Own' }, c: { $ref: '#' }, d: { $ref: '#/definitions/Gone' }, e: { $ref: 'file:///etc/passwd' } }, definitions: { Own: {} } }),
    model('Other', { type: 'string' }), model('Unused', {}), model('Loop', { $ref: '#/definitions/Loop' }), model('Broken', '{'), model('List', '[1]'),
  ];
  const USED = method('GET', { requestModels: { 'application/json': 'Named', 'a/b': 'Loop', 'a/c': 'Broken', 'a/d': 'List' } });

  it.each([['oas30', '#/components/schemas/', ['components', 'schemas']], ['swagger', '#/definitions/', ['definitions']]] as const)('models that methods speak of, with references that hold in the document: %s', (exportType, root, place) => {
    const schemas = dig(write(api({ models: SCHEMAS, ...at('/', USED) }), ['apigateway'], exportType), ...place) as JsonObject;
    expect(Object.keys(schemas)).toEqual(exportType === 'oas30' ? ['Named', 'Other', 'Loop', 'Broken', 'List'] : ['Named', 'Other']);
    expect(dig(schemas, 'Named', 'properties')).toEqual({ a: { $ref: `${root}Other` }, b: { $ref: `${root}Named/definitions/Own` }, c: { $ref: `${root}Named` }, d: {}, e: {} });
    if (exportType === 'oas30') expect([schemas['Loop'], schemas['Broken'], schemas['List']]).toEqual([{}, {}, {}]);
  });

  it('all of them with gatehouse', () => {
    expect(Object.keys(dig(write(api({ models: SCHEMAS }), ['gatehouse']), 'components', 'schemas') as JsonObject)).toEqual(SCHEMAS.map(({ name }) => name));
  });

  it('a schema nested too deep for a document admits everything', () => {
    const deep = `${'{"not":'.repeat(150)}{}${'}'.repeat(150)}`;
    expect(dig(write(api({ models: [model('Deep', deep)], ...at('/', method('GET', { requestModels: { a: 'Deep' } })) })), 'components', 'schemas')).toEqual({ Deep: {} });
  });
});

describe('the policy', () => {
  it.each<[string, Json]>([['{"Version":"2012-10-17"}', { Version: '2012-10-17' }], ['no JSON', 'no JSON'], ['[]', '[]']])('%s', (policy, written) => {
    expect(write(api({ fields: { ...api().fields, policy } }), ['apigateway'])['x-amazon-apigateway-policy']).toEqual(written);
  });
});

describe('an API that is larger than an import may be', () => {
  it('is written all the same, with gatehouse too', () => {
    const resources = [{ path: '/', methods: [] }, ...Array.from({ length: 10_001 }, (_, n) => ({ path: `/r${n}`, methods: [method('GET')] }))];
    expect(Object.keys(write(api({ resources }), ['gatehouse'])['paths'] as JsonObject)).toHaveLength(10_001);
  });
});
