import { type MethodDefinition, type RestApiDefinition } from '@gatehouse/contract-definition';
import { type Json, type JsonObject } from './write/json.js';

/** The definition as one tree in which every fact has an address of names, whatever lists it lies in. */
export function treeOf({ fields, ...api }: RestApiDefinition): JsonObject {
  const { warnings: _, kept, ...own } = fields;
  return {
    fields: own, kept: kept ?? {},
    methods: Object.fromEntries(api.resources.filter(({ methods }) => methods.length > 0).map(({ path, methods }) =>
      [path, Object.fromEntries(methods.map(method => [method.httpMethod, methodTree(method)]))])),
    models: listTree(api.models), requestValidators: listTree(api.requestValidators), authorizers: listTree(api.authorizers),
    gatewayResponses: Object.fromEntries(api.gatewayResponses.map(response => [response.responseType, response.fields])),
    documentationParts: Object.fromEntries(api.documentationParts.map(part => [locationKey(part), { location: part.location, properties: part.properties }])),
  } as unknown as JsonObject;
}

const byStatus = (responses: readonly { readonly statusCode: string; readonly fields: object }[]): object =>
  Object.fromEntries(responses.map(({ statusCode, fields }) => [statusCode, fields]));
const methodTree = ({ fields, methodResponses, integration }: MethodDefinition): object => ({
  fields, methodResponses: byStatus(methodResponses), ...(integration && { integration: integration.fields, integrationResponses: byStatus(integration.integrationResponses) }),
});
const locationKey = ({ location: { type, path, method, statusCode, name } }: RestApiDefinition['documentationParts'][number]): string =>
  [type, path ?? '/', method ?? '*', statusCode ?? '*', name ?? ''].join(' ');

/** Of two things with one name the second has its number behind it. */
function listTree(list: readonly { readonly name: string; readonly fields: object }[]): object {
  const tree = new Map<string, object>();
  for (const { name, fields } of list) {
    let key = name;
    for (let i = 2; tree.has(key); i++) key = `${name}#${i}`;
    tree.set(key, { name, ...fields });
  }
  return Object.fromEntries(tree);
}

/** What the tree of a definition holds: the shape of `lost-shape.ts` sees to it. */
type Fields<List extends 'models' | 'requestValidators' | 'authorizers'> = Readonly<Record<string, { readonly name: string } & RestApiDefinition[List][number]['fields']>>;
type Responses<Response extends { readonly fields: unknown }> = Readonly<Record<string, Response['fields']>>;
type Integration = NonNullable<MethodDefinition['integration']>;
interface MethodTree {
  readonly fields: MethodDefinition['fields'];
  readonly methodResponses: Responses<MethodDefinition['methodResponses'][number]>;
  readonly integration?: Integration['fields'];
  readonly integrationResponses?: Responses<Integration['integrationResponses'][number]>;
}
interface Tree {
  readonly fields: RestApiDefinition['fields'];
  readonly kept: Readonly<Record<string, unknown>>;
  readonly methods: Readonly<Record<string, Readonly<Record<string, MethodTree>>>>;
  readonly models: Fields<'models'>;
  readonly requestValidators: Fields<'requestValidators'>;
  readonly authorizers: Fields<'authorizers'>;
  readonly gatewayResponses: Responses<RestApiDefinition['gatewayResponses'][number]>;
  readonly documentationParts: Readonly<Record<string, RestApiDefinition['documentationParts'][number]>>;
}

const sorted = <Value>(map: Readonly<Record<string, Value>>): readonly (readonly [string, Value])[] => Object.entries(map).sort(([a], [b]) => (a < b ? -1 : 1));
const statuses = <Value>(map: Readonly<Record<string, Value>> = {}): readonly { readonly statusCode: string; readonly fields: Value }[] =>
  sorted(map).map(([statusCode, fields]) => ({ statusCode, fields }));
const named = <Value extends { readonly name: string }>(map: Readonly<Record<string, Value>>): readonly { readonly name: string; readonly fields: Omit<Value, 'name'> }[] =>
  sorted(map).map(([, { name, ...fields }]) => ({ name, fields }));

/** The way back. `read` gives what the tree has no facts of: the name, the resources and the warnings. */
export function fromTree(read: RestApiDefinition, root: Json): RestApiDefinition {
  const { fields, kept, methods, ...tree } = root as unknown as Tree;
  const methodsAt = (path: string): readonly MethodDefinition[] => (Object.hasOwn(methods, path) ? sorted(methods[path]!) : []).map(([httpMethod, method]) => ({
    httpMethod, fields: method.fields, methodResponses: statuses(method.methodResponses),
    integration: method.integration ? { fields: method.integration, integrationResponses: statuses(method.integrationResponses) } : null,
  }));
  return {
    name: read.name,
    fields: { ...fields, ...(read.fields.warnings && { warnings: read.fields.warnings }), ...(Object.keys(kept).length > 0 && { kept }) },
    resources: read.resources.map(({ path }) => ({ path, methods: methodsAt(path) })),
    models: named(tree.models), requestValidators: named(tree.requestValidators), authorizers: named(tree.authorizers),
    gatewayResponses: sorted(tree.gatewayResponses).map(([responseType, response]) => ({ responseType, fields: response })),
    documentationParts: sorted(tree.documentationParts).map(([, part]) => part),
  };
}
