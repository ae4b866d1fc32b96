import { type MethodDefinition } from '@gatehouse/contract-definition';
import { type Documentation, isFiller } from './documentation.js';
import { integrationOf } from './integration.js';
import { LIMITS, tooManyResources } from './invalid-document.js';
import { type Models } from './models.js';
import { type Parameter, parametersOf, requestParametersOf } from './parameters.js';
import { byText, isObject, objectOf, type Plain, type PlainObject, textOf } from './plain.js';
import { placeOf, type Reading } from './reading.js';
import { type DocumentResponse, methodResponseOf, modelsOf, responsesOf } from './responses.js';
import { type Security } from './security.js';
import { mediaTypesOf, raiseBody } from './swagger-two.js';

const ANY = 'x-amazon-apigateway-any-method';
/** Members of a path item that are operations -> API Gateway's methods. */
const METHODS: Readonly<Record<string, string>> = { get: 'GET', put: 'PUT', post: 'POST', delete: 'DELETE', options: 'OPTIONS', head: 'HEAD', patch: 'PATCH', [ANY]: 'ANY' };
/** Members of an operation that a definition or its documentation has room for. */
const KNOWN: ReadonlySet<string> = new Set(['operationId', 'summary', 'description', 'tags', 'parameters', 'requestBody', 'responses', 'security', 'consumes', 'produces']);
const isForeign = (key: string): boolean => key.startsWith('x-') && !key.startsWith('x-amazon-apigateway-');

/** What reading an operation needs beside the document. */
export interface Surroundings {
  readonly reading: Reading;
  readonly models: Models;
  readonly security: Security;
  readonly documentation: Documentation;
  /** Names of the request validators. */
  readonly validators: ReadonlySet<string>;
}

interface Found { readonly path: string; readonly methods: readonly MethodDefinition[] }

/** The resources of a document, parents included, sorted by path. */
export function resourcesOf(around: Surroundings, prefix: string): readonly Found[] {
  const { reading } = around;
  const byPath = new Map<string, Map<string, MethodDefinition>>([['/', new Map()]]);
  const at = (path: string): Map<string, MethodDefinition> => {
    if (byPath.size > LIMITS.resources) throw tooManyResources();
    for (let end = path.indexOf('/', 1); end > 0; end = path.indexOf('/', end + 1)) if (!byPath.has(path.slice(0, end))) byPath.set(path.slice(0, end), new Map());
    const methods = byPath.get(path) ?? new Map<string, MethodDefinition>();
    byPath.set(path, methods);
    return methods;
  };
  if (prefix !== '' && !isTooDeep(reading, prefix)) at(prefix);
  for (const [name, item] of Object.entries(objectOf(reading.root['paths']))) {
    if (name.startsWith('x-')) continue;
    if (!name.startsWith('/')) {
      reading.warn(`Parse issue: attribute paths. Resource ${name} should start with /`);
      continue;
    }
    if (isTooDeep(reading, `${prefix}${name}`)) continue;
    const path = `${prefix}${name}`.replace(/\/+$/, '') || '/';
    const methods = at(path);
    const pathItem = reading.follow(item);
    if (!isObject(pathItem)) continue;
    for (const method of methodsOf(around, path, pathItem)) {
      if (methods.has(method.httpMethod)) reading.fail(`Unable to put method '${method.httpMethod}' on resource at path '${path}': Method already exists for this resource`);
      methods.set(method.httpMethod, method);
    }
  }
  return [...byPath].map(([path, methods]) => ({ path, methods: [...methods.values()].sort(byText(method => method.httpMethod)) })).sort(byText(resource => resource.path));
}

function isTooDeep(reading: Reading, path: string): boolean {
  const isDeep = path.split('/').length - 1 > LIMITS.depth;
  if (isDeep) reading.fail(`Unable to create resource at path '${path.slice(0, 200)}...': A path has at most ${LIMITS.depth} parts`);
  return isDeep;
}

function methodsOf(around: Surroundings, path: string, pathItem: PlainObject): readonly MethodDefinition[] {
  const { reading, documentation } = around;
  documentation.describe('RESOURCE', { path }, { summary: pathItem['summary'], description: pathItem['description'] });
  reading.keepMembers(placeOf('resources', path), pathItem, key => key === 'servers' || isForeign(key));
  const found: MethodDefinition[] = [];
  for (const [member, item] of Object.entries(pathItem)) {
    if (member === 'trace') reading.warn(`Method 'TRACE' of resource at path '${path}' is not supported. Ignoring.`);
    const httpMethod = Object.hasOwn(METHODS, member) ? METHODS[member]! : null;
    if (httpMethod !== null && isObject(item)) found.push(methodOf(around, path, httpMethod, pathItem, item));
  }
  return found;
}

function methodOf(around: Surroundings, path: string, httpMethod: string, pathItem: PlainObject, operation: PlainObject): MethodDefinition {
  const { reading, models, security } = around;
  const where = `'${httpMethod}' for resource at path '${path}'`;
  const method = ['methods', path, httpMethod];
  const parameters = parametersOf(reading, pathItem, operation);
  const responses = responsesOf(reading, operation, method, where);
  const body = bodyOf(reading, operation, parameters);
  reading.keepMembers(placeOf(...method), operation, key => !KNOWN.has(key) && !key.startsWith('x-amazon-apigateway-'));
  if (body && body['required'] !== true) reading.keep(placeOf(...method, 'requestBody'), '/required', false);
  describe(around, path, httpMethod, { operation, parameters, body, responses });
  const integration = integrationOf(reading, operation['x-amazon-apigateway-integration'], where);
  return {
    httpMethod,
    fields: {
      ...security.demandOf(operation, where),
      operationName: textOf(operation['operationId']) || null,
      requestValidator: validatorOf(around, operation, where),
      requestParameters: requestParametersOf(reading, parameters, method),
      requestModels: modelsOf(reading, models, body?.['content'], [...method, 'requestBody']),
    },
    methodResponses: responses.map(response => methodResponseOf(reading, models, response, method)),
    integration,
  };
}

/** The body of an operation in OpenAPI 3's form, or null. */
function bodyOf(reading: Reading, operation: PlainObject, parameters: readonly Parameter[]): PlainObject | null {
  if (!reading.isSwagger) {
    const body = reading.follow(operation['requestBody']);
    return isObject(body) ? body : null;
  }
  const parameter = parameters.find(each => each.in === 'body');
  return parameter ? raiseBody(parameter.value, mediaTypesOf(operation, reading.root, 'consumes')) : null;
}

/** The operation's validator, else the document's; an empty name is none. */
function validatorOf({ reading, validators }: Surroundings, operation: PlainObject, where: string): string | null {
  const name = textOf(operation['x-amazon-apigateway-request-validator'] ?? reading.root['x-amazon-apigateway-request-validator']);
  if (!name) return null;
  if (validators.has(name)) return name;
  reading.fail(`Unable to put method ${where}: Invalid Request Validator identifier specified`);
  return null;
}

const PARTS = { path: 'PATH_PARAMETER', query: 'QUERY_PARAMETER', header: 'REQUEST_HEADER' } as const;

interface Described {
  readonly operation: PlainObject;
  readonly parameters: readonly Parameter[];
  readonly body: PlainObject | null;
  readonly responses: readonly DocumentResponse[];
}

function describe({ reading, documentation }: Surroundings, path: string, method: string, { operation, parameters, body, responses }: Described): void {
  const said = (value: Plain | undefined): { readonly description: Plain | undefined } => ({ description: objectOf(value)['description'] });
  documentation.describe('METHOD', { path, method }, { summary: operation['summary'], description: operation['description'], tags: operation['tags'] });
  for (const { in: place, name, value } of parameters) {
    if (Object.hasOwn(PARTS, place)) documentation.describe(PARTS[place as keyof typeof PARTS], { path, method, name }, said(value));
  }
  documentation.describe('REQUEST_BODY', { path, method }, said(body ?? undefined));
  for (const { statusCode, value } of responses) {
    if (!isFiller(statusCode, value['description'])) documentation.describe('RESPONSE', { path, method, statusCode }, said(value));
    for (const [name, header] of Object.entries(objectOf(value['headers']))) {
      documentation.describe('RESPONSE_HEADER', { path, method, statusCode, name }, said(reading.follow(header)));
    }
  }
}
