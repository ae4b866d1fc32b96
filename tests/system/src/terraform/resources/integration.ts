import {
  DeleteIntegrationCommand, GetIntegrationCommand, PutIntegrationCommand, UpdateIntegrationCommand, type ConnectionType, type ContentHandlingStrategy, type IntegrationType, type PatchOperation, type ResponseTransferMode,
} from '@aws-sdk/client-api-gateway';
import { found, orNull, tolerating } from '../provider.js';
import { add, mapOperations, remove, type ResourceData, slashes } from '../resource-data.js';
import { byParts, type Resource } from '../resource.js';
import { flag, list, map, number, set, text } from '../schema.js';
import { METHOD_PARTS, methodId, methodPlace } from './method-place.js';

const PREFIX = '/cacheKeyParameters';

/** Everything but cache keys. Templates are repeated even when they are the same, parameters are not. */
const firstStage = (data: ResourceData): PatchOperation[] => [
  ...(data.changes('request_templates') ? mapOperations('/requestTemplates', data.old('request_templates'), data.map('request_templates'), { repeats: true }) : []),
  ...(data.changes('request_parameters') ? mapOperations('/requestParameters', data.old('request_parameters'), data.map('request_parameters')) : []),
  ...data.replaces([
    ['cache_namespace', '/cacheNamespace'], ['uri', '/uri'], ['content_handling', '/contentHandling'], ['connection_type', '/connectionType'], ['connection_id', '/connectionId'],
    ['timeout_milliseconds', '/timeoutInMillis'], ['response_transfer_mode', '/responseTransferMode'], ['integration_target', '/integrationTarget'],
  ]),
  ...(data.has('tls_config') ? data.replaces([['tls_config.0.insecure_skip_verification', '/tlsConfig/insecureSkipVerification']]) : []),
];

/** Cache keys, in the light of what the first stage left: parameters take along the keys that rest on them. */
function secondStage(data: ResourceData, present: readonly string[]): PatchOperation[] {
  if (!data.changes('cache_key_parameters')) return [];
  const { gone, come, stay } = data.moves('cache_key_parameters');
  const path = (name: string): string => `${PREFIX}/${slashes(name)}`;
  return [
    ...gone.filter(name => present.includes(name)).map(name => remove(path(name), '')),
    ...[...stay, ...come].filter(name => !present.includes(name)).map(name => add(path(name), '')),
  ];
}

/** aws_api_gateway_integration */
export const integration: Resource = {
  name: 'aws_api_gateway_integration',
  schema: {
    ...METHOD_PARTS, type: text.required({ forcesNew: true }), connection_type: text.optional({ default: 'INTERNET' }), connection_id: text.optional(), uri: text.optional(), credentials: text.optional({ forcesNew: true }),
    integration_http_method: text.optional({ forcesNew: true }), request_templates: map.optional(), request_parameters: map.optional(), content_handling: text.optional(),
    passthrough_behavior: text.either({ forcesNew: true }), cache_key_parameters: set.optional(), cache_namespace: text.either(), timeout_milliseconds: number.optional({ default: 29_000 }),
    response_transfer_mode: text.either(), integration_target: text.optional(), tls_config: list.optional({ of: { insecure_skip_verification: flag.optional() } }),
  },
  async create(aws, data) {
    const place = methodPlace(data.planned);
    const keys = data.has('cache_key_parameters') ? [...data.texts('cache_key_parameters')] : undefined;
    await aws.send(new PutIntegrationCommand({
      ...place, type: data.text('type') as IntegrationType, cacheKeyParameters: keys, cacheNamespace: data.given('cache_namespace') ?? (keys && place.resourceId), connectionId: data.given('connection_id'),
      connectionType: data.given('connection_type') as ConnectionType | undefined, contentHandling: data.given('content_handling') as ContentHandlingStrategy | undefined, credentials: data.given('credentials'),
      integrationHttpMethod: data.given('integration_http_method'), passthroughBehavior: data.given('passthrough_behavior'), requestParameters: data.filled('request_parameters'), requestTemplates: data.filled('request_templates'),
      timeoutInMillis: data.number('timeout_milliseconds'), uri: data.given('uri'), responseTransferMode: data.given('response_transfer_mode') as ResponseTransferMode | undefined,
      integrationTarget: data.given('integration_target'), tlsConfig: data.has('tls_config') ? { insecureSkipVerification: data.flag('tls_config.0.insecure_skip_verification') || undefined } : undefined,
    }));
    return methodId('agi', place);
  },
  async read(aws, { attributes }) {
    const answer = await found(aws.send(new GetIntegrationCommand(methodPlace(attributes))));
    return answer && {
      cache_key_parameters: answer.cacheKeyParameters ?? [], cache_namespace: orNull(answer.cacheNamespace), connection_id: orNull(answer.connectionId), connection_type: answer.connectionType ?? 'INTERNET',
      content_handling: orNull(answer.contentHandling), credentials: orNull(answer.credentials), integration_http_method: orNull(answer.httpMethod), passthrough_behavior: orNull(answer.passthroughBehavior),
      request_parameters: answer.requestParameters ?? {}, request_templates: answer.requestTemplates ?? {}, timeout_milliseconds: orNull(answer.timeoutInMillis), type: orNull(answer.type), uri: orNull(answer.uri),
      response_transfer_mode: orNull(answer.responseTransferMode), integration_target: orNull(answer.integrationTarget),
      tls_config: answer.tlsConfig ? [{ insecure_skip_verification: answer.tlsConfig.insecureSkipVerification ?? false }] : [],
    };
  },
  async update(aws, id, data) {
    const place = methodPlace(data.planned);
    const first = firstStage(data);
    if (first.length > 0) await aws.send(new UpdateIntegrationCommand({ ...place, patchOperations: first }));
    const between = await aws.send(new GetIntegrationCommand(place));
    const second = secondStage(data, between.cacheKeyParameters ?? []);
    if (second.length > 0) await aws.send(new UpdateIntegrationCommand({ ...place, patchOperations: second }));
    return id;
  },
  delete: (aws, { attributes }) => tolerating(aws.send(new DeleteIntegrationCommand(methodPlace(attributes)))),
  importer: byParts(Object.keys(METHOD_PARTS), (restApiId, resourceId, httpMethod) => methodId('agi', { restApiId: restApiId!, resourceId: resourceId!, httpMethod: httpMethod! })),
};
