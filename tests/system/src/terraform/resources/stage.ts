import { CreateStageCommand, DeleteStageCommand, GetStageCommand, UpdateStageCommand, type CacheClusterSize, type CacheClusterStatus, type CanarySettings, type PatchOperation, type Stage } from '@aws-sdk/client-api-gateway';
import { found, orNull, type Provider, tolerating, waitFor } from '../provider.js';
import { remove, replace, type ResourceData } from '../resource-data.js';
import { byParts, type Resource } from '../resource.js';
import { type Attributes, flag, list, map, number, text } from '../schema.js';

const arnOf = ({ restApiId, stageName }: Place): string => `/restapis/${restApiId}/stages/${stageName}`;
interface Place { readonly restApiId: string; readonly stageName: string }
const place = ({ rest_api_id, stage_name }: Attributes): Place => ({ restApiId: rest_api_id as string, stageName: stage_name as string });
const idOf = (...parts: readonly (string | undefined)[]): string => `ags-${parts.join('-')}`;

/** Variables: removed ones, then new and changed ones, always as replaces and with bare names. */
function variableOperations(prefix: string, old: Readonly<Record<string, string>>, next: Readonly<Record<string, string>>): PatchOperation[] {
  return [
    ...Object.keys(old).filter(name => !(name in next)).map(name => remove(prefix + name)),
    ...Object.entries(next).filter(([name, value]) => old[name] !== value).map(([name, value]) => replace(prefix + name, value)),
  ];
}

/** A percentage goes as Go's %f. A canary that is not there yet starts from nothing. */
function canaryOperations(data: ResourceData): PatchOperation[] {
  if (!data.changes('canary_settings')) return [];
  const [next] = data.blocks('canary_settings');
  if (!next) return [remove('/canarySettings')];
  const [old = {}] = (data.value('canary_settings', data.before) ?? []) as readonly Attributes[];
  const overrides = (block: Attributes): Record<string, string> => ({ ...(block['stage_variable_overrides'] as Record<string, string> | null) });
  return [
    ...variableOperations('/canarySettings/stageVariableOverrides/', overrides(old), overrides(next)),
    ...(data.changes('canary_settings.0.percent_traffic') ? [replace('/canarySettings/percentTraffic', data.number('canary_settings.0.percent_traffic').toFixed(6))] : []),
    ...data.replaces([['canary_settings.0.deployment_id', '/canarySettings/deploymentId'], ['canary_settings.0.use_stage_cache', '/canarySettings/useStageCache']]),
  ];
}

function logOperations(data: ResourceData): PatchOperation[] {
  if (!data.changes('access_log_settings')) return [];
  if (!data.has('access_log_settings')) return [remove('/accessLogSettings')];
  return [replace('/accessLogSettings/destinationArn', data.text('access_log_settings.0.destination_arn')), replace('/accessLogSettings/format', data.text('access_log_settings.0.format'))];
}

/** The size of the cache is changed only while the cache is on. */
const operations = (data: ResourceData): PatchOperation[] => [
  ...data.replaces([['cache_cluster_enabled', '/cacheClusterEnabled'], ...(data.flag('cache_cluster_enabled') ? [['cache_cluster_size', '/cacheClusterSize'] as const] : []), ['client_certificate_id', '/clientCertificateId']]),
  ...canaryOperations(data),
  ...data.replaces([['deployment_id', '/deploymentId'], ['description', '/description'], ['xray_tracing_enabled', '/tracingEnabled'], ['documentation_version', '/documentationVersion']]),
  ...(data.changes('variables') ? variableOperations('/variables/', data.old('variables'), data.map('variables')) : []),
  ...logOperations(data),
];

async function waitForCache(aws: Provider, key: Place, { cacheClusterStatus }: Stage): Promise<void> {
  if (cacheClusterStatus === 'NOT_AVAILABLE') return;
  const look = async (): Promise<CacheClusterStatus | undefined> => (await found(aws.send(new GetStageCommand(key))))?.cacheClusterStatus;
  await waitFor<CacheClusterStatus>(look, ['AVAILABLE', 'DELETE_IN_PROGRESS'], ['CREATE_IN_PROGRESS', 'FLUSH_IN_PROGRESS']);
}

async function patch(aws: Provider, data: ResourceData): Promise<void> {
  const key = place(data.planned);
  const answer = await aws.send(new UpdateStageCommand({ ...key, patchOperations: operations(data) }));
  if (data.changes('cache_cluster_enabled') || data.changes('cache_cluster_size')) await waitForCache(aws, key, answer);
}

function expandCanary(data: ResourceData): CanarySettings | undefined {
  if (!data.has('canary_settings')) return undefined;
  return {
    deploymentId: data.given('canary_settings.0.deployment_id') ?? data.text('deployment_id'), percentTraffic: data.number('canary_settings.0.percent_traffic') || undefined,
    stageVariableOverrides: data.filled('canary_settings.0.stage_variable_overrides'), useStageCache: data.flag('canary_settings.0.use_stage_cache') || undefined,
  };
}

/** aws_api_gateway_stage: a certificate and access logs come by a patch after the create, which then repeats the rest. */
export const stage: Resource = {
  name: 'aws_api_gateway_stage',
  schema: {
    rest_api_id: text.required({ forcesNew: true }), stage_name: text.required({ forcesNew: true }), deployment_id: text.required(), access_log_settings: list.optional({ of: { destination_arn: text.required(), format: text.required() } }),
    cache_cluster_enabled: flag.optional(), cache_cluster_size: text.optional(), client_certificate_id: text.optional(), description: text.optional(), documentation_version: text.optional(), variables: map.optional(),
    xray_tracing_enabled: flag.optional(), tags: map.optional(), arn: text.computed(), execution_arn: text.computed(), invoke_url: text.computed(), web_acl_arn: text.computed(),
    canary_settings: list.optional({ of: { deployment_id: text.either(), percent_traffic: number.optional({ default: 0 }), stage_variable_overrides: map.optional(), use_stage_cache: flag.optional() } }),
  },
  async create(aws, data) {
    const key = place(data.planned);
    const answer = await aws.send(new CreateStageCommand({
      ...key, deploymentId: data.text('deployment_id'), tags: data.filled('tags'), cacheClusterEnabled: data.flag('cache_cluster_enabled') || undefined, cacheClusterSize: data.given('cache_cluster_size') as CacheClusterSize | undefined,
      canarySettings: expandCanary(data), description: data.given('description'), documentationVersion: data.given('documentation_version'), variables: data.filled('variables'), tracingEnabled: data.flag('xray_tracing_enabled') || undefined,
    }));
    if (data.has('cache_cluster_enabled') || data.has('cache_cluster_size')) await waitForCache(aws, key, answer);
    if (data.has('client_certificate_id') || data.has('access_log_settings')) await patch(aws, data);
    return idOf(key.restApiId, key.stageName);
  },
  async read(aws, { attributes }) {
    const key = place(attributes);
    const answer = await found(aws.send(new GetStageCommand(key)));
    if (!answer) return null;
    const { accessLogSettings: log, canarySettings: canary } = answer;
    const isCached = answer.cacheClusterStatus !== 'DELETE_IN_PROGRESS' && (answer.cacheClusterEnabled ?? false);
    return {
      access_log_settings: log ? [{ destination_arn: log.destinationArn ?? '', format: log.format ?? '' }] : [], arn: aws.arn(arnOf(key)), cache_cluster_enabled: isCached,
      cache_cluster_size: isCached ? orNull(answer.cacheClusterSize) : (attributes['cache_cluster_size'] ?? null), client_certificate_id: orNull(answer.clientCertificateId), deployment_id: orNull(answer.deploymentId),
      canary_settings: canary ? [{ deployment_id: orNull(canary.deploymentId), percent_traffic: canary.percentTraffic ?? 0, stage_variable_overrides: canary.stageVariableOverrides ?? {}, use_stage_cache: canary.useStageCache ?? false }] : [],
      description: orNull(answer.description), documentation_version: orNull(answer.documentationVersion), execution_arn: aws.executionArn(`${key.restApiId}/${key.stageName}`),
      invoke_url: `https://${key.restApiId}.execute-api.${aws.region}.amazonaws.com/${key.stageName}`, variables: answer.variables ?? {}, web_acl_arn: orNull(answer.webAclArn),
      xray_tracing_enabled: answer.tracingEnabled ?? false, tags: answer.tags ?? {},
    };
  },
  async update(aws, id, data) {
    await aws.updateTags(aws.arn(arnOf(place(data.planned))), data);
    if (data.changesBesides('tags')) await patch(aws, data);
    return id;
  },
  delete: (aws, { attributes }) => tolerating(aws.send(new DeleteStageCommand(place(attributes)))),
  importer: byParts(['rest_api_id', 'stage_name'], idOf),
};
