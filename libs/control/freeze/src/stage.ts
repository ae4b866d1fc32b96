import { unescapeSegment } from '@gatehouse/contract-primitives';
import { FORMAT, type MethodSettings, type StageSettings } from '@gatehouse/contract-snapshot';
import { type StageMethodSettings, type StageSource } from '@gatehouse/control-store';

/** What a stage decides, with the frozen API that it serves named by digest. Access logs need both a destination and a format, as at AWS. */
export function freezeStage({ stage, snapshotDigest, canarySnapshotDigest }: StageSource): StageSettings {
  const { fields } = stage;
  const { accessLogSettings, canarySettings } = fields;
  return {
    format: FORMAT, kind: 'stage', accountId: stage.accountId, region: stage.region,
    restApiId: stage.restApiId,
    stageName: stage.stageName,
    deploymentId: stage.deploymentId,
    snapshot: snapshotDigest,
    variables: { ...fields.variables },
    methodSettings: freezeMethodSettings(fields.methodSettings),
    accessLog: accessLogSettings?.destinationArn && accessLogSettings.format ? { destinationArn: accessLogSettings.destinationArn, format: accessLogSettings.format } : null,
    canary: canarySettings !== null && canarySnapshotDigest !== null
      ? { percentTraffic: canarySettings.percentTraffic, deploymentId: canarySettings.deploymentId, snapshot: canarySnapshotDigest, stageVariableOverrides: { ...canarySettings.stageVariableOverrides }, useStageCache: canarySettings.useStageCache }
      : null,
    tracingEnabled: fields.tracingEnabled,
    cacheClusterEnabled: fields.cacheClusterEnabled,
    cacheClusterSize: fields.cacheClusterSize,
    cacheGeneration: fields.cacheGeneration ?? 0,
    authorizerCacheGeneration: fields.authorizerCacheGeneration ?? 0,
  };
}

/** The route that a key of a stage means, however its slashes are written: `pets/{id}/GET`, `/GET` for the root. */
function routeOf(key: string): string {
  const method = key.lastIndexOf('/');
  return unescapeSegment(key.slice(0, method)).replace(/^\/+/, '') + key.slice(method);
}

/** Of several spellings of one method the escaped one holds, because AWS heeds no other. */
function freezeMethodSettings(all: Readonly<Record<string, StageMethodSettings>>): Record<string, MethodSettings> {
  const isEscaped = ([key]: readonly [string, unknown]): number => Number(key.startsWith('~1'));
  return Object.fromEntries(Object.entries(all).sort((a, b) => isEscaped(a) - isEscaped(b)).map(([key, settings]) => [routeOf(key), freezeSettings(settings)]));
}

/** A limit below zero is switched off (Terraform writes -1), so it is no limit of the stage; the account's still holds. */
const freezeSettings = (settings: StageMethodSettings): MethodSettings => ({
  ...settings,
  loggingLevel: settings.loggingLevel ?? 'OFF',
  throttlingRateLimit: settings.throttlingRateLimit < 0 ? null : settings.throttlingRateLimit,
  throttlingBurstLimit: settings.throttlingBurstLimit < 0 ? null : settings.throttlingBurstLimit,
});
