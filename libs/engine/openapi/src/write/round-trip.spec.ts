import { type MethodDefinition, type RestApiDefinition } from '@gatehouse/contract-definition';
import { describe, expect, it } from 'vitest';
import { readApi } from '../read/read-api.js';
import { readDocument } from '../read/read-document.js';
import { type JsonObject, isObject } from './json.js';
import { type Extension, type WriteOptions } from './scope.js';
import { writeJson, writeYaml } from './text.js';
import { writeOpenApi } from './write-openapi.js';

/** Draws that a failing round can repeat: the seed is the round's number. */
class Draws {
  #state: number;
  constructor(seed: number) { this.#state = Math.imul(seed + 1, 2_654_435_761) >>> 0; }
  next(below: number): number {
    this.#state = (Math.imul(this.#state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((this.#state / 2 ** 32) * below);
  }
  chance(percent: number): boolean { return this.next(100) < percent; }
  of<T>(list: readonly T[]): T { return list[this.next(list.length)]!; }
  maybe<T>(percent: number, make: () => T): T | null { return this.chance(percent) ? make() : null; }
  list<T>(most: number, make: (index: number) => T): T[] { return Array.from({ length: this.next(most + 1) }, (_, index) => make(index)); }
  some<T>(list: readonly T[], percent = 40): T[] { return list.filter(() => this.chance(percent)); }
  map<T>(names: readonly string[], make: () => T, percent = 35): Record<string, T> { return Object.fromEntries(this.some(names, percent).map(name => [name, make()])); }
}

const TEXTS = ['x', 'two\nlines', '"quoted" \\ back', 'ünï ✓ 𝄞', '- no: list # here', '2020-01-31', 'true', '1e3', "'single'", '{{braces}}', '$input.path(\'$\')', ' blanks ', '*', '&a', '!tag', '<<', '~', '%', '@', '`', '|', '>'];
const TYPES = ['application/json', 'application/xml', 'text/plain', '$default', '*/*', 'application/vnd.pets+json;v=1'];
const NAMES = ['id', 'X-Request-Id', 'q', '__proto__', 'constructor', 'a.b', 'with~tilde', '$default', 'on', '200', 'ß'];
const PATHS = ['/', '/pets', '/pets/{petId}', '/pets/{petId}/toys', '/{proxy+}', '/a.b', '/v1', '/v1/deep', '/v1/deep/er', '/~odd', '/toString', '/$x:y'];
const VERBS = ['GET', 'PUT', 'POST', 'DELETE', 'OPTIONS', 'HEAD', 'PATCH', 'ANY'];
const STATUSES = ['200', '201', '302', '400', '404', '500'];
const MODELS = ['Empty', 'Pet', 'Pets', 'Tree', 'constructor', 'A1'];
const EXTENSIONS: readonly Extension[] = ['integrations', 'authorizers', 'documentation', 'validators', 'gatewayresponses', 'apigateway', 'postman', 'gatehouse'];

function schemaText(d: Draws, depth = 0): unknown {
  const inner = (): unknown => schemaText(d, depth + 1);
  const kinds: readonly (() => unknown)[] = [
    () => ({ type: d.of(['string', 'integer', 'boolean', 'number', 'null']) }),
    () => ({ type: 'string', enum: d.list(3, () => d.of(TEXTS)), description: d.of(TEXTS) }),
    () => ({ $ref: `#/definitions/${d.of([...MODELS, 'Nobody'])}` }),
    () => ({ $ref: `https://apigateway.amazonaws.com/restapis/abc123/models/${d.of(MODELS)}` }),
    () => ({ $ref: d.of(['#', '#/properties/id', '#/nowhere', 'http://example.com/x.json', 'file:///etc/passwd', '#/definitions/Pet/properties/id', '#/definitions/Pet/title']) }),
    () => ({ type: ['string', 'null'], minLength: d.next(9), default: d.of(TEXTS), example: { $ref: '#/definitions/Pet' }, 'x-own': 1 }),
    () => ({ type: 'array', items: inner() }),
    () => ({ type: 'object', required: ['id'], properties: d.map(NAMES, inner), additionalProperties: d.chance(50) ? false : inner() }),
    () => ({ allOf: d.list(2, inner), oneOf: d.list(2, inner), not: inner() }),
    () => ({ definitions: { Inner: { type: 'integer' } }, properties: { own: { $ref: '#/definitions/Inner' }, self: { $ref: '#' } } }),
    () => ({ $schema: 'http://json-schema.org/draft-04/schema#', title: d.of(TEXTS), unknownWord: { $ref: '#/definitions/Pet' } }),
  ];
  return kinds[d.next(depth > 2 ? 6 : kinds.length)]!();
}

const EXPRESSIONS = ["'static'", 'method.request.path.id', 'integration.response.header.X', 'context.requestId', 'stageVariables.v'];

function method(d: Draws, httpMethod: string, names: { readonly authorizers: readonly string[]; readonly validators: readonly string[]; readonly models: readonly string[] }): MethodDefinition {
  const models = (): Record<string, string> => d.map(TYPES, () => d.of([...names.models, 'Nobody']), 30);
  const templates = (): Record<string, string> => d.map(TYPES, () => d.of(TEXTS), 25);
  const statusCodes = d.some(STATUSES, 40);
  return {
    httpMethod,
    fields: {
      authorizationType: d.of(['NONE', 'AWS_IAM', 'CUSTOM', 'COGNITO_USER_POOLS']),
      authorizer: d.maybe(50, () => d.of([...names.authorizers, 'gone'])),
      authorizationScopes: d.some(['pets/read', 'pets/write', 'openid'], 40),
      apiKeyRequired: d.chance(30),
      operationName: d.maybe(30, () => d.of(TEXTS)),
      requestValidator: d.maybe(30, () => names.validators[0] ?? null),
      requestParameters: d.map(NAMES.map(name => `method.request.${d.of(['path', 'querystring', 'header'])}.${name}`), () => d.chance(50)),
      requestModels: models(),
    },
    methodResponses: statusCodes.map(statusCode => ({ statusCode, fields: { responseParameters: d.map(NAMES.map(name => `method.response.header.${name}`), () => d.chance(30)), responseModels: models() } })),
    integration: d.maybe(85, () => ({
      fields: {
        type: d.of(['HTTP', 'HTTP_PROXY', 'MOCK', 'AWS', 'AWS_PROXY'] as const),
        httpMethod: d.maybe(60, () => d.of(VERBS)),
        uri: d.maybe(70, () => d.of(['http://example.com/{id}', 'arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/x/invocations', ...TEXTS])),
        connectionType: d.of(['INTERNET', 'VPC_LINK', null] as const), connectionId: d.maybe(20, () => 'abc123'), credentials: d.maybe(20, () => 'arn:aws:iam::123456789012:role/x'),
        requestParameters: d.map(NAMES.map(name => `integration.request.${d.of(['path', 'querystring', 'header'])}.${name}`), () => d.of(EXPRESSIONS)),
        requestTemplates: templates(), passthroughBehavior: d.of(['WHEN_NO_MATCH', 'WHEN_NO_TEMPLATES', 'NEVER'] as const),
        contentHandling: d.of(['CONVERT_TO_BINARY', 'CONVERT_TO_TEXT', null] as const), timeoutInMillis: d.of([29_000, 50, 1_234]),
        cacheNamespace: d.maybe(20, () => 'pets'), cacheKeyParameters: d.some(['method.request.path.id', 'method.request.querystring.q'], 30),
        insecureSkipVerification: d.of([true, false, null, null]), responseTransferMode: d.of(['BUFFERED', 'STREAM', null] as const), integrationTarget: d.maybe(10, () => 'arn:aws:x'),
      },
      integrationResponses: d.some(statusCodes, 60).map(statusCode => ({
        statusCode,
        fields: {
          selectionPattern: d.of([null, '4\\d{2}', '', 'default', '.*error.*', '-']), responseParameters: d.map(NAMES.map(name => `method.response.header.${name}`), () => d.of(EXPRESSIONS)),
          responseTemplates: templates(), contentHandling: d.of(['CONVERT_TO_TEXT', null, null] as const),
        },
      })),
    })),
  };
}

function documentation(d: Draws): RestApiDefinition['documentationParts'] {
  const properties = (): string => JSON.stringify({ ...d.map(['description', 'summary', 'title', 'x-own', 'own', '__proto__'], () => d.of(TEXTS)), ...(d.chance(30) && { tags: d.some(TEXTS) }), ...(d.chance(20) && { info: { description: d.of(TEXTS) } }) });
  const place = { path: () => d.of([...PATHS, '/']), method: () => d.of(['*', 'GET', 'ANY']), statusCode: () => d.of(['*', '200', '404']), name: () => d.of(NAMES) };
  const members = {
    API: [], AUTHORIZER: ['name'], MODEL: ['name'], RESOURCE: ['path'], METHOD: ['path', 'method'], PATH_PARAMETER: ['path', 'method', 'name'], QUERY_PARAMETER: ['path', 'method', 'name'],
    REQUEST_HEADER: ['path', 'method', 'name'], REQUEST_BODY: ['path', 'method'], RESPONSE: ['path', 'method', 'statusCode'], RESPONSE_HEADER: ['path', 'method', 'statusCode', 'name'],
    RESPONSE_BODY: ['path', 'method', 'statusCode'],
  } as const;
  const parts = new Map(Object.entries(members).flatMap(([type, known]) => d.list(2, () => {
    const at = (member: keyof typeof place): string | null => ((known as readonly string[]).includes(member) ? place[member]() : null);
    const location = { type: type as keyof typeof members, path: at('path'), method: at('method'), statusCode: at('statusCode'), name: type === 'MODEL' ? d.of(MODELS) : at('name') };
    return [JSON.stringify(location), { location, properties: d.chance(95) ? properties() : 'no json' }] as const;
  })));
  return [...parts.values()];
}

/** Any API that could exist, and some that could not. */
function randomApi(seed: number): RestApiDefinition {
  const d = new Draws(seed);
  const authorizers = d.some(['auth', 'pool', 'api_key', 'sigv4', 'Ünï'], 50).sort();
  const validators = d.some(['all', 'none', 'body only'], 50).sort();
  const models = d.some(MODELS, 60).sort();
  const byText = (a: string, b: string): number => (a < b ? -1 : 1);
  return {
    name: d.of(TEXTS),
    fields: {
      description: d.maybe(50, () => d.of(TEXTS)), version: d.maybe(50, () => d.of(TEXTS)), apiKeySource: d.of(['HEADER', 'AUTHORIZER'] as const), binaryMediaTypes: d.some(TYPES),
      minimumCompressionSize: d.maybe(30, () => d.next(1_000)), disableExecuteApiEndpoint: d.chance(30), endpointTypes: [d.of(['EDGE', 'REGIONAL', 'PRIVATE'] as const)], ipAddressType: d.of(['ipv4', 'dualstack'] as const),
      vpcEndpointIds: d.some(['vpce-1', 'vpce-2']), policy: d.of([null, '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":"*"}]}', 'no policy', '[]']), securityPolicy: d.maybe(20, () => 'TLS_1_2'),
      endpointAccessMode: d.of(['BASIC', 'STRICT', null] as const),
      ...(d.chance(40) && { kept: { '/models/Pet#/example': { a: 1 }, '/models/Pet#/properties/id/default': 7, '/methods/~1pets/GET#/deprecated': true, '/methods/~1pets/GET/parameters/cookie/s#': { name: 's', in: 'cookie', schema: { type: 'string' } }, '/api#/x-tool': ['y'], 'nonsense': 1 } }),
    },
    resources: ['/', ...d.some(PATHS.slice(1), 35)].sort(byText).map(path => ({ path, methods: d.some(VERBS, 22).sort(byText).map(verb => method(d, verb, { authorizers, validators, models })) })),
    models: models.map(name => ({ name, fields: { description: d.maybe(40, () => d.of(TEXTS)), contentType: d.of(TYPES), schema: d.of([JSON.stringify(schemaText(d)), JSON.stringify(schemaText(d), null, 2), 'no json', null, '[]', 'true']) } })),
    requestValidators: validators.map(name => ({ name, fields: { validateRequestBody: d.chance(50), validateRequestParameters: d.chance(50) } })),
    authorizers: authorizers.map(name => ({
      name,
      fields: {
        type: d.of(['TOKEN', 'REQUEST', 'COGNITO_USER_POOLS'] as const), providerARNs: d.some(['arn:aws:cognito-idp:us-east-1:123456789012:userpool/x']), authType: d.of([null, 'custom', 'oauth2']),
        authorizerUri: d.maybe(70, () => 'arn:aws:apigateway:us-east-1:lambda:path/x'), authorizerCredentials: d.maybe(20, () => 'arn:aws:iam::123456789012:role/x'),
        identitySource: d.of([null, 'method.request.header.Auth', 'method.request.querystring.token', 'method.request.header.A, method.request.header.B', 'stageVariables.v', 'method.request.header.Unused']),
        identityValidationExpression: d.maybe(30, () => 'Bearer .+'), authorizerResultTtlInSeconds: d.of([null, 0, 300]),
      },
    })),
    gatewayResponses: d.some(['ACCESS_DENIED', 'DEFAULT_4XX', 'DEFAULT_5XX']).map(responseType => ({
      responseType, fields: { statusCode: d.of([null, '418']), responseParameters: d.map(NAMES.map(name => `gatewayresponse.header.${name}`), () => d.of(EXPRESSIONS)), responseTemplates: d.map(TYPES, () => d.of(TEXTS)) },
    })),
    documentationParts: d.chance(60) ? documentation(d) : [],
  };
}

const OPTIONS: Omit<WriteOptions, 'exportType' | 'extensions'> = {
  server: { scheme: 'http', host: 'abc123.execute-api.localhost:8080', stageName: 'dev' }, region: 'us-east-1', createdDate: '2026-01-02T03:04:05Z', documentation: { version: '1', createdDate: '2026-01-02T03:04:05Z' },
};
const write = (api: RestApiDefinition, exportType: WriteOptions['exportType'], ...extensions: readonly Extension[]): JsonObject => writeOpenApi(api, { ...OPTIONS, exportType, extensions: new Set(extensions) });
const read = (text: string): RestApiDefinition => {
  const { definition, errors } = readApi(readDocument(text));
  expect(errors).toEqual([]);
  return definition;
};
const ROUNDS = Array.from({ length: 200 }, (_, seed) => seed);
const EXPORT_TYPES = ['oas30', 'swagger'] as const;

/** The little that must hold of any document, so that a parser takes it. */
function checkStructure(document: JsonObject, exportType: WriteOptions['exportType']): void {
  const isSwagger = exportType === 'swagger';
  expect(document[isSwagger ? 'swagger' : 'openapi']).toBe(isSwagger ? '2.0' : '3.0.1');
  expect(document['info']).toMatchObject({ title: expect.any(String) as string, version: expect.stringMatching(/./s) as string });
  const refs: string[] = [];
  const walk = (value: unknown, at: string): void => {
    if (Array.isArray(value)) value.forEach((item, i) => walk(item, `${at}/${i}`));
    else if (isObject(value)) Object.entries(value).forEach(([name, member]) => { if (name === '$ref' && typeof member === 'string' && !/\/(example|unknownWord)/.test(at)) refs.push(member); else walk(member, `${at}/${name}`); });
    else if (value === undefined) throw new Error(`${at} is undefined`);
  };
  walk(document, '');
  const follow = (ref: string): unknown => ref.slice(2).split('/').map(segment => decodeURIComponent(segment).replaceAll('~1', '/').replaceAll('~0', '~')).reduce<unknown>((at, segment) => (at as Record<string, unknown>)[segment], document);
  for (const ref of refs) expect([ref, follow(ref)]).toEqual([ref, expect.anything()]);
  for (const [path, item] of Object.entries(document['paths'] as Record<string, Record<string, JsonObject>>)) {
    expect(path).toMatch(/^\//);
    for (const [verb, operation] of Object.entries(item)) {
      if (verb.startsWith('x-') && verb !== 'x-amazon-apigateway-any-method') continue;
      if (isSwagger) expect(operation).toHaveProperty('responses');
      for (const parameter of (operation['parameters'] ?? []) as readonly JsonObject[]) expect(parameter).toMatchObject({ name: expect.stringMatching(/./) as string, in: expect.any(String) as string });
      for (const response of Object.values((operation['responses'] ?? {}) as Record<string, JsonObject>)) expect(response['description']).toEqual(expect.any(String));
      for (const requirement of (operation['security'] ?? []) as readonly JsonObject[]) {
        const schemes = isSwagger ? document['securityDefinitions'] : (document['components'] as JsonObject)['securitySchemes'];
        for (const name of Object.keys(requirement)) expect(Object.keys(schemes as JsonObject)).toContain(name);
      }
    }
  }
}

describe('a document of any API', () => {
  it.each(EXPORT_TYPES)('is well formed whatever is asked for: %s', exportType => {
    for (const seed of ROUNDS) {
      const d = new Draws(seed + 1_000);
      checkStructure(write(randomApi(seed), exportType, ...d.some(EXTENSIONS)), exportType);
    }
  });

  it.each(EXPORT_TYPES)('is the same whatever the order of members in the columns: %s', exportType => {
    const turned = (value: unknown): unknown => {
      if (Array.isArray(value)) return value.map(turned);
      return isObject(value) ? Object.fromEntries(Object.entries(value).reverse().map(([name, member]) => [name, turned(member)])) : value;
    };
    for (const seed of ROUNDS.slice(0, 60)) {
      const { kept: _, ...fields } = randomApi(seed).fields;
      const api = { ...randomApi(seed), fields };
      expect(writeJson(write(turned(api) as RestApiDefinition, exportType, 'apigateway'))).toBe(writeJson(write(api, exportType, 'apigateway')));
    }
  });
});

/** Equal up to the blanks of JSON texts, and to the difference between a place that is left out and one that means everything. */
function settled({ resources, documentationParts, ...api }: RestApiDefinition): unknown {
  const withParents = new Map<string, unknown>([['/', { path: '/', methods: [] }]]);
  for (const { path } of resources) for (const { index } of path.matchAll(/(?<=.)\//g)) withParents.set(path.slice(0, index), { path: path.slice(0, index), methods: [] });
  for (const resource of resources) withParents.set(resource.path, resource);
  const sort = <T>(list: Iterable<T>): T[] => [...list].sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
  const json = (whole: string | null, model?: string): unknown => {
    // One model is named in three ways.
    const text = model === undefined ? whole : whole?.replace(/"\$ref": ?"https:[^"]*\/models\//g, '"$ref":"#/definitions/').replace(/"\$ref": ?"#"/g, `"$ref":"#/definitions/${model}"`) ?? null;
    try {
      const { $schema: _, ...value } = JSON.parse(text!) as Record<string, unknown>;
      return isObject(JSON.parse(text!)) ? value : text;
    } catch {
      return text;
    }
  };
  return {
    ...api,
    fields: { ...api.fields, policy: json(api.fields.policy) },
    resources: sort(withParents.values()), models: api.models.map(({ name, fields }) => ({ name, fields: { ...fields, schema: json(fields.schema, name) } })),
    documentationParts: sort(documentationParts.map(({ location, properties }) => ({ location, properties: json(properties) }))),
  };
}

describe('export with gatehouse -> import', () => {
  it.each(EXPORT_TYPES)('gives the same API in every fact: %s', exportType => {
    for (const seed of ROUNDS) expect([seed, settled(read(writeJson(write(randomApi(seed), exportType, 'gatehouse'))))]).toEqual([seed, settled(randomApi(seed))]);
  }, 60_000);
});

describe('what a document loses', () => {
  /** Kinds of facts: names and paths are stars. */
  const kindOf = (pointer: string): string => pointer
    .replace(/^(\/methods)\/[^/]*\/[^/]*/, '$1/*').replace(/^(\/(?:models|requestValidators|authorizers|gatewayResponses|documentationParts|kept))\/[^/]*/, '$1/*').replace(/(Responses)\/\d+/, '$1/*')
    .replace(/(requestParameters)\/method\.request\.(\w+)\..*/s, '$1 $2').replace(/(Models|responseParameters)\/.*$/s, '$1/*');
  const EITHER = [
    '/authorizers/*/authType', '/authorizers/*/identitySource', '/fields/description', '/fields/endpointTypes', '/fields/ipAddressType', '/fields/version', '/kept/*', '/methods/*/fields/authorizationScopes',
    '/methods/*/fields/authorizationType', '/methods/*/fields/authorizer', '/methods/*/fields/requestModels/*', '/methods/*/fields/requestParameters path', '/methods/*/integration/connectionType',
    '/methods/*/integrationResponses/*', '/methods/*/integrationResponses/*/selectionPattern', '/methods/*/methodResponses/*/responseModels/*', '/models/*/contentType', '/models/*/description',
    '/models/*/schema', 'no /kept/*',
  ];
  // One schema for all media types of a body, and headers that are never required.
  const SWAGGER = ['/methods/*/methodResponses/*/responseParameters/*', 'no /methods/*/methodResponses/*/responseModels/*'];

  it.each(EXPORT_TYPES)('is what OpenAPI has no place for, and nothing else: %s', exportType => {
    const kinds = new Set<string>();
    for (const seed of ROUNDS) {
      const { facts = {}, absent = [] } = (write(randomApi(seed), exportType, 'gatehouse')['x-gatehouse-lost'] ?? {}) as { readonly facts?: JsonObject; readonly absent?: readonly string[] };
      for (const pointer of Object.keys(facts)) kinds.add(kindOf(pointer));
      for (const pointer of absent) kinds.add(`no ${kindOf(pointer)}`);
    }
    expect([...kinds].sort()).toEqual([...EITHER, ...(exportType === 'swagger' ? SWAGGER : [])].sort());
  }, 60_000);
});

describe('an API that came of a document', () => {
  it.each(EXPORT_TYPES)('has no fact that another such document would lose: %s', exportType => {
    for (const seed of ROUNDS) {
      const imported = read(writeJson(write(randomApi(seed), exportType, 'apigateway')));
      expect([seed, write(imported, exportType, 'gatehouse')['x-gatehouse-lost']]).toEqual([seed, undefined]);
    }
  }, 60_000);
});

describe('export -> import -> export', () => {
  it.each(EXPORT_TYPES.flatMap(exportType => (['apigateway', 'gatehouse'] as const).map(extension => [exportType, extension] as const)))('gives the same bytes: %s with %s', (exportType, extension) => {
    for (const seed of extension === 'apigateway' ? ROUNDS : ROUNDS.slice(0, 60)) {
      const first = write(randomApi(seed), exportType, extension);
      const json = writeJson(first);
      expect([seed, writeJson(write(read(json), exportType, extension))]).toEqual([seed, json]);
      if (seed % 5 > 0) continue;
      const yaml = writeYaml(first);
      expect([seed, writeYaml(write(read(yaml), exportType, extension))]).toEqual([seed, yaml]);
    }
  }, 60_000);
});
