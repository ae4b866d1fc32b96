import { type CacheClusterSize, type MethodSetting, type Stage } from '@gatehouse/contract-wire';
import { type StageMethodSettings, type StageRow } from '@gatehouse/control-store';
import { filledMap } from '../present-map.js';

/** Row -> AWS's Stage. */
export function presentStage({ stageName, deploymentId, fields, tags, createdAt, updatedAt }: StageRow): Stage {
  const { accessLogSettings: log, canarySettings: canary } = fields;
  return {
    deploymentId,
    clientCertificateId: fields.clientCertificateId ?? undefined,
    stageName,
    description: fields.description ?? undefined,
    cacheClusterEnabled: fields.cacheClusterEnabled,
    cacheClusterSize: (fields.cacheClusterSize as CacheClusterSize | null) ?? undefined,
    cacheClusterStatus: fields.cacheClusterEnabled ? 'AVAILABLE' : 'NOT_AVAILABLE',
    methodSettings: Object.fromEntries(Object.entries(fields.methodSettings).map(([key, settings]) => [key, presentSettings(settings)])),
    variables: filledMap(fields.variables),
    documentationVersion: fields.documentationVersion ?? undefined,
    accessLogSettings: log ? { destinationArn: log.destinationArn ?? undefined, format: log.format ?? undefined } : undefined,
    canarySettings: canary ? { ...canary, stageVariableOverrides: filledMap(canary.stageVariableOverrides) } : undefined,
    tracingEnabled: fields.tracingEnabled,
    tags: filledMap(tags),
    createdDate: createdAt,
    lastUpdatedDate: updatedAt,
  };
}

const presentSettings = (settings: StageMethodSettings): MethodSetting => ({ ...settings, loggingLevel: settings.loggingLevel ?? undefined });
