import { type EntityManager } from 'typeorm';
import { type IntegrationFields, IntegrationRow } from './api/integration.js';
import { type IntegrationResponseFields, IntegrationResponseRow } from './api/integration-response.js';
import { type MethodFields, MethodRow } from './api/method.js';
import { type MethodResponseFields, MethodResponseRow } from './api/method-response.js';
import { ResourceRow } from './api/resource.js';
import { type RestApiFields, RestApiRow } from './api/rest-api.js';

/** The format of a stored source. A later one says how to read this one. */
export const SOURCE_FORMAT = 1;

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
}

/** Reads the source of an API, or null when there is none. Six statements, whatever the API's size. */
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
  });
}

/** Rows -> source. The order of rows leaves no trace: resources lie by path, methods by name, responses by status. */
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
  };
}
