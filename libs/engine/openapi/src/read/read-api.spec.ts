import { type MethodDefinition, type RestApiDefinition } from '@gatehouse/contract-definition';
import { describe, expect, it } from 'vitest';
import { InvalidDocument } from './invalid-document.js';
import { type Plain } from './plain.js';
import { type ReadApi, readApi, type ReadOptions } from './read-api.js';
import { readDocument } from './read-document.js';

const ok = { 200: { description: '200 response' } };
const api = (paths: object, more: object = {}): object => ({ openapi: '3.0.3', info: { title: 'x', version: '1' }, paths, ...more });
const swagger = (paths: object, more: object = {}): object => ({ swagger: '2.0', info: { title: 'x', version: '1' }, paths, ...more });
const read = (document: object, options?: ReadOptions): ReadApi => readApi(document as unknown as Plain, options);
const defined = (document: object, options?: ReadOptions): RestApiDefinition => read(document, options).definition;
const methodAt = (definition: RestApiDefinition, path: string, httpMethod = 'GET'): MethodDefinition => definition.resources.find(item => item.path === path)!.methods.find(item => item.httpMethod === httpMethod)!;
const schemaOf = (definition: RestApiDefinition, name: string): unknown => JSON.parse(definition.models.find(model => model.name === name)!.fields.schema!);
const models = (schemas: object, version = '3.0.3'): object => ({ ...api({}, { components: { schemas } }), openapi: version });

describe('what is refused', () => {
  const many = (count: number, make: (i: number) => readonly [string, unknown]): object => Object.fromEntries(Array.from({ length: count }, (_, i) => make(i)));
  const chain = (count: number, kind: string): object => ({ ...many(count, i => [`P${i}`, { $ref: `#/components/${kind}/P${i + 1}` }]), [`P${count}`]: { name: 'a', in: 'query' } });
  it.each<[string, object, RegExp]>([
    ['a list', [], /no object/],
    ['an OpenAPI 4', { openapi: '4.0.0' }, /4\.0\.0 is not supported/],
    ['a Swagger 1.2', { swagger: '1.2' }, /1\.2 is not supported/],
    ['an AsyncAPI', { asyncapi: '2.0.0' }, /neither swagger nor openapi/],
    ['components that are a list', api({}, { components: [] }), /attribute components is not of type `object`/],
    ['a remote path item', api({ '/a': { $ref: 'https://example.com/a' } }), /leaves the document/],
    ['a remote schema', models({ A: { properties: { b: { $ref: 'other.yaml#/B' } } } }), /leaves the document/],
    ['a file as an integration', api({ '/a': { get: { 'x-amazon-apigateway-integration': { $ref: 'file:///etc/passwd' } } } }), /leaves the document/],
    ['path items in a circle', { ...api({ '/a': { $ref: '#/x-a' } }), 'x-a': { $ref: '#/x-b' }, 'x-b': { $ref: '#/x-a' } }, /back to itself/],
    ['responses in a circle', api({ '/a': { get: { responses: { 200: { $ref: '#/components/responses/A' } } } } }, { components: { responses: { A: { $ref: '#/components/responses/A' } } } }), /back to itself/],
    ['thirty thousand steps to a parameter', api({ '/a': { get: { parameters: [{ $ref: '#/components/parameters/P0' }] } } }, { components: { parameters: chain(30_000, 'parameters') } }), /nowhere within 100 steps/],
    ['sixty thousand models in a row', models(chain(60_000, 'schemas')), /nowhere within 100 steps/],
    ['a response with two thousand headers, used three thousand times', api(many(3_000, i => [`/${i}`, { get: { responses: { 200: { $ref: '#/components/responses/R' } } } }]),
      { components: { responses: { R: { headers: many(2_000, i => [`h${i}`, { schema: { type: 'integer' } }]) } } } }), /once its references are followed/],
    ['five thousand requirements, held by eight thousand operations', api(many(8_000, i => [`/${i}`, { get: {} }]), { security: Array.from({ length: 5_000 }, (_, i) => ({ [`s${i}`]: [] })) }), /once its references are followed/],
    ['a large template, used nine thousand times', { ...api(many(9_000, i => [`/${i}`, { get: { 'x-amazon-apigateway-integration': { $ref: '#/x-i' } } }])), 'x-i': { type: 'mock', requestTemplates: { 'application/json': 'x'.repeat(300_000) } } },
      /once its references are followed/],
    ['eleven thousand resources', api(many(11_000, i => [`/${i}`, {}])), /more than 10000 resources/],
  ])('%s', (_, document, message) => {
    let error: unknown = null;
    const start = performance.now();
    try {
      read(document);
    } catch (thrown) {
      error = thrown;
    }
    expect(performance.now() - start).toBeLessThan(1_000);
    expect(error).toBeInstanceOf(InvalidDocument);
    expect((error as InvalidDocument).message).toMatch(message);
  });

  it('a path of a million parts, and a base path of as many, are errors in no time', () => {
    const start = performance.now();
    expect(read(api({ ['/a'.repeat(1_000_000)]: {} })).errors).toEqual([expect.stringMatching(/A path has at most 100 parts/)]);
    expect(read(swagger({}, { basePath: '/a'.repeat(1_000_000) }), { basePath: 'prepend' }).errors).toHaveLength(1);
    expect(read(api({ [`${'/'.repeat(1_000_000)}x`]: {} })).errors).toHaveLength(1);
    expect(performance.now() - start).toBeLessThan(1_000);
  });

  it.each<[string, object, string]>([
    ['no title', { openapi: '3.0.0', info: { version: '1' }, paths: {} }, 'Parse issue: attribute info.title is missing'],
    ['a reference to nothing', api({ '/a': { get: { parameters: [{ $ref: '#/components/parameters/Nope' }] } } }), "Unable to resolve reference '#/components/parameters/Nope'"],
    ['an integration without a type', api({ '/a': { get: { 'x-amazon-apigateway-integration': {} } } }), "Unable to put integration on 'GET' for resource at path '/a': Enumeration value for IntegrationType must be non-empty"],
    ['an integration of no type', api({ '/a': { get: { 'x-amazon-apigateway-integration': { type: 'ftp' } } } }), "Unable to put integration on 'GET' for resource at path '/a': Invalid IntegrationType specified. Valid options are HTTP,AWS,MOCK,HTTP_PROXY,AWS_PROXY"],
    ['a response without a status', api({ '/a': { get: { 'x-amazon-apigateway-integration': { type: 'mock', responses: { default: {} } } } } }), "Unable to put integration response on 'GET' for resource at path '/a': Invalid Response status code specified"],
    ['one method twice', api({ '/a': { get: {} }, '/a/': { get: {} } }), "Unable to put method 'GET' on resource at path '/a': Method already exists for this resource"],
    ['a key source of nobody', api({}, { 'x-amazon-apigateway-api-key-source': 'COOKIE' }), 'Invalid API Key source specified. Valid options are HEADER,AUTHORIZER'],
  ])('%s is an error of the import', (_, document, error) => { expect(read(document).errors).toEqual([error]); });

  it.each<[string, object, string]>([
    ['a path without a slash', api({ 'pets': {} }), 'Parse issue: attribute paths. Resource pets should start with /'],
    ['no version', { openapi: '3.0.0', info: { title: 'x' }, paths: {} }, 'Parse issue: attribute info.version is missing'],
    ['a model that is not there', api({ '/a': { get: { responses: { 200: { content: { 'application/json': { schema: { $ref: '#/components/schemas/Nope' } } } } } } } }), "Reference to model 'Nope' not found. Ignoring."],
    ['a scheme that API Gateway knows not', api({}, { components: { securitySchemes: { login: { type: 'http', scheme: 'basic' } } } }), "Security definition 'login' is neither an API key in the header x-api-key nor an authorizer. Ignoring."],
    ['a scheme that is not there', api({ '/a': { get: { security: [{ nope: [] }] } } }), "Security definition 'nope' of 'GET' for resource at path '/a' not found. Ignoring."],
    ['TRACE', api({ '/a': { trace: {} } }), "Method 'TRACE' of resource at path '/a' is not supported. Ignoring."],
    ['a range of status codes', api({ '/a': { get: { responses: { '4XX': {} } } } }), "Invalid response status code '4XX' for 'GET' for resource at path '/a'. Ignoring."],
    ['a name with a dash', models({ 'pet-item': {} }), "Model name must be alphanumeric: pet-item. Using 'petitem'."],
    ['CORS of an HTTP API', api({}, { 'x-amazon-apigateway-cors': {} }), 'x-amazon-apigateway-cors is supported for HTTP APIs only. Ignoring.'],
    ['two responses for one status', api({ '/a': { get: { 'x-amazon-apigateway-integration': { type: 'mock', responses: { default: { statusCode: 200 }, '2..': { statusCode: 200 } } } } } }),
      "Several integration responses on 'GET' for resource at path '/a' answer status code 200. Only the last one is kept."],
  ])('%s is a warning', (_, document, warning) => {
    const { warnings, errors } = read(document);
    expect([warnings, errors]).toEqual([[warning], []]);
  });
});

describe('models', () => {
  it.each<[string, object, unknown]>([
    ['nullable', { type: 'string', nullable: true, enum: ['a'] }, { type: ['string', 'null'], enum: ['a', null] }],
    ['const', { const: 1 }, { enum: [1] }],
    ['numeric bounds', { exclusiveMinimum: 1, exclusiveMaximum: 9 }, { minimum: 1, exclusiveMinimum: true, maximum: 9, exclusiveMaximum: true }],
    ['draft 4 bounds', { minimum: 1, exclusiveMinimum: true }, { minimum: 1, exclusiveMinimum: true }],
    ['boolean schemas', { properties: { a: true, b: false }, additionalProperties: false }, { properties: { a: {}, b: { not: {} } }, additionalProperties: false }],
    ['tuples', { prefixItems: [{ type: 'string' }], items: false }, { items: [{ type: 'string' }], additionalItems: false }],
    ['definitions of its own', { properties: { a: { $ref: '#/components/schemas/A/$defs/B' } }, $defs: { B: { type: 'string' } } }, { properties: { a: { $ref: '#/definitions/B' } }, definitions: { B: { type: 'string' } } }],
    ['itself', { properties: { a: { $ref: '#/components/schemas/A' }, b: { $ref: '#/components/schemas/A/properties/c' }, c: { type: 'string' } } }, { properties: { a: { $ref: '#/definitions/A' }, b: { $ref: '#/properties/c' }, c: { type: 'string' } } }],
    ['a description beside a reference', { properties: { a: { $ref: '#/components/schemas/Other', description: 'd', deprecated: true } } }, { properties: { a: { $ref: '#/definitions/Other' } } }],
    ['a constraint beside a reference', { $ref: '#/components/schemas/Other', maxProperties: 1 }, { maxProperties: 1, allOf: [{ $ref: '#/definitions/Other' }] }],
    ['empty lists', { required: [], allOf: [], enum: [] }, {}],
    ['what AWS drops', { type: 'object', example: 1, default: 2, oneOf: [{}], anyOf: [{}], readOnly: true, xml: {}, 'x-mine': 1, if: {}, properties: { default: { type: 'string', default: 'a' } } }, { type: 'object', properties: { default: { type: 'string' } } }],
    ['a property that is called $ref', { properties: { $ref: { type: 'string' } } }, { properties: { $ref: { type: 'string' } } }],
    ['AWS\'s own address of a model', { $ref: 'https://apigateway.amazonaws.com/restapis/abc123/models/Other' }, { $ref: '#/definitions/Other' }],
  ])('%s', (_, schema, lowered) => { expect(schemaOf(defined(models({ A: schema, Other: { type: 'object' } }, '3.1.0')), 'A')).toEqual(lowered); });

  it('what was dropped is kept by its pointer, references in the form of the definition', () => {
    const { fields } = defined(models({ 'My-Pet': { properties: { 'a/b': { example: 1 }, c: { oneOf: [{ $ref: '#/components/schemas/My-Pet' }] } } } }));
    expect(fields.kept).toEqual({ '/models/MyPet#/properties/a~1b/example': 1, '/models/MyPet#/properties/c/oneOf': [{ $ref: '#/definitions/MyPet' }] });
  });

  it('names that fall together get numbers', () => {
    expect(defined(models({ 'a-b': {}, ab: {}, 'a_b': {} })).models.map(model => model.name)).toEqual(['ab', 'ab2', 'ab3']);
  });

  it('inline schemas become models: equal ones the same, arrays named after their items', () => {
    const media = (schema: object): object => ({ content: { 'application/json': { schema } } });
    const inline = { type: 'object', properties: { a: { type: 'string' } } };
    const definition = defined(api({ '/a': { post: { requestBody: { required: true, ...media(inline) }, responses: { 200: media(inline), 201: media({ type: 'array', items: { $ref: '#/components/schemas/Pet' } }) } } } }, { components: { schemas: { Pet: {} } } }));
    const { fields, methodResponses } = methodAt(definition, '/a', 'POST');
    const name = fields.requestModels['application/json']!;
    expect(name).toMatch(/^MODEL[0-9a-f]{6}$/);
    expect(methodResponses.map(response => response.fields.responseModels)).toEqual([{ 'application/json': name }, { 'application/json': 'ArrayOfPet' }]);
    expect(definition.models.map(model => model.name)).toEqual(['ArrayOfPet', name, 'Pet']);
  });

  it('a part of another model becomes a model of its own, also when it contains itself', () => {
    const definition = defined(models({ A: { properties: { x: { $ref: '#/components/schemas/B/properties/y' } } }, B: { properties: { y: { properties: { z: { $ref: '#/components/schemas/B/properties/y' } } } } } }));
    const part = (schemaOf(definition, 'A') as { properties: { x: { $ref: string } } }).properties.x.$ref.replace('#/definitions/', '');
    expect(schemaOf(definition, part)).toEqual({ properties: { z: { $ref: `#/definitions/${part}` } } });
  });

  it('a file is no model', () => { expect(methodAt(defined(swagger({ '/a': { get: { responses: { 200: { schema: { type: 'file' } } } } } })), '/a').methodResponses[0]!.fields.responseModels).toEqual({}); });
});

describe('methods', () => {
  it('parameters of the path hold for its operations; an operation\'s own win', () => {
    const definition = defined(api({ '/a/{id}': { parameters: [{ name: 'id', in: 'path', required: true }, { name: 'q', in: 'query', required: true }], get: { parameters: [{ name: 'q', in: 'query' }, { name: 'H', in: 'header', required: true }, { name: 'c', in: 'cookie' }] } } }));
    expect(methodAt(definition, '/a/{id}').fields.requestParameters).toEqual({ 'method.request.header.H': true, 'method.request.path.id': true, 'method.request.querystring.q': false });
    expect(definition.fields.kept).toEqual({ '/methods/~1a~1{id}/GET/parameters/cookie/c#': { name: 'c', in: 'cookie' } });
  });

  it('Swagger 2.0 and OpenAPI 3 of one API are one definition', () => {
    const schema = { type: 'object', properties: { a: { type: 'integer', example: 3 } } };
    const two = swagger({ '/a': { post: { consumes: ['text/plain', 'application/json'], produces: ['application/xml'], parameters: [{ name: 'q', in: 'query', type: 'integer', format: 'int32', default: 1, description: 'd' }, { name: 'body', in: 'body', required: true, schema: { $ref: '#/definitions/A' } }],
      responses: { 200: { description: 'fine', schema: { $ref: '#/definitions/A' }, headers: { H: { type: 'integer' } }, examples: { 'application/xml': '<a/>' } } } } } }, { definitions: { A: schema } });
    const three = api({ '/a': { post: { parameters: [{ name: 'q', in: 'query', description: 'd', schema: { type: 'integer', format: 'int32', default: 1 } }],
      requestBody: { required: true, content: { 'application/json': { schema: { $ref: '#/components/schemas/A' } }, 'text/plain': { schema: { $ref: '#/components/schemas/A' } } } },
      responses: { 200: { description: 'fine', headers: { H: { schema: { type: 'integer' } } }, content: { 'application/xml': { schema: { $ref: '#/components/schemas/A' }, example: '<a/>' } } } } } } }, { components: { schemas: { A: schema } } });
    expect(defined(two)).toEqual(defined(three));
    expect(methodAt(defined(two), '/a', 'POST').fields.requestModels).toEqual({ 'application/json': 'A', 'text/plain': 'A' });
  });

  it('an integration in full', () => {
    const integration = {
      type: 'aws', httpMethod: 'post', uri: 'arn:aws:apigateway:r:s3:path/x', credentials: 'arn:aws:iam::1:role/x', connectionType: 'vpc_link', connectionId: 'abc', passthroughBehavior: 'when_no_templates',
      contentHandling: 'convert_to_text', timeoutInMillis: '1000', cacheNamespace: 'n', cacheKeyParameters: ['a', 'a'], tlsConfig: { insecureSkipVerification: true }, responseTransferMode: 'stream', integrationTarget: 't',
      requestParameters: { 'integration.request.header.b': "'1'", 'integration.request.header.a': "'2'" }, requestTemplates: { 'application/json': '{}' },
      responses: { default: { statusCode: 200, contentHandling: 'CONVERT_TO_BINARY' }, '4..': { statusCode: '400', responseTemplates: { 'application/json': 'x' } } },
    };
    expect(methodAt(defined(api({ '/a': { get: { 'x-amazon-apigateway-integration': integration } } })), '/a').integration).toEqual({
      fields: {
        type: 'AWS', httpMethod: 'POST', uri: integration.uri, credentials: integration.credentials, connectionType: 'VPC_LINK', connectionId: 'abc', passthroughBehavior: 'WHEN_NO_TEMPLATES', contentHandling: 'CONVERT_TO_TEXT',
        timeoutInMillis: 1_000, cacheNamespace: 'n', cacheKeyParameters: ['a'], insecureSkipVerification: true, responseTransferMode: 'STREAM', integrationTarget: 't',
        requestParameters: integration.requestParameters, requestTemplates: integration.requestTemplates,
      },
      integrationResponses: [
        { statusCode: '200', fields: { selectionPattern: null, responseParameters: {}, responseTemplates: {}, contentHandling: 'CONVERT_TO_BINARY' } },
        { statusCode: '400', fields: { selectionPattern: '4..', responseParameters: {}, responseTemplates: { 'application/json': 'x' }, contentHandling: null } },
      ],
    });
  });

  it('security of the document holds where an operation has none of its own', () => {
    const schemes = { key: { type: 'apiKey', name: 'X-API-Key', in: 'header' }, iam: { type: 'apiKey', name: 'Authorization', in: 'header', 'x-amazon-apigateway-authtype': 'awsSigv4' } };
    const definition = defined(api({ '/a': { get: {}, put: { security: [] }, post: { security: [{ iam: [] }, { key: [] }] }, head: { 'x-amazon-apigateway-auth': { type: 'none' } } } }, { security: [{ key: [] }], components: { securitySchemes: schemes } }));
    const asks = (httpMethod: string): unknown => { const { authorizationType, apiKeyRequired } = methodAt(definition, '/a', httpMethod).fields; return [authorizationType, apiKeyRequired]; };
    expect(['GET', 'PUT', 'POST', 'HEAD'].map(asks)).toEqual([['NONE', true], ['NONE', false], ['AWS_IAM', true], ['NONE', true]]);
  });

  it('a validator of the document holds where an operation names none', () => {
    const definition = defined(api({ '/a': { get: {}, put: { 'x-amazon-apigateway-request-validator': 'body' } } }, { 'x-amazon-apigateway-request-validators': { all: { validateRequestBody: true, validateRequestParameters: true }, body: { validateRequestBody: true } }, 'x-amazon-apigateway-request-validator': 'all' }));
    expect([methodAt(definition, '/a').fields.requestValidator, methodAt(definition, '/a', 'PUT').fields.requestValidator]).toEqual(['all', 'body']);
    expect(definition.requestValidators).toEqual([{ name: 'all', fields: { validateRequestBody: true, validateRequestParameters: true } }, { name: 'body', fields: { validateRequestBody: true, validateRequestParameters: false } }]);
  });

  it('resources of a path\'s parents are there; a method without an integration has none', () => {
    const definition = defined(api({ '/a/b/{proxy+}': { 'x-amazon-apigateway-any-method': { responses: ok } } }));
    expect(definition.resources.map(item => [item.path, item.methods.map(method => method.httpMethod)])).toEqual([['/', []], ['/a', []], ['/a/b', []], ['/a/b/{proxy+}', ['ANY']]]);
    expect(methodAt(definition, '/a/b/{proxy+}', 'ANY').integration).toBeNull();
  });
});

describe('the API', () => {
  it.each<[string, object, string]>([
    ['Swagger', swagger({}, { basePath: '/a//b/' }), '/a/b'],
    ['a server with variables', api({}, { servers: [{ url: 'https://{host}:8080/{stage}/v1', variables: { host: { default: 'x.example.com' }, stage: { default: 'prod' } } }, { url: '/second' }] }), '/prod/v1'],
    ['an export', api({}, { servers: [{ url: 'https://x.example.com/{basePath}', variables: { basePath: { default: '/prod' } } }] }), '/prod'],
    ['none', api({}), '/'],
  ])('base path · %s', (_, document, basePath) => { expect(read(document).basePath).toBe(basePath); });

  it('root extensions, and which of them were stated', () => {
    const { definition, stated } = read(api({}, {
      'x-amazon-apigateway-binary-media-types': ['a/b', 'a/b'], 'x-amazon-apigateway-minimum-compression-size': '10', 'x-amazon-apigateway-api-key-source': 'authorizer', 'x-amazon-apigateway-policy': { Version: '2012-10-17', Statement: [] },
      'x-amazon-apigateway-security-policy': 'TLS_1_2', 'x-amazon-apigateway-endpoint-access-mode': 'STRICT', 'x-amazon-apigateway-importexport-version': '1.0', 'x-mine': { $ref: '#/nowhere' },
      servers: [{ url: '/', 'x-amazon-apigateway-endpoint-configuration': { disableExecuteApiEndpoint: true, vpcEndpointIds: ['vpce-1'] } }],
    }), { endpointConfigurationTypes: ['PRIVATE'] });
    expect(definition.fields).toEqual({
      description: null, version: '1', apiKeySource: 'AUTHORIZER', binaryMediaTypes: ['a/b'], minimumCompressionSize: 10, disableExecuteApiEndpoint: true, endpointTypes: ['PRIVATE'], ipAddressType: 'dualstack',
      vpcEndpointIds: ['vpce-1'], policy: '{"Version":"2012-10-17","Statement":[]}', securityPolicy: 'TLS_1_2', endpointAccessMode: 'STRICT', kept: { '/api#/x-mine': { $ref: '#/nowhere' } },
    });
    expect([...stated].sort()).toEqual(['apiKeySource', 'binaryMediaTypes', 'disableExecuteApiEndpoint', 'endpointAccessMode', 'endpointTypes', 'minimumCompressionSize', 'policy', 'securityPolicy', 'version', 'vpcEndpointIds']);
  });

  it('a member named __proto__ or constructor is a name like any other', () => {
    const text = '{"openapi":"3.0.0","info":{"title":"x","version":"1"},"paths":{"/__proto__":{"get":{"parameters":[{"name":"constructor","in":"query"}],"responses":{"200":{"headers":{"__proto__":{}}}}}}},"components":{"schemas":{"constructor":{"properties":{"__proto__":{"type":"string"}}}}}}';
    const definition = defined(readDocument(text) as object);
    expect(methodAt(definition, '/__proto__').fields.requestParameters).toEqual({ 'method.request.querystring.constructor': false });
    expect(Object.keys(methodAt(definition, '/__proto__').methodResponses[0]!.fields.responseParameters)).toEqual(['method.response.header.__proto__']);
    expect(definition.models.map(model => [model.name, model.fields.schema!.replace(/\s/g, '')])).toEqual([['constructor', '{"properties":{"__proto__":{"type":"string"}}}']]);
  });
});

describe('documentation', () => {
  const documented = api({ '/a': { description: 'resource', get: { summary: 's', tags: ['t'], parameters: [{ name: 'q', in: 'query', description: 'query' }], responses: { 200: { description: 'fine' }, 201: { description: '201 response' } } } } }, { tags: [{ name: 't' }] });

  it('descriptions become parts, AWS\'s filler does not', () => {
    expect(defined(documented).documentationParts.map(part => [part.location.type, part.properties])).toEqual([
      ['API', '{"tags":[{"name":"t"}]}'], ['METHOD', '{"summary":"s","tags":["t"]}'], ['QUERY_PARAMETER', '{"description":"query"}'], ['RESOURCE', '{"description":"resource"}'], ['RESPONSE', '{"description":"fine"}'],
    ]);
  });

  it('the extension speaks alone, with AWS\'s defaults in its locations', () => {
    const { documentationParts } = defined({ ...documented, 'x-amazon-apigateway-documentation': { version: '1', documentationParts: [{ location: { type: 'RESPONSE', statusCode: 404 }, properties: { description: 'gone' } }] } });
    expect(documentationParts).toEqual([{ location: { type: 'RESPONSE', path: '/', method: '*', statusCode: '404', name: null }, properties: '{"description":"gone"}' }]);
  });

  it('ignored, there is none', () => { expect(defined(documented, { ignoreDocumentation: true }).documentationParts).toEqual([]); });
});
