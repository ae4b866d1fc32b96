import {
  CreateRestApiCommand, DeleteRestApiCommand, GetResourcesCommand, GetRestApiCommand, PutRestApiCommand, UpdateRestApiCommand, type ApiKeySourceType, type EndpointAccessMode, type PatchOperation,
  type PutMode, type PutRestApiCommandOutput, type SecurityPolicy,
} from '@aws-sdk/client-api-gateway';
import { allPages, found, orNull, type Provider, rfc3339, tolerating, unquoted } from '../provider.js';
import { add, remove, replace, type ResourceData } from '../resource-data.js';
import { type Resource } from '../resource.js';
import { flag, json, list, map, text } from '../schema.js';
import { ENDPOINT, expandEndpoint, flattenEndpoint } from './endpoint-configuration.js';

const arnOf = (id: string): string => `/restapis/${id}`;
const VPC_ENDPOINTS = '/endpointConfiguration/vpcEndpointIds';
const pointer = (name: string): string => name.replaceAll('~', '~0').replaceAll('/', '~1');
const mediaTypes = (gone: readonly string[], come: readonly string[]): PatchOperation[] =>
  [...gone.map(type => remove(`/binaryMediaTypes/${pointer(type)}`)), ...come.map(type => add(`/binaryMediaTypes/${pointer(type)}`))];
/** -1 stands for "no compression" and is sent as no value at all. */
const compression = (data: ResourceData): PatchOperation => replace('/minimumCompressionSize', data.text('minimum_compression_size') === '-1' ? undefined : data.text('minimum_compression_size'));

/** An update without a body. VPC endpoints and media types are all taken away and put back, whatever stays. */
function operations(data: ResourceData): PatchOperation[] {
  const [oldTypes, oldIds] = ['binary_media_types', 'endpoint_configuration.0.vpc_endpoint_ids'].map(name => (data.value(name, data.before) ?? []) as readonly string[]) as [readonly string[], readonly string[]];
  const has = data.has('endpoint_configuration');
  return [
    ...data.replaces([['api_key_source', '/apiKeySource']]),
    ...(data.changes('binary_media_types') ? mediaTypes(oldTypes, data.texts('binary_media_types')) : []),
    ...data.replaces([['description', '/description'], ['disable_execute_api_endpoint', '/disableExecuteApiEndpoint']]),
    ...(has && data.changes('endpoint_configuration.0.types') ? [replace('/endpointConfiguration/types/0', data.texts('endpoint_configuration.0.types')[0])] : []),
    ...(data.changes('endpoint_configuration.0.vpc_endpoint_ids')
      ? [...oldIds.map(id => remove(VPC_ENDPOINTS, id)), ...data.texts('endpoint_configuration.0.vpc_endpoint_ids').map(id => add(VPC_ENDPOINTS, id))] : []),
    ...(has ? data.replaces([['endpoint_configuration.0.ip_address_type', '/endpointConfiguration/ipAddressType']]) : []),
    ...(data.changes('minimum_compression_size') ? [compression(data)] : []),
    ...data.replaces([['name', '/name'], ['policy', '/policy'], ['security_policy', '/securityPolicy'], ['endpoint_access_mode', '/endpointAccessMode']]),
  ];
}

/** After an import: what the configuration says goes over what the document said. */
function reconciling(data: ResourceData, answer: PutRestApiCommandOutput): PatchOperation[] {
  const wanted = data.texts('endpoint_configuration.0.vpc_endpoint_ids');
  const present = answer.endpointConfiguration?.vpcEndpointIds ?? [];
  const ipAddressType = data.text('endpoint_configuration.0.ip_address_type');
  const unless = (name: string, path: string, is: string | boolean | undefined): PatchOperation[] => (data.has(name) && data.value(name) !== is ? [replace(path, String(data.value(name)))] : []);
  return [
    ...unless('api_key_source', '/apiKeySource', answer.apiKeySource),
    ...(data.has('binary_media_types') ? mediaTypes(answer.binaryMediaTypes ?? [], data.texts('binary_media_types')) : []),
    ...unless('description', '/description', answer.description), ...unless('disable_execute_api_endpoint', '/disableExecuteApiEndpoint', answer.disableExecuteApiEndpoint),
    ...(wanted.length > 0 ? [...present.filter(id => !wanted.includes(id)).map(id => remove(VPC_ENDPOINTS, id)), ...wanted.filter(id => !present.includes(id)).map(id => add(VPC_ENDPOINTS, id))] : []),
    ...(ipAddressType && ipAddressType !== answer.endpointConfiguration?.ipAddressType ? [replace('/endpointConfiguration/ipAddressType', ipAddressType)] : []),
    ...(data.has('minimum_compression_size') && data.text('minimum_compression_size') !== String(answer.minimumCompressionSize ?? 0) ? [compression(data)] : []),
    ...unless('name', '/name', answer.name), ...(data.has('policy') ? [replace('/policy', data.text('policy'))] : []),
  ];
}

async function importBody(aws: Provider, restApiId: string, data: ResourceData): Promise<void> {
  const answer = await aws.send(new PutRestApiCommand({
    restApiId, body: new TextEncoder().encode(data.text('body')), mode: data.text('put_rest_api_mode') as PutMode, failOnWarnings: data.flag('fail_on_warnings') || undefined, parameters: data.filled('parameters'),
  }));
  const patchOperations = reconciling(data, answer);
  if (patchOperations.length > 0) await aws.send(new UpdateRestApiCommand({ restApiId, patchOperations }));
}

/** The root is looked for among all resources, page by page. */
export async function rootResourceId(aws: Provider, restApiId: string): Promise<string | null> {
  const resources = await allPages(position => aws.send(new GetResourcesCommand({ restApiId, position })));
  return resources.find(({ path }) => path === '/')?.id ?? null;
}

/** aws_api_gateway_rest_api, with and without an OpenAPI body. */
export const restApi: Resource = {
  name: 'aws_api_gateway_rest_api',
  schema: {
    name: text.required(), description: text.either(), api_key_source: text.either(), binary_media_types: list.either(), disable_execute_api_endpoint: flag.either(), endpoint_configuration: list.either({ of: ENDPOINT }),
    minimum_compression_size: text.either({ suppresses: (old, next) => (old ?? '') === '' && next === '-1' }), policy: json.either(), tags: map.optional(), security_policy: text.either(), endpoint_access_mode: text.either(),
    body: text.optional({ isWriteOnly: true }), parameters: map.optional({ isWriteOnly: true }), fail_on_warnings: flag.optional({ isWriteOnly: true }), put_rest_api_mode: text.optional({ default: 'overwrite', isWriteOnly: true }),
    arn: text.computed(), created_date: text.computed(), execution_arn: text.computed(), root_resource_id: text.computed(),
  },
  async create(aws, data) {
    const size = data.text('minimum_compression_size');
    const { id } = await aws.send(new CreateRestApiCommand({
      name: data.text('name'), description: data.given('description'), apiKeySource: data.given('api_key_source') as ApiKeySourceType | undefined, binaryMediaTypes: data.has('binary_media_types') ? [...data.texts('binary_media_types')] : undefined,
      disableExecuteApiEndpoint: data.flag('disable_execute_api_endpoint') || undefined, endpointConfiguration: expandEndpoint(data.blocks('endpoint_configuration')[0]),
      minimumCompressionSize: size === '' || size === '-1' ? undefined : Number(size), policy: data.given('policy'), tags: data.filled('tags'),
      securityPolicy: data.given('security_policy') as SecurityPolicy | undefined, endpointAccessMode: data.given('endpoint_access_mode') as EndpointAccessMode | undefined,
    }));
    if (data.has('body')) await importBody(aws, id!, data);
    return id!;
  },
  async read(aws, { id }) {
    const api = await found(aws.send(new GetRestApiCommand({ restApiId: id })));
    return api && {
      api_key_source: orNull(api.apiKeySource), arn: aws.arn(arnOf(id)), binary_media_types: api.binaryMediaTypes ?? [], created_date: rfc3339(api.createdDate), description: orNull(api.description),
      disable_execute_api_endpoint: api.disableExecuteApiEndpoint ?? false, endpoint_configuration: flattenEndpoint(api.endpointConfiguration), execution_arn: aws.executionArn(id),
      minimum_compression_size: api.minimumCompressionSize === undefined ? null : String(api.minimumCompressionSize), name: orNull(api.name), root_resource_id: await rootResourceId(aws, id),
      policy: unquoted(api.policy), tags: api.tags ?? {}, security_policy: orNull(api.securityPolicy), endpoint_access_mode: orNull(api.endpointAccessMode),
    };
  },
  async update(aws, id, data) {
    await aws.updateTags(aws.arn(arnOf(id)), data);
    if (!data.changesBesides('tags')) return id;
    const patchOperations = operations(data);
    if (patchOperations.length > 0) await aws.send(new UpdateRestApiCommand({ restApiId: id, patchOperations }));
    if ((data.changes('body') || data.changes('parameters')) && data.has('body')) await importBody(aws, id, data);
    return id;
  },
  delete: (aws, { id }) => tolerating(aws.send(new DeleteRestApiCommand({ restApiId: id }))),
};
