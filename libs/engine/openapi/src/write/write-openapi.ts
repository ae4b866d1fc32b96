import { type RestApiDefinition } from '@gatehouse/contract-definition';
import { escapeSegment } from '@gatehouse/contract-primitives';
import { LOST, lostFacts } from '../lost.js';
import { InvalidDocument } from '../read/invalid-document.js';
import { readApi } from '../read/read-api.js';
import { apiExtensions, endpointOf } from './api-extensions.js';
import { type Dialect } from './dialect.js';
import { documentationOf } from './documentation.js';
import { integrationOf } from './integration.js';
import { type Json, type JsonObject, anyMembers, members } from './json.js';
import { keptOf, NOTHING_KEPT } from './kept.js';
import { OAS30 } from './oas30.js';
import { operationAt } from './payload.js';
import { schemasOf } from './schemas.js';
import { asking, type Operation, type Scope, type WriteOptions } from './scope.js';
import { securityOf, securitySchemes } from './security.js';
import { SWAGGER } from './swagger.js';

const DIALECTS: Readonly<Record<WriteOptions['exportType'], Dialect>> = { oas30: OAS30, swagger: SWAGGER };

/** Methods of a path item in the order of the OpenAPI specification; ANY, which it does not know, last. */
const METHODS: readonly string[] = ['GET', 'PUT', 'POST', 'DELETE', 'OPTIONS', 'HEAD', 'PATCH', 'ANY'];
const memberOf = (httpMethod: string): string => (httpMethod === 'ANY' ? 'x-amazon-apigateway-any-method' : httpMethod.toLowerCase());

/** The scope of a whole document: the dialect is known to its last word. */
interface Page extends Scope { readonly dialect: Dialect }

/** What Postman's importer reads to sign the requests of a method that wants signatures. */
const postmanOf = ({ options }: Scope, { method }: Operation): JsonObject | undefined => (method.fields.authorizationType !== 'AWS_IAM' ? undefined : {
  currentHelper: 'awsSigV4',
  helperAttributes: { accessKey: '{{aws_access_key_id}}', secretKey: '{{aws_secret_access_key}}', region: options.region, service: 'execute-api', saveHelper: true },
});

function operationOf(scope: Page, operation: Operation): JsonObject {
  const { method, path, place } = operation;
  const { tags, summary, description, ...said } = scope.documentation.of('METHOD', { path, method: method.httpMethod });
  return scope.kept.restore(place, members({
    tags, summary, description,
    operationId: method.fields.operationName || undefined,
    ...scope.dialect.payload(scope, operation),
    security: securityOf(scope, method),
    'x-amazon-apigateway-request-validator': scope.asks('validators') ? method.fields.requestValidator ?? undefined : undefined,
    'x-amazon-apigateway-integration': scope.asks('integrations') && method.integration ? integrationOf(method.integration) : undefined,
    'x-postman-meta': scope.asks('postman') ? postmanOf(scope, operation) : undefined,
    ...said,
  }));
}

type Resource = RestApiDefinition['resources'][number];

/** The paths above a path, the root first. */
const parentsOf = (path: string): readonly string[] => [...path.matchAll(/\//g)].map(({ index }) => path.slice(0, index) || '/').filter(parent => parent !== path);

/** All resources by path, also those that a definition implies. */
function resourcesOf({ definition: { resources } }: Scope): readonly Resource[] {
  const all = new Map<string, Resource>(resources.flatMap(({ path }) => parentsOf(path)).map(path => [path, { path, methods: [] }]));
  for (const resource of resources) all.set(resource.path, resource);
  return [...all.values()].sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** The paths that have methods or documentation, and the ends of the tree: what lies between is implied by them. */
function pathsOf(scope: Page): JsonObject {
  const resources = resourcesOf(scope);
  const parents = new Set(resources.flatMap(({ path }) => parentsOf(path)));
  return Object.fromEntries(resources.flatMap(({ path, methods }): readonly (readonly [string, Json])[] => {
    const said = scope.documentation.of('RESOURCE', { path });
    const isImplied = methods.length === 0 && (path === '/' || parents.has(path)) && Object.keys(said).length === 0;
    if (isImplied) return [];
    const operations = [...methods].sort((a, b) => METHODS.indexOf(a.httpMethod) - METHODS.indexOf(b.httpMethod))
      .map(method => [memberOf(method.httpMethod), operationOf(scope, operationAt(path, method))] as const);
    return [[path, scope.kept.restore(`/resources/${escapeSegment(path)}`, { ...Object.fromEntries(operations), ...said })]];
  }));
}

function scopeOf(definition: RestApiDefinition, options: WriteOptions): Page {
  const asks = asking(options.extensions);
  const dialect = DIALECTS[options.exportType];
  return {
    definition, options, asks, dialect,
    documentation: documentationOf(definition.documentationParts),
    kept: asks('gatehouse') ? keptOf(definition.fields.kept ?? {}, dialect.schemas) : NOTHING_KEPT,
    models: new Set(definition.models.map(({ name }) => name)),
  };
}

function documentOf(scope: Page): JsonObject {
  const { definition, options } = scope;
  const { dialect, documentation } = scope;
  const { externalDocs, tags } = documentation.of('API');
  const endpoint = endpointOf(scope);
  const info = members({
    title: definition.name, description: definition.fields.description || undefined, version: definition.fields.version || options.createdDate, ...documentation.info,
  });
  return scope.kept.restore('/api', members({
    ...dialect.head(scope, info, endpoint),
    tags, externalDocs,
    paths: pathsOf(scope),
    ...dialect.shared(anyMembers(schemasOf(scope)), anyMembers(securitySchemes(scope))),
    ...apiExtensions(scope),
    ...dialect.tail(endpoint),
  }));
}

/**
 * A definition as an OpenAPI document, with AWS's members in AWS's order. Refuses nothing: any API that can exist has a document. Two equal definitions give
 * equal documents, whatever the order of the members in their columns. With `gatehouse` the document is read back, and what a reader would miss is added to it.
 */
export function writeOpenApi(definition: RestApiDefinition, options: WriteOptions): JsonObject {
  const scope = scopeOf(definition, options);
  const document = documentOf(scope);
  const lost = scope.asks('gatehouse') ? lostIn(document, definition) : null;
  return lost ? { ...document, [LOST]: lost } : document;
}

/** An API beyond the bounds of an import is written like any other; nobody can read it back here, so nothing is compared. */
function lostIn(document: JsonObject, definition: RestApiDefinition): JsonObject | null {
  try {
    return lostFacts(definition, readApi(document).definition);
  } catch (error) {
    if (error instanceof InvalidDocument) return null;
    throw error;
  }
}
