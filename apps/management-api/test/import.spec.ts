import { readdirSync, readFileSync } from 'node:fs';
import {
  CreateDeploymentCommand, DeleteRestApiCommand, GetAuthorizersCommand, GetDocumentationPartsCommand, GetExportCommand, GetGatewayResponseCommand, GetIntegrationCommand, GetMethodCommand, GetModelCommand, GetModelsCommand,
  GetRequestValidatorsCommand, GetResourcesCommand, GetRestApiCommand, GetRestApisCommand, ImportRestApiCommand, type ImportRestApiCommandInput, PutRestApiCommand, type PutRestApiCommandInput, UpdateRestApiCommand,
} from '@aws-sdk/client-api-gateway';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startSystem, type TestSystem } from './system.js';
import { ACCOUNT_ID, REGION } from './twins.js';

const SAMPLES = new URL('../../../libs/engine/openapi/samples/', import.meta.url);
const sample = (name: string): Uint8Array => readFileSync(new URL(name, SAMPLES));

let system: TestSystem;
beforeAll(async () => { system = await startSystem(); });
afterAll(async () => {
  await system.close();
  expect(system.unexpected).toEqual([]);
});

type Document = string | Uint8Array | object;
const bytes = (document: Document): Uint8Array => (document instanceof Uint8Array ? document : Buffer.from(typeof document === 'string' ? document : JSON.stringify(document)));
const imported = (document: Document, input: Partial<ImportRestApiCommandInput> = {}) => system.aws.send(new ImportRestApiCommand({ ...input, body: bytes(document) }));
const put = (restApiId: string, document: Document, input: Partial<PutRestApiCommandInput> = {}) => system.aws.send(new PutRestApiCommand({ mode: 'overwrite', ...input, restApiId, body: bytes(document) }));
const refused = (name: string, message: string | RegExp) => expect.objectContaining({ name, message: typeof message === 'string' ? message : expect.stringMatching(message) as string });
const bad = (message: string | RegExp) => refused('BadRequestException', message);

/** What the API consists of, as its clients see it: every family, every page. */
async function dump(restApiId: string): Promise<unknown> {
  const { $metadata: _, ...api } = await system.aws.send(new GetRestApiCommand({ restApiId }));
  const resources = await system.aws.send(new GetResourcesCommand({ restApiId, limit: 500, embed: ['methods'] }));
  const [models, validators, authorizers, parts] = await Promise.all([
    system.aws.send(new GetModelsCommand({ restApiId, limit: 500 })), system.aws.send(new GetRequestValidatorsCommand({ restApiId, limit: 500 })),
    system.aws.send(new GetAuthorizersCommand({ restApiId, limit: 500 })), system.request('GET', `/restapis/${restApiId}/documentation/parts?limit=500`),
  ]);
  return { api, resources: resources.items, models: models.items, validators: validators.items, authorizers: authorizers.items, parts: parts.body };
}

const paths = async (restApiId: string): Promise<Record<string, string[]>> => {
  const { items } = await system.aws.send(new GetResourcesCommand({ restApiId, limit: 500, embed: ['methods'] }));
  return Object.fromEntries(items!.map(item => [item.path!, Object.keys(item.resourceMethods ?? {}).sort()]));
};
const idOf = async (restApiId: string, path: string): Promise<string> => (await system.aws.send(new GetResourcesCommand({ restApiId, limit: 500 }))).items!.find(item => item.path === path)!.id!;
const modelNames = async (restApiId: string): Promise<string[]> => (await system.aws.send(new GetModelsCommand({ restApiId, limit: 500 }))).items!.map(model => model.name!).sort();

const mock = { type: 'mock', requestTemplates: { 'application/json': '{"statusCode": 200}' }, responses: { default: { statusCode: '200' } } };
const operation = (more: object = {}): object => ({ responses: { 200: { description: '200 response' } }, 'x-amazon-apigateway-integration': mock, ...more });
const api = (pathsOfApi: object, more: object = {}): object => ({ openapi: '3.0.1', info: { title: 'made', version: '1' }, paths: pathsOfApi, ...more });

describe('ImportRestApi · refusals', () => {
  it.each<[string, Document, RegExp | string]>([
    ['no document', 'hello', 'Unable to build importer with provided input.'],
    ['no version', { info: { title: 'x' } }, 'Unable to build importer with provided input.'],
    ['broken JSON', '{"openapi": ', 'Unable to build importer with provided input.'],
    ['paths that are a list', { openapi: '3.0.1', info: { title: 'x', version: '1' }, paths: [] }, 'Invalid OpenAPI input.'],
    ['the same key twice', '{"openapi": "3.0.1", "openapi": "3.0.1"}', 'Invalid OpenAPI input.'],
    ['no title', { openapi: '3.0.1', info: { version: '1' }, paths: {} }, /^Errors found during import:\n\tParse issue: attribute info.title is missing/],
    ['a backend that is no URI', api({ '/x': { get: operation({ 'x-amazon-apigateway-integration': { type: 'http', httpMethod: 'GET', uri: 'nowhere' } }), put: operation({ 'x-amazon-apigateway-integration': { type: 'http_proxy', httpMethod: 'GET' } }) } }),
      "Errors found during import:\n\tUnable to put integration on 'GET' for resource at path '/x': Invalid HTTP endpoint specified for URI\n\tUnable to put integration on 'PUT' for resource at path '/x': Invalid HTTP endpoint specified for URI"],
    ['a path that cannot be', api({ '/a/b{c}': { get: operation() } }), /^Errors found during import:\n\tUnable to create resource at path '\/a\/b\{c\}': Resource's path part only allow/],
    ['two variables side by side', api({ '/{a}': {}, '/{b}': {} }), /path '\/\{b\}': A sibling \(\{a\}\) of this resource already has a variable path part/],
    ['something below a greedy path', api({ '/{proxy+}/x': {} }), /Cannot create a child of a resource with a greedy path variable/],
    ['an undeclared header', api({ '/x': { get: operation({ 'x-amazon-apigateway-integration': { ...mock, responses: { default: { statusCode: 200, responseParameters: { 'method.response.header.X': "'1'" } } } } }) } }),
      /Unable to put integration response on 'GET' for resource at path '\/x': Invalid mapping expression specified.*method\.response\.header\.X/],
    ['a parameter in two places', api({ '/x': { get: operation({ parameters: [{ name: 'a', in: 'query' }, { name: 'a', in: 'header' }] }) } }), /Unable to put method 'GET' on resource at path '\/x': Parameter names must be unique/],
    ['a schema that is none', api({}, { components: { schemas: { Pet: { type: 'animal' } } } }), /Unable to create model 'Pet': Invalid model specified: Validation Result/],
    ['an authorizer without a function', api({}, { components: { securitySchemes: { a: { type: 'apiKey', in: 'header', name: 'A', 'x-amazon-apigateway-authorizer': { type: 'token' } } } } }), /Unable to create authorizer 'a': Invalid Authorizer URI/],
    ['a JWT authorizer', api({}, { components: { securitySchemes: { a: { type: 'oauth2', 'x-amazon-apigateway-authorizer': { type: 'jwt' } } } } }), /Unable to create authorizer 'a': Invalid authorizer type/],
    ['a validator that is not there', api({ '/x': { get: operation({ 'x-amazon-apigateway-request-validator': 'nope' }) } }), /Invalid Request Validator identifier specified/],
    ['a gateway response of no type', api({}, { 'x-amazon-apigateway-gateway-responses': { NOPE: {} } }), /Unable to put gateway response 'NOPE'/],
    ['a policy that is none', api({}, { 'x-amazon-apigateway-policy': { Version: '2012-10-17' } }), /Invalid policy document/],
    ['a VPC link that nobody made', api({ '/x': { get: operation({ 'x-amazon-apigateway-integration': { type: 'http_proxy', httpMethod: 'GET', uri: 'http://x.example.com/', connectionType: 'VPC_LINK', connectionId: 'nope' } }) } }), /Unable to put integration on 'GET' for resource at path '\/x': Invalid Vpc Link identifier specified/],
    ['a lost fact that cannot be', api({}, { 'x-gatehouse-lost': { facts: { '/gatewayResponses/NOPE': { statusCode: null, responseParameters: {}, responseTemplates: {} } } } }), /Unable to put gateway response 'NOPE'/],
    ['a remote reference', api({ '/x': { $ref: 'https://example.com/paths.json' } }), /leaves the document/],
    ['a reference to a file', api({ '/x': { get: operation({ parameters: [{ $ref: 'file:///etc/passwd' }] }) } }), /leaves the document/],
    ['references in a circle', api({ '/x': { get: operation({ parameters: [{ $ref: '#/components/parameters/A' }] }) } }, { components: { parameters: { A: { $ref: '#/components/parameters/B' }, B: { $ref: '#/components/parameters/A' } } } }), /leads back to itself/],
    ['a model that is itself', api({}, { components: { schemas: { A: { $ref: '#/components/schemas/B' }, B: { $ref: '#/components/schemas/A' } } } }), /leads back to itself/],
  ])('%s · 400', async (_, document, message) => {
    const before = (await system.aws.send(new GetRestApisCommand({ limit: 500 }))).items!.length;
    await expect(imported(document)).rejects.toEqual(bad(message));
    expect((await system.aws.send(new GetRestApisCommand({ limit: 500 }))).items!.length).toBe(before);
  });

  it('a YAML bomb is refused within a second', async () => {
    const bomb = ['a: &a [x, x, x, x, x, x, x, x, x, x]', ...'bcdefghi'.split('').map((name, i) => `${name}: &${name} [${Array(10).fill(`*${'abcdefgh'[i]!}`).join(', ')}]`)].join('\n');
    const start = performance.now();
    await expect(imported(bomb)).rejects.toEqual(bad(/^Errors found during import:\n\tThe document has more than/));
    expect(performance.now() - start).toBeLessThan(1_000);
  });

  it('more than 6 MB · 400', async () => {
    await expect(imported(Buffer.alloc(6 * 1024 * 1024 + 1, 32))).rejects.toEqual(bad(/6 MB/));
  });

  it('parameters that AWS does not know · 400', async () => {
    await expect(imported(api({}), { parameters: { basepath: 'nope' } })).rejects.toEqual(bad(/Invalid basepath/));
    await expect(imported(api({}), { parameters: { endpointConfigurationTypes: 'NOPE' } })).rejects.toEqual(bad('Invalid EndpointTypes specified. Valid options are REGIONAL,EDGE,PRIVATE'));
    await expect(imported(api({}), { parameters: { ignore: 'everything' } })).rejects.toEqual(bad(/Invalid ignore/));
  });

  it('warnings with failonwarnings · 400 and no API', async () => {
    const document = api({ '/x': { get: operation({ responses: { '2XX': { description: 'fine' } } }) } }, { 'x-amazon-apigateway-cors': {} });
    const before = (await system.aws.send(new GetRestApisCommand({ limit: 500 }))).items!.length;
    await expect(imported(document, { failOnWarnings: true })).rejects.toEqual(bad(/^Warnings found during import:\n\tx-amazon-apigateway-cors is supported for HTTP APIs only\. Ignoring\.\n\tInvalid response status code '2XX'/));
    expect((await system.aws.send(new GetRestApisCommand({ limit: 500 }))).items!.length).toBe(before);
    const made = await imported(document);
    expect(made.warnings).toHaveLength(2);
    expect((await system.aws.send(new GetRestApiCommand({ restApiId: made.id! }))).warnings).toEqual(made.warnings);
  });
});

describe('ImportRestApi', () => {
  it.each(readdirSync(SAMPLES).sort())('%s imports, deploys, exports to the same again, and goes', async name => {
    const answer = await imported(sample(name), name.startsWith('gateway-responses') ? { parameters: { endpointConfigurationTypes: 'PRIVATE' } } : {});
    expect(answer.$metadata.httpStatusCode).toBe(201);
    const restApiId = answer.id!;
    await system.aws.send(new CreateDeploymentCommand({ restApiId, stageName: 'prod' }));
    const exportOf = async (id: string): Promise<string> => Buffer.from((await system.aws.send(new GetExportCommand({ restApiId: id, stageName: 'prod', exportType: 'oas30', parameters: { extensions: 'apigateway' }, accepts: 'application/json' }))).body!).toString();
    const first = await exportOf(restApiId);
    const again = await imported(first, { parameters: { endpointConfigurationTypes: answer.endpointConfiguration!.types![0]! } });
    await system.aws.send(new CreateDeploymentCommand({ restApiId: again.id!, stageName: 'prod' }));
    expect((await exportOf(again.id!)).replaceAll(again.id!, restApiId)).toBe(first);
    for (const id of [restApiId, again.id!]) {
      await system.request('DELETE', `/restapis/${id}/stages/prod`);
      expect((await system.aws.send(new DeleteRestApiCommand({ restApiId: id }))).$metadata.httpStatusCode).toBe(202);
    }
  });

  it('the pet store · 201 with what the document says', async () => {
    const answer = await imported(sample('pet-store-swagger.json'));
    const restApiId = answer.id!;
    expect(answer).toMatchObject({ name: 'PetStore', description: 'An API that sells pets through an HTTP backend.', version: '2026-01-15T10:00:00Z', endpointConfiguration: { types: ['EDGE'] } });
    expect(await paths(restApiId)).toEqual({ '/': ['GET'], '/pets': ['GET', 'OPTIONS', 'POST'], '/pets/{petId}': ['GET'] });
    expect(await modelNames(restApiId)).toEqual(['ArrayOfPet', 'Empty', 'Error', expect.stringMatching(/^MODEL[0-9a-f]{6}$/), 'NewPet', 'NewPetResponse', 'Pet', 'PetType']);
    const method = await system.aws.send(new GetMethodCommand({ restApiId, resourceId: await idOf(restApiId, '/pets'), httpMethod: 'POST' }));
    expect(method).toMatchObject({
      operationName: 'CreatePet', authorizationType: 'NONE', apiKeyRequired: false, requestModels: { 'application/json': 'NewPet' },
      methodResponses: { 200: { responseModels: { 'application/json': 'NewPetResponse' }, responseParameters: { 'method.response.header.Access-Control-Allow-Origin': false } }, 400: {} },
      methodIntegration: {
        type: 'HTTP', httpMethod: 'POST', uri: 'http://petstore.example.com/petstore/pets', passthroughBehavior: 'WHEN_NO_TEMPLATES', timeoutInMillis: 29_000, cacheNamespace: await idOf(restApiId, '/pets'),
        integrationResponses: { 200: { statusCode: '200', responseParameters: { 'method.response.header.Access-Control-Allow-Origin': "'*'" } }, 400: { statusCode: '400', selectionPattern: '4\\d{2}' } },
      },
    });
    const pet = JSON.parse((await system.aws.send(new GetModelCommand({ restApiId, modelName: 'Pet' }))).schema!) as { properties: Record<string, unknown> };
    expect(pet.properties).toEqual({ id: { type: 'integer' }, type: { type: 'string' }, price: { type: 'number', minimum: 0 }, friends: { type: 'array', items: { $ref: `https://apigateway.amazonaws.com/restapis/${restApiId}/models/Pet` } } });
  });

  it('authorizers, keys and signatures become what methods ask for', async () => {
    const restApiId = (await imported(sample('authorizers.yaml'))).id!;
    const { items } = await system.aws.send(new GetAuthorizersCommand({ restApiId }));
    const ids = Object.fromEntries(items!.map(item => [item.name!, item.id!]));
    expect(items!.find(item => item.name === 'token')).toMatchObject({ type: 'TOKEN', authType: 'oauth2', identitySource: 'method.request.header.X-Token', identityValidationExpression: '^x-[a-z]+', authorizerResultTtlInSeconds: 60 });
    expect(items!.find(item => item.name === 'request-authorizer')).toMatchObject({ type: 'REQUEST', identitySource: 'method.request.header.HeaderAuth1,method.request.querystring.QueryString1', authorizerResultTtlInSeconds: 0 });
    expect(items!.find(item => item.name === 'pool')).toMatchObject({ type: 'COGNITO_USER_POOLS', providerARNs: ['arn:aws:cognito-idp:us-east-1:123456789012:userpool/us-east-1_AbCdEf123'] });
    const { items: resources } = await system.aws.send(new GetResourcesCommand({ restApiId, limit: 500, embed: ['methods'] }));
    const asked = (path: string, httpMethod = 'GET') => resources!.find(item => item.path === path)!.resourceMethods![httpMethod]!;
    expect(asked('/token')).toMatchObject({ authorizationType: 'CUSTOM', authorizerId: ids['token'], apiKeyRequired: false });
    expect(asked('/request')).toMatchObject({ authorizationType: 'CUSTOM', authorizerId: ids['request-authorizer'] });
    expect(asked('/cognito')).toMatchObject({ authorizationType: 'COGNITO_USER_POOLS', authorizerId: ids['pool'], authorizationScopes: ['shop/read', 'shop/write'] });
    expect(asked('/cognito', 'POST')).toMatchObject({ authorizationType: 'COGNITO_USER_POOLS', apiKeyRequired: true });
    expect([asked('/iam').authorizationType, asked('/iam', 'POST').authorizationType]).toEqual(['AWS_IAM', 'AWS_IAM']);
    expect(asked('/key')).toMatchObject({ authorizationType: 'NONE', apiKeyRequired: true });
    expect([asked('/open').authorizationType, asked('/open', 'POST').authorizationType]).toEqual(['NONE', 'NONE']);
  });

  it('AWS variables are those of the caller', async () => {
    const restApiId = (await imported(sample('lambda-proxy.yaml'))).id!;
    const integration = await system.aws.send(new GetIntegrationCommand({ restApiId, resourceId: await idOf(restApiId, '/'), httpMethod: 'GET' }));
    expect(integration.uri).toBe(`arn:aws:apigateway:${REGION}:lambda:path/2015-03-31/functions/arn:aws:lambda:${REGION}:${ACCOUNT_ID}:function:Tasks/invocations`);
  });

  it('gateway responses, policy and endpoint come along', async () => {
    const answer = await imported(sample('gateway-responses-policy.yaml'), { parameters: { endpointConfigurationTypes: 'PRIVATE' } });
    expect(answer).toMatchObject({ disableExecuteApiEndpoint: true, endpointConfiguration: { types: ['PRIVATE'], ipAddressType: 'dualstack', vpcEndpointIds: ['vpce-0212a4ababd5b8c3e'] } });
    expect(JSON.parse(JSON.parse(`"${answer.policy!}"`) as string)).toMatchObject({ Version: '2012-10-17', Statement: [{ Effect: 'Allow' }, { Effect: 'Deny' }] });
    const response = await system.aws.send(new GetGatewayResponseCommand({ restApiId: answer.id!, responseType: 'INVALID_API_KEY' }));
    expect(response).toMatchObject({ statusCode: '429', defaultResponse: false, responseTemplates: { 'application/json': '{"message": "forbidden"}' } });
  });

  it.each([['ignore', ['/', '/e', '/f']], ['prepend', ['/', '/a', '/a/b', '/a/b/c', '/a/b/c/e', '/a/b/c/f']], ['split', ['/', '/b', '/b/c', '/b/c/e', '/b/c/f']]])('basepath=%s · %j', async (basepath, expected) => {
    const document = { swagger: '2.0', info: { title: 'x', version: '1' }, basePath: '/a/b/c', paths: { '/e': { get: operation() }, '/f': { get: operation() } } };
    expect(Object.keys(await paths((await imported(document, { parameters: { basepath } })).id!))).toEqual(expected);
  });

  it('ignore=documentation leaves the documentation out', async () => {
    const count = async (parameters: Record<string, string>): Promise<number> => {
      const made = await imported(sample('documentation.json'), { parameters });
      return (await system.aws.send(new GetDocumentationPartsCommand({ restApiId: made.id!, limit: 500 }))).items!.length;
    };
    expect([await count({}), await count({ ignore: 'documentation' })]).toEqual([5, 0]);
  });

  it('300 paths with five methods each · within three seconds', async () => {
    const methods = (i: number): object => Object.fromEntries(['get', 'put', 'post', 'delete', 'patch'].map(method => [method, operation({
      operationId: `${method}${i}`, parameters: [{ name: 'page', in: 'query', schema: { type: 'string' } }],
      'x-amazon-apigateway-integration': { type: 'http', httpMethod: method.toUpperCase(), uri: `https://backend.example.com/${i}`, requestParameters: { 'integration.request.querystring.page': 'method.request.querystring.page' }, responses: { default: { statusCode: '200' }, '4\\d\\d': { statusCode: '400' } } },
    })]));
    const large = api(Object.fromEntries(Array.from({ length: 300 }, (_, i) => [`/things${i}`, methods(i)])));
    const start = performance.now();
    const made = await imported(large);
    const createMs = performance.now() - start;
    const again = performance.now();
    await put(made.id!, large);
    const putMs = performance.now() - again;
    process.stdout.write(`import of 300 x 5 methods: ${Math.round(createMs)} ms, overwrite: ${Math.round(putMs)} ms\n`);
    expect(Object.keys(await paths(made.id!))).toHaveLength(301);
    expect(createMs).toBeLessThan(3_000);
    expect(putMs).toBeLessThan(3_000);
  }, 20_000);
});

describe('PutRestApi', () => {
  it('an unknown API · 404; a stale If-Match · 412; a mode of nobody · 400', async () => {
    await expect(put('nope', api({}))).rejects.toEqual(refused('NotFoundException', `Invalid API identifier specified ${ACCOUNT_ID}:nope`));
    const { id } = await imported(api({}));
    expect((await system.request('PUT', `/restapis/${id}?mode=overwrite`, api({}), { 'if-match': '"77"' })).status).toBe(412);
    expect((await system.request('PUT', `/restapis/${id}?mode=nope`, api({}))).status).toBe(400);
  });

  it('a document with one mistake at its end leaves the API exactly as it was', async () => {
    const restApiId = (await imported(sample('pet-store-oas30.yaml'))).id!;
    const before = await dump(restApiId);
    const broken = api({ '/a': { get: operation() }, '/z': { get: operation({ 'x-amazon-apigateway-integration': { type: 'http', httpMethod: 'GET', uri: 'nowhere' } }) } }, { components: { schemas: { Pet: { type: 'string' } } } });
    for (const mode of ['merge', 'overwrite'] as const) await expect(put(restApiId, broken, { mode })).rejects.toEqual(bad(/Invalid HTTP endpoint/));
    await expect(put(restApiId, api({ '/a': {} }, { 'x-amazon-apigateway-cors': {} }), { failOnWarnings: true })).rejects.toEqual(bad(/^Warnings found during import/));
    expect(await dump(restApiId)).toEqual(before);
  });

  it('overwrite · what the document has not goes, and equal paths keep their ids', async () => {
    const restApiId = (await imported(sample('request-validators.json'))).id!;
    await imported(sample('request-validators.json'));
    const ids = { root: await idOf(restApiId, '/'), validation: await idOf(restApiId, '/validation') };
    const validators = (await system.aws.send(new GetRequestValidatorsCommand({ restApiId }))).items!;
    await system.aws.send(new UpdateRestApiCommand({ restApiId, patchOperations: [{ op: 'add', path: '/binaryMediaTypes/image~1png' }] }));
    const answer = await put(restApiId, api({ '/validation': { put: operation({ 'x-amazon-apigateway-request-validator': 'all' }) }, '/new': {} }, { 'x-amazon-apigateway-request-validators': { all: { validateRequestBody: true } } }));
    expect([answer.$metadata.httpStatusCode, answer.name, answer.binaryMediaTypes]).toEqual([200, 'made', undefined]);
    expect(await paths(restApiId)).toEqual({ '/': [], '/new': [], '/validation': ['PUT'] });
    expect({ root: await idOf(restApiId, '/'), validation: await idOf(restApiId, '/validation') }).toEqual(ids);
    expect(await modelNames(restApiId)).toEqual([]);
    const after = (await system.aws.send(new GetRequestValidatorsCommand({ restApiId }))).items!;
    expect(after).toEqual([{ id: validators.find(each => each.name === 'all')!.id, name: 'all', validateRequestBody: true, validateRequestParameters: false }]);
  });

  it('merge (the default) · methods and named things are replaced one by one, all else stays', async () => {
    const restApiId = (await imported(api({ '/a': { get: operation({ responses: { 200: {}, 206: {} } }), post: operation({ responses: { 200: {}, 206: {} } }) }, '/b': { get: operation() } }, {
      components: { schemas: { Old: { type: 'object' }, Both: { type: 'string' } } }, 'x-amazon-apigateway-binary-media-types': ['image/png'],
    }))).id!;
    const post = await system.aws.send(new GetMethodCommand({ restApiId, resourceId: await idOf(restApiId, '/a'), httpMethod: 'POST' }));
    await put(restApiId, { ...api({ '/a': { get: operation({ responses: { 200: {}, 400: {} } }) } }, { components: { schemas: { Both: { type: 'number' } } } }), info: { title: 'merged', version: '2' } }, { mode: undefined });
    const get = await system.aws.send(new GetMethodCommand({ restApiId, resourceId: await idOf(restApiId, '/a'), httpMethod: 'GET' }));
    expect(Object.keys(get.methodResponses!)).toEqual(['200', '400']);
    const { $metadata: _, ...postAfter } = await system.aws.send(new GetMethodCommand({ restApiId, resourceId: await idOf(restApiId, '/a'), httpMethod: 'POST' }));
    const { $metadata: __, ...postBefore } = post;
    expect(postAfter).toEqual(postBefore);
    expect(await paths(restApiId)).toEqual({ '/': [], '/a': ['GET', 'POST'], '/b': ['GET'] });
    expect(await modelNames(restApiId)).toEqual(['Both', 'Empty', 'Error', 'Old']);
    expect(await system.aws.send(new GetRestApiCommand({ restApiId }))).toMatchObject({ name: 'merged', version: '2', binaryMediaTypes: ['image/png'] });
    expect(JSON.parse((await system.aws.send(new GetModelCommand({ restApiId, modelName: 'Both' }))).schema!)).toEqual({ type: 'number' });
  });

  it('merge · an authorizer that a method which stays asks for cannot become another kind; one whose methods come along can', async () => {
    const guarded = (path: string, type: string, authorizer: object): object => api({ [path]: { get: operation({ security: [{ guard: [] }] }) } }, {
      components: { securitySchemes: { guard: { type: 'apiKey', in: 'header', name: 'Authorization', 'x-amazon-apigateway-authtype': type, 'x-amazon-apigateway-authorizer': authorizer } } },
    });
    const lambda = { type: 'token', authorizerUri: `arn:aws:apigateway:${REGION}:lambda:path/2015-03-31/functions/arn:aws:lambda:${REGION}:${ACCOUNT_ID}:function:f/invocations` };
    const pool = { type: 'cognito_user_pools', providerARNs: [`arn:aws:cognito-idp:${REGION}:${ACCOUNT_ID}:userpool/${REGION}_abc`] };
    const restApiId = (await imported(guarded('/a', 'custom', lambda))).id!;
    const before = await dump(restApiId);
    await expect(put(restApiId, guarded('/b', 'cognito_user_pools', pool), { mode: 'merge' })).rejects.toEqual(bad(/Unable to create authorizer 'guard': Cannot change the type of authorizer 'guard', is referenced in method: GET\/\/a/));
    expect(await dump(restApiId)).toEqual(before);
    await put(restApiId, guarded('/a', 'cognito_user_pools', pool), { mode: 'merge' });
    expect((await system.aws.send(new GetAuthorizersCommand({ restApiId }))).items).toMatchObject([{ name: 'guard', type: 'COGNITO_USER_POOLS' }]);
  });

  it('more named things than PostgreSQL takes parameters come, are replaced and go', async () => {
    const many = api({}, { 'x-amazon-apigateway-request-validators': Object.fromEntries(Array.from({ length: 66_000 }, (_, i) => [`v${i}`, {}])) });
    const restApiId = (await imported(many)).id!;
    await put(restApiId, many, { mode: 'merge' });
    expect((await system.aws.send(new GetRequestValidatorsCommand({ restApiId, limit: 500 }))).items).toHaveLength(500);
    await put(restApiId, api({}));
    expect((await system.aws.send(new GetRequestValidatorsCommand({ restApiId }))).items).toEqual([]);
  });

  it('the same document twice changes nothing that a client sees', async () => {
    for (const name of ['pet-store-oas30.yaml', 'authorizers.yaml', 'request-validators.json']) {
      const restApiId = (await imported(sample(name))).id!;
      await put(restApiId, sample(name));
      const once = await dump(restApiId);
      await put(restApiId, sample(name));
      expect(await dump(restApiId)).toEqual(once);
    }
  });

  it('an ETag from before the import is stale after it', async () => {
    const restApiId = (await imported(api({ '/a': { get: operation() } }))).id!;
    const path = `/restapis/${restApiId}/resources/${await idOf(restApiId, '/a')}/methods/GET`;
    const before = (await system.request('GET', path)).headers.get('etag')!;
    await put(restApiId, api({ '/a': { get: operation() } }));
    expect((await system.request('PATCH', path, { patchOperations: [] }, { 'if-match': before })).status).toBe(412);
  });
});

describe('documents of all kinds', () => {
  /** Draws that a failing round can repeat. */
  const draws = (seed: number): ((below: number) => number) => {
    let state = Math.imul(seed + 1, 2_654_435_761) >>> 0;
    return below => {
      state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
      return Math.floor((state / 2 ** 32) * below);
    };
  };
  const ODD: readonly unknown[] = [null, true, false, 0, -1, 1e308, '', 'x', '__proto__', '{a}', '/', '#/', '#', [], {}, [null], [[]], { $ref: '#/paths' }, { $ref: '#/components/schemas/Pet' }, { $ref: 1 }, 'ünï 𝄞', 'a\nb', { type: {} }, { statusCode: '999' }, 'x'.repeat(3_000)];

  /** A copy in which one value, somewhere, is another, is gone, or has another name. */
  function bent(value: unknown, draw: (below: number) => number): unknown {
    if (typeof value !== 'object' || value === null || draw(6) === 0) return ODD[draw(ODD.length)];
    if (Array.isArray(value)) return value.length === 0 ? [ODD[draw(ODD.length)]] : value.map((item, i) => (i === draw(value.length) ? bent(item, draw) : (item as unknown)));
    const entries = Object.entries(value);
    if (entries.length === 0) return { x: ODD[draw(ODD.length)] };
    const at = draw(entries.length);
    const [name, item] = entries[at]!;
    const change = draw(8);
    const made = change === 0 ? [] : [[change === 1 ? String(ODD[draw(8)]) : name, change === 1 ? item : bent(item, draw)]];
    return Object.fromEntries([...entries.slice(0, at), ...made, ...entries.slice(at + 1)] as [string, unknown][]);
  }

  it('200 documents bent at random places are imported or refused, deploy where they have integrations, and go: never a 500', async () => {
    const seeds = (await Promise.all(readdirSync(SAMPLES).map(async name => {
      const made = await imported(sample(name), { parameters: name.startsWith('gateway-responses') ? { endpointConfigurationTypes: 'PRIVATE' } : {} });
      await system.aws.send(new CreateDeploymentCommand({ restApiId: made.id!, stageName: 'prod' }));
      const exported = await system.aws.send(new GetExportCommand({ restApiId: made.id!, stageName: 'prod', exportType: name.endsWith('.json') ? 'swagger' : 'oas30', parameters: { extensions: 'gatehouse' } }));
      return JSON.parse(Buffer.from(exported.body!).toString()) as unknown;
    })));
    const tally: Record<number, number> = {};
    for (let round = 0; round < 200; round++) {
      const draw = draws(round);
      let document: unknown = seeds[round % seeds.length];
      for (let bends = 1 + draw(3); bends > 0; bends--) document = bent(document, draw);
      const answer = await system.request('POST', '/restapis?mode=import', document);
      expect([201, 400], `round ${round}: ${answer.text.slice(0, 300)}`).toContain(answer.status);
      tally[answer.status] = (tally[answer.status] ?? 0) + 1;
      if (answer.status !== 201) continue;
      const id = answer.body['id'] as string;
      const deployed = await system.request('POST', `/restapis/${id}/deployments`, {});
      expect([201, 400], `round ${round}: ${deployed.text.slice(0, 300)}`).toContain(deployed.status);
      const again = await system.request('PUT', `/restapis/${id}?mode=overwrite`, document);
      expect(again.status, `round ${round}: ${again.text.slice(0, 300)}`).toBe(200);
      expect((await system.request('DELETE', `/restapis/${id}`)).status).toBe(202);
    }
    expect(tally[201]).toBeGreaterThan(40);
    expect(tally[400]).toBeGreaterThan(20);
  }, 60_000);
});
