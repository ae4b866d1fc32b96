import { BadRequestException, GetStageCommand, UpdateStageCommand, type PatchOperation } from '@aws-sdk/client-api-gateway';
import { found, orNull, type Provider, tolerating } from '../provider.js';
import { remove, replace, type ResourceData } from '../resource-data.js';
import { byParts, type Resource } from '../resource.js';
import { type Attributes, flag, list, number, type Schema, text } from '../schema.js';

/** The words of the refusal that the provider's delete takes for "gone already". */
export const NO_SETTING = 'no method setting for this method';

const SETTINGS: Schema = {
  metrics_enabled: flag.either(), logging_level: text.either(), data_trace_enabled: flag.either(), throttling_burst_limit: number.optional({ default: -1 }), throttling_rate_limit: number.optional({ default: -1 }),
  caching_enabled: flag.either(), cache_ttl_in_seconds: number.either(), cache_data_encrypted: flag.either(), require_authorization_for_cache_control: flag.either(), unauthorized_cache_control_header_strategy: text.either(),
};
const PATHS: readonly (readonly [string, string])[] = [
  ['metrics_enabled', 'metrics/enabled'], ['logging_level', 'logging/loglevel'], ['data_trace_enabled', 'logging/dataTrace'], ['throttling_burst_limit', 'throttling/burstLimit'],
  ['throttling_rate_limit', 'throttling/rateLimit'], ['caching_enabled', 'caching/enabled'], ['cache_ttl_in_seconds', 'caching/ttlInSeconds'], ['cache_data_encrypted', 'caching/dataEncrypted'],
  ['require_authorization_for_cache_control', 'caching/requireAuthorizationForCacheControl'], ['unauthorized_cache_control_header_strategy', 'caching/unauthorizedCacheControlHeaderStrategy'],
];
/** A rate goes as Go's %f, and a time to live goes always once it is known. */
const spelled = (name: string, data: ResourceData): string => (name === 'throttling_rate_limit' ? data.number(`settings.0.${name}`).toFixed(6) : String(data.value(`settings.0.${name}`) ?? ''));
const isSent = (name: string, data: ResourceData): boolean => (name === 'cache_ttl_in_seconds' ? data.value(`settings.0.${name}`) !== null : data.changes(`settings.0.${name}`));

const place = ({ rest_api_id, stage_name }: Attributes): { restApiId: string; stageName: string } => ({ restApiId: rest_api_id as string, stageName: stage_name as string });

async function put(aws: Provider, data: ResourceData): Promise<string> {
  const { restApiId, stageName } = place(data.planned);
  const methodPath = data.text('method_path');
  const patchOperations: PatchOperation[] = PATHS.filter(([name]) => isSent(name, data)).map(([name, path]) => replace(`/${methodPath}/${path}`, spelled(name, data)));
  await aws.send(new UpdateStageCommand({ restApiId, stageName, patchOperations }));
  return `${restApiId}-${stageName}-${methodPath}`;
}

/** aws_api_gateway_method_settings: a part of the stage; a missing key of its `methodSettings` means gone. */
export const methodSettings: Resource = {
  name: 'aws_api_gateway_method_settings',
  schema: { rest_api_id: text.required({ forcesNew: true }), stage_name: text.required({ forcesNew: true }), method_path: text.required({ forcesNew: true }), settings: list.required({ of: SETTINGS }) },
  create: put,
  async read(aws, { attributes }) {
    const stage = await found(aws.send(new GetStageCommand(place(attributes))));
    const all = stage?.methodSettings ?? {};
    const key = attributes['method_path'] as string;
    if (!Object.hasOwn(all, key)) return null;
    const answer = all[key]!;
    return {
      settings: [{
        metrics_enabled: answer.metricsEnabled ?? false, logging_level: orNull(answer.loggingLevel), data_trace_enabled: answer.dataTraceEnabled ?? false, throttling_burst_limit: answer.throttlingBurstLimit ?? 0,
        throttling_rate_limit: answer.throttlingRateLimit ?? 0, caching_enabled: answer.cachingEnabled ?? false, cache_ttl_in_seconds: answer.cacheTtlInSeconds ?? 0, cache_data_encrypted: answer.cacheDataEncrypted ?? false,
        require_authorization_for_cache_control: answer.requireAuthorizationForCacheControl ?? false, unauthorized_cache_control_header_strategy: orNull(answer.unauthorizedCacheControlHeaderStrategy),
      }],
    };
  },
  update: (aws, _, data) => put(aws, data),
  delete: (aws, { attributes }) => tolerating(
    aws.send(new UpdateStageCommand({ ...place(attributes), patchOperations: [remove(`/${attributes['method_path'] as string}`)] })),
    error => error instanceof BadRequestException && error.message.includes(NO_SETTING),
  ),
  importer: byParts(['rest_api_id', 'stage_name', 'method_path'], (...parts) => parts.join('-')),
};
