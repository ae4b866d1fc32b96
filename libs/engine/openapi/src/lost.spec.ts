import { type RestApiDefinition } from '@gatehouse/contract-definition';
import { describe, expect, it } from 'vitest';
import { LOST, restoreLost } from './lost.js';
import { readApi } from './read/read-api.js';
import { type JsonObject } from './write/json.js';
import { writeOpenApi } from './write/write-openapi.js';

type Method = RestApiDefinition['resources'][number]['methods'][number];
type Writable<T> = { -readonly [Key in keyof T]: T[Key] extends object | null ? Writable<T[Key]> : T[Key] };

const GET: Method = {
  httpMethod: 'GET',
  fields: { authorizationType: 'NONE', authorizer: null, authorizationScopes: [], apiKeyRequired: false, operationName: null, requestValidator: null, requestParameters: { 'method.request.path.id': true }, requestModels: {} },
  methodResponses: [{ statusCode: '200', fields: { responseParameters: { 'method.response.header.X': false }, responseModels: { 'application/json': 'Pet' } } }],
  integration: {
    fields: {
      type: 'MOCK', httpMethod: null, uri: null, connectionType: null, connectionId: null, credentials: null, requestParameters: {}, requestTemplates: {}, passthroughBehavior: 'WHEN_NO_MATCH', contentHandling: null,
      timeoutInMillis: 29_000, cacheNamespace: null, cacheKeyParameters: [], insecureSkipVerification: null, responseTransferMode: null, integrationTarget: null,
    },
    integrationResponses: [
      { statusCode: '200', fields: { selectionPattern: null, responseParameters: {}, responseTemplates: {}, contentHandling: null } },
      { statusCode: '400', fields: { selectionPattern: '4..', responseParameters: {}, responseTemplates: {}, contentHandling: null } },
    ],
  },
};
const API: RestApiDefinition = {
  name: 'pets',
  fields: {
    description: null, version: '1', apiKeySource: 'HEADER', binaryMediaTypes: [], minimumCompressionSize: null, disableExecuteApiEndpoint: false, endpointTypes: ['EDGE'], ipAddressType: 'ipv4', vpcEndpointIds: [],
    policy: null, securityPolicy: null, endpointAccessMode: null,
  },
  resources: [{ path: '/', methods: [] }, { path: '/{id}', methods: [GET] }],
  models: [{ name: 'Pet', fields: { description: null, contentType: 'application/json', schema: '{"type":"object"}' } }],
  requestValidators: [], authorizers: [], gatewayResponses: [], documentationParts: [],
};
const changed = (change: (api: Writable<RestApiDefinition>) => void): RestApiDefinition => {
  const copy = structuredClone(API) as Writable<RestApiDefinition>;
  change(copy);
  return copy as unknown as RestApiDefinition;
};
const write = (api: RestApiDefinition): JsonObject => writeOpenApi(api, {
  exportType: 'oas30', extensions: new Set(['gatehouse']), server: { scheme: 'https', host: 'h', stageName: 's' }, region: 'us-east-1', createdDate: '2026-01-02T03:04:05Z', documentation: null,
});
const read = (document: JsonObject, options: Parameters<typeof readApi>[1] = {}): RestApiDefinition => readApi(document, options).definition;

describe('a document that somebody else has written', () => {
  it.each<[string, unknown]>([
    ['no object', 'x'], ['no lists', { facts: [], absent: {} }], ['a place that is none', { facts: { '/nonsense': 1, '/fields': { description: 'x' }, '': {}, '/methods': {} } }],
    ['a value of the wrong kind', { facts: { '/fields/description': 1, '/fields/endpointTypes': [], '/fields/ipAddressType': 'ipv9', '/methods/~1{id}/GET/fields/authorizationType': 'WHATEVER', '/methods/~1{id}/GET/integration/timeoutInMillis': 'x' } }],
    ['a method that is not there', { facts: { '/methods/~1{id}/POST': { fields: {} }, '/methods/~1nowhere/GET/fields/operationName': 'x' } }],
    ['a method less', { absent: ['/methods/~1{id}/GET', '/methods/~1{id}', '/methods', '/fields/description', '/models/Pet/schema', 7] }],
    ['names of the prototype', { facts: { '/fields/__proto__': {}, '/fields/constructor': 'x', '/toString': 'x' }, absent: ['/__proto__/x'] }],
  ])('changes nothing with %s', (_, extension) => {
    expect(restoreLost(API, extension)).toEqual({ definition: API, stated: [] });
  });

  it('takes no time that grows faster than the document', () => {
    const facts = Object.fromEntries(Array.from({ length: 30_000 }, (_, i) => [`/kept/k${i}`, i]));
    const absent = Array.from({ length: 30_000 }, (_, i) => `/kept/other${i}`);
    const start = performance.now();
    expect(Object.keys(restoreLost(API, { facts, absent }).definition.fields.kept!)).toHaveLength(30_000);
    expect(performance.now() - start).toBeLessThan(1_000);
  });

  it('does not overrule who imports it', () => {
    const extension = { facts: { '/fields/endpointTypes': ['PRIVATE'], '/fields/securityPolicy': 'TLS_1_2', '/documentationParts/API  ': { location: { type: 'API', path: null, method: null, statusCode: null, name: null }, properties: '{}' } } };
    const document = { ...write(API), [LOST]: extension };
    expect(read(document)).toMatchObject({ fields: { endpointTypes: ['PRIVATE'], securityPolicy: 'TLS_1_2' }, documentationParts: [{ properties: '{}' }] });
    expect(read(document, { endpointConfigurationTypes: ['REGIONAL'], ignoreDocumentation: true })).toMatchObject({ fields: { endpointTypes: ['REGIONAL'], securityPolicy: 'TLS_1_2' }, documentationParts: [] });
    expect([...readApi(document).stated]).toEqual(expect.arrayContaining(['endpointTypes', 'securityPolicy']));
  });
});

describe('what OpenAPI 3 has no place for', () => {
  it('is nothing in a plain API', () => { expect(write(API)).not.toHaveProperty(LOST); });

  it.each<[string, (api: Writable<RestApiDefinition>) => void, readonly string[]]>([
    ['an API without a version', api => { api.fields.version = null; }, ['/fields/version']],
    ['the types of an endpoint', api => { api.fields.endpointTypes = ['REGIONAL']; }, ['/fields/endpointTypes']],
    ['the content type of a model', api => { api.models[0]!.fields.contentType = 'application/xml'; }, ['/models/Pet/contentType']],
    ['the description of a model', api => { api.models[0]!.fields.description = 'x'; }, ['/models/Pet/description']],
    ['a schema that is no JSON object', api => { api.models[0]!.fields.schema = '[]'; }, ['/models/Pet/schema']],
    ['words of a schema that models do not know', api => { api.models[0]!.fields.schema = '{"default":1}'; }, ['/models/Pet/schema']],
    ['a path parameter that is not required', api => { api.resources[1]!.methods[0]!.fields.requestParameters = { 'method.request.path.id': false }; }, ['/methods/~1{id}/GET/fields/requestParameters/method.request.path.id']],
    ['a model that is not there', api => { api.resources[1]!.methods[0]!.fields.requestModels = { 'application/json': 'Gone' }; }, ['/methods/~1{id}/GET/fields/requestModels/application~1json']],
    ['the second response with one pattern', api => { api.resources[1]!.methods[0]!.integration!.integrationResponses[1]!.fields.selectionPattern = null; }, ['/methods/~1{id}/GET/integrationResponses/400']],
    ['the second validator of one name', api => { api.requestValidators = [true, false].map(validateRequestBody => ({ name: 'v', fields: { validateRequestBody, validateRequestParameters: false } })); }, ['/requestValidators/v#2']],
    ['scopes where no user pool is', api => { api.resources[1]!.methods[0]!.fields.authorizationScopes = ['x']; }, ['/methods/~1{id}/GET/fields/authorizationScopes']],
  ])('%s lies in the extension, and comes back', (_, change, places) => {
    const api = changed(change);
    const document = write(api);
    expect(Object.keys((document[LOST] as { readonly facts: object }).facts)).toEqual(places);
    expect(read(document)).toMatchObject({ ...api, models: api.models.map(model => ({ ...model, fields: { ...model.fields, schema: expect.any(String) as string } })) });
    expect(write(read(document))).toEqual(document);
  });

  it('a change of the document is heard, beside the facts', () => {
    const document = write(changed(api => { api.models[0]!.fields.contentType = 'application/xml'; api.fields.endpointTypes = ['REGIONAL']; }));
    const edited = JSON.parse(JSON.stringify(document).replace('"type":"object"', '"type":"array"').replace('"title":"pets"', '"title":"cats"')) as JsonObject;
    expect(read(edited)).toMatchObject({ name: 'cats', fields: { endpointTypes: ['REGIONAL'] }, models: [{ fields: { contentType: 'application/xml', schema: expect.stringContaining('array') as string } }] });
  });

  it('facts of a method that was taken out of the document go with it', () => {
    const { paths: _, ...document } = write(changed(api => { api.resources[1]!.methods[0]!.fields.authorizationScopes = ['x']; }));
    expect(read({ ...document, paths: {} }).resources).toEqual([{ path: '/', methods: [] }]);
  });
});
