import {
  type AuthorizerFields, DEFAULT_MODELS, type GatewayResponseFields, type IntegrationFields, type IntegrationResponseFields, type MethodFields, type MethodResponseFields, type ModelFields,
  type RequestValidatorFields, type RestApiFields,
} from '@gatehouse/contract-definition';
import { type EntityManager } from 'typeorm';
import { AuthorizerRow } from './api/authorizer.js';
import { GatewayResponseRow } from './api/gateway-response.js';
import { IntegrationResponseRow } from './api/integration-response.js';
import { IntegrationRow } from './api/integration.js';
import { MethodResponseRow } from './api/method-response.js';
import { MethodRow } from './api/method.js';
import { ModelRow } from './api/model.js';
import { RequestValidatorRow } from './api/request-validator.js';
import { ResourceRow } from './api/resource.js';
import { RestApiRow } from './api/rest-api.js';

/** The format of a stored source: 1 had no models, validators, gateway responses or authorizers. */
export const SOURCE_FORMAT = 2;

export interface SourceMethod {
  readonly httpMethod: string;
  readonly fields: MethodFields;
  readonly methodResponses: readonly { readonly statusCode: string; readonly fields: MethodResponseFields }[];
  readonly integration: { readonly fields: IntegrationFields; readonly integrationResponses: readonly { readonly statusCode: string; readonly fields: IntegrationResponseFields }[] } | null;
}

export interface SourceResource {
  readonly id: string;
  readonly parentId: string | null;
  readonly pathPart: string | null;
  readonly path: string;
  readonly methods: readonly SourceMethod[];
}

/** A REST API's rows as one lossless document: freeze, export, diff and copy-back to the draft read nothing else. Sorted, so equal APIs have equal sources. */
export interface RestApiSource {
  readonly format: typeof SOURCE_FORMAT;
  readonly accountId: string;
  readonly region: string;
  readonly api: { readonly id: string; readonly name: string; readonly rootResourceId: string; readonly fields: RestApiFields };
  readonly resources: readonly SourceResource[];
  readonly models: readonly { readonly id: string; readonly name: string; readonly fields: ModelFields }[];
  readonly requestValidators: readonly { readonly id: string; readonly name: string; readonly fields: RequestValidatorFields }[];
  readonly authorizers: readonly { readonly id: string; readonly name: string; readonly fields: AuthorizerFields }[];
  readonly gatewayResponses: readonly { readonly responseType: string; readonly fields: GatewayResponseFields }[];
}

/** A source as a deployment stored it, in whatever format that was. */
export type StoredSource = RestApiSource | (Pick<RestApiSource, 'accountId' | 'region' | 'api' | 'resources'> & { readonly format: 1 });

/** Reads a stored source of any format. An API of format 1 had AWS's two default models, without ids of its own. */
export function readSource(stored: StoredSource): RestApiSource {
  if (stored.format === SOURCE_FORMAT) return stored;
  return { ...stored, format: SOURCE_FORMAT, models: DEFAULT_MODELS.map(model => ({ id: model.name.toLowerCase(), ...model })), requestValidators: [], authorizers: [], gatewayResponses: [] };
}

interface MethodKey { readonly resourceId: string; readonly httpMethod: string }
const keyOf = ({ resourceId, httpMethod }: MethodKey): string => `${resourceId}/${httpMethod}`;
const byText = <T>(textOf: (item: T) => string) => (a: T, b: T): number => (textOf(a) < textOf(b) ? -1 : 1);

function groupBy<Item>(items: readonly Item[], textOf: (item: Item) => string): ReadonlyMap<string, readonly Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const group = groups.get(textOf(item));
    if (group) group.push(item);
    else groups.set(textOf(item), [item]);
  }
  return groups;
}

/** The rows of one API, in whatever order the database gives them. */
export interface RestApiRows {
  readonly api: Pick<RestApiRow, 'accountId' | 'region' | 'id' | 'name' | 'rootResourceId' | 'fields'>;
  readonly resources: readonly Pick<ResourceRow, 'id' | 'parentId' | 'pathPart' | 'path'>[];
  readonly methods: readonly Pick<MethodRow, 'resourceId' | 'httpMethod' | 'fields'>[];
  readonly methodResponses: readonly Pick<MethodResponseRow, 'resourceId' | 'httpMethod' | 'statusCode' | 'fields'>[];
  readonly integrations: readonly Pick<IntegrationRow, 'resourceId' | 'httpMethod' | 'fields'>[];
  readonly integrationResponses: readonly Pick<IntegrationResponseRow, 'resourceId' | 'httpMethod' | 'statusCode' | 'fields'>[];
  readonly models: readonly Pick<ModelRow, 'id' | 'name' | 'fields'>[];
  readonly requestValidators: readonly Pick<RequestValidatorRow, 'id' | 'name' | 'fields'>[];
  readonly authorizers: readonly Pick<AuthorizerRow, 'id' | 'name' | 'fields'>[];
  readonly gatewayResponses: readonly Pick<GatewayResponseRow, 'responseType' | 'fields'>[];
}

/** Reads the source of an API, or null when there is none. Ten statements, whatever the API's size. */
export async function loadSource(manager: EntityManager, { accountId, region, restApiId }: { readonly accountId: string; readonly region: string; readonly restApiId: string }): Promise<RestApiSource | null> {
  const api = await manager.findOneBy(RestApiRow, { accountId, region, id: restApiId });
  if (!api) return null;
  const where = { accountId, region, restApiId };
  return sourceOf({
    api,
    resources: await manager.findBy(ResourceRow, where),
    methods: await manager.findBy(MethodRow, where),
    methodResponses: await manager.findBy(MethodResponseRow, where),
    integrations: await manager.findBy(IntegrationRow, where),
    integrationResponses: await manager.findBy(IntegrationResponseRow, where),
    models: await manager.findBy(ModelRow, where),
    requestValidators: await manager.findBy(RequestValidatorRow, where),
    authorizers: await manager.findBy(AuthorizerRow, where),
    gatewayResponses: await manager.findBy(GatewayResponseRow, where),
  });
}

/** Rows -> source. The order of rows leaves no trace: resources lie by path, methods and models by name, responses by status. */
export function sourceOf({ api, resources, ...rows }: RestApiRows): RestApiSource {
  const methods = groupBy(rows.methods, row => row.resourceId);
  const methodResponses = groupBy(rows.methodResponses, keyOf);
  const integrations = new Map(rows.integrations.map(row => [keyOf(row), row]));
  const integrationResponses = groupBy(rows.integrationResponses, keyOf);

  const statusCodes = <Fields>(responses: readonly { readonly statusCode: string; readonly fields: Fields }[] = []): readonly { statusCode: string; fields: Fields }[] =>
    responses.map(({ statusCode, fields }) => ({ statusCode, fields })).sort(byText(row => row.statusCode));
  const methodOf = (row: RestApiRows['methods'][number]): SourceMethod => {
    const integration = integrations.get(keyOf(row));
    return {
      httpMethod: row.httpMethod,
      fields: row.fields,
      methodResponses: statusCodes(methodResponses.get(keyOf(row))),
      integration: integration ? { fields: integration.fields, integrationResponses: statusCodes(integrationResponses.get(keyOf(row))) } : null,
    };
  };
  return {
    format: SOURCE_FORMAT,
    accountId: api.accountId,
    region: api.region,
    api: { id: api.id, name: api.name, rootResourceId: api.rootResourceId, fields: api.fields },
    resources: resources
      .map(({ id, parentId, pathPart, path }) => ({ id, parentId, pathPart, path, methods: (methods.get(id) ?? []).map(methodOf).sort(byText(method => method.httpMethod)) }))
      .sort(byText(resource => resource.path)),
    models: rows.models.map(named).sort(byText(model => model.name)),
    requestValidators: rows.requestValidators.map(named).sort(byText(validator => `${validator.name} ${validator.id}`)),
    authorizers: rows.authorizers.map(named).sort(byText(authorizer => `${authorizer.name} ${authorizer.id}`)),
    gatewayResponses: rows.gatewayResponses.map(({ responseType, fields }) => ({ responseType, fields })).sort(byText(response => response.responseType)),
  };
}

const named = <Fields>({ id, name, fields }: { readonly id: string; readonly name: string; readonly fields: Fields }): { readonly id: string; readonly name: string; readonly fields: Fields } => ({ id, name, fields });
