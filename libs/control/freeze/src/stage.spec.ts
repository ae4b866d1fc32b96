import { type StageMethodSettings, type StageSource, type StageFields } from '@gatehouse/control-store';
import { describe, expect, it } from 'vitest';
import { freezeStage } from './stage.js';

const SETTINGS: StageMethodSettings = {
  metricsEnabled: true, loggingLevel: null, dataTraceEnabled: false, throttlingBurstLimit: 5_000, throttlingRateLimit: 10_000, cachingEnabled: false, cacheTtlInSeconds: 300,
  cacheDataEncrypted: false, requireAuthorizationForCacheControl: true, unauthorizedCacheControlHeaderStrategy: 'SUCCEED_WITH_RESPONSE_HEADER',
};
const FIELDS: StageFields = {
  description: null, cacheClusterEnabled: false, cacheClusterSize: null, clientCertificateId: null, documentationVersion: null, tracingEnabled: false, variables: { v: '1' }, methodSettings: {},
  accessLogSettings: null, canarySettings: null,
};
const source = (fields: Partial<StageFields>, canarySnapshotDigest: string | null = null): StageSource => ({
  stage: { accountId: '1', region: 'r', restApiId: 'a', stageName: 'dev', deploymentId: 'd', fields: { ...FIELDS, ...fields }, tags: {}, version: 1, createdAt: new Date(0), updatedAt: new Date(0) },
  snapshotDigest: 'digest', canarySnapshotDigest,
});

describe('freezeStage', () => {
  it('drops a limit that is switched off with -1, and keeps the others', () => {
    const { methodSettings } = freezeStage(source({ methodSettings: { '*/*': { ...SETTINGS, throttlingRateLimit: -1, throttlingBurstLimit: -1 }, 'pets/GET': { ...SETTINGS, throttlingRateLimit: 0 } } }));
    expect(methodSettings['*/*']).toEqual({ ...SETTINGS, loggingLevel: 'OFF', throttlingRateLimit: null, throttlingBurstLimit: null });
    expect(methodSettings['pets/GET']).toMatchObject({ throttlingRateLimit: 0, throttlingBurstLimit: 5_000 });
  });

  it('reads every spelling of a method\'s key as its route, and prefers the escaped one', () => {
    const rate = (throttlingRateLimit: number): StageMethodSettings => ({ ...SETTINGS, throttlingRateLimit });
    const { methodSettings } = freezeStage(source({
      methodSettings: { '~1a~1{b}/GET': rate(1), 'a/{b}/GET': rate(2), '/c/d/POST': rate(3), '~1/GET': rate(4), '/GET': rate(5), '//PUT': rate(6), '~1x~0y/ANY': rate(7), 'pets/GET': rate(8) },
    }));
    expect(Object.fromEntries(Object.entries(methodSettings).map(([key, { throttlingRateLimit }]) => [key, throttlingRateLimit]))).toEqual({ 'a/{b}/GET': 1, 'c/d/POST': 3, '/GET': 4, '/PUT': 6, 'x~y/ANY': 7, 'pets/GET': 8 });
  });

  it('logs only where both a destination and a format are set', () => {
    expect(freezeStage(source({ accessLogSettings: { destinationArn: 'arn', format: null } })).accessLog).toBeNull();
    expect(freezeStage(source({ accessLogSettings: { destinationArn: 'arn', format: 'f' } })).accessLog).toEqual({ destinationArn: 'arn', format: 'f' });
  });

  it('names the canary\'s document, and none where there is no canary', () => {
    const canarySettings = { percentTraffic: 5, deploymentId: 'e', stageVariableOverrides: { v: '2' }, useStageCache: false };
    expect(freezeStage(source({ canarySettings }, 'other')).canary).toEqual({ ...canarySettings, snapshot: 'other' });
    expect(freezeStage(source({})).canary).toBeNull();
  });
});
