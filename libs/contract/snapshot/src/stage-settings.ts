import { z } from 'zod';
import { FORMAT } from './api-snapshot.js';

export const MethodSettings = z.object({
  metricsEnabled: z.boolean(),
  loggingLevel: z.enum(['OFF', 'ERROR', 'INFO']),
  dataTraceEnabled: z.boolean(),
  /** Requests a second and bucket size; null where nobody set them, so the account's limits hold alone. */
  throttlingRateLimit: z.number().nullable(),
  throttlingBurstLimit: z.number().nullable(),
  cachingEnabled: z.boolean(),
  cacheTtlInSeconds: z.number().int(),
  cacheDataEncrypted: z.boolean(),
  requireAuthorizationForCacheControl: z.boolean(),
  unauthorizedCacheControlHeaderStrategy: z.enum(['FAIL_WITH_403', 'SUCCEED_WITH_RESPONSE_HEADER', 'SUCCEED_WITHOUT_RESPONSE_HEADER']),
});
export type MethodSettings = z.infer<typeof MethodSettings>;

/** What a stage decides and changes at once, without a deployment. Names the frozen API that it serves by digest. */
export const StageSettings = z.object({
  format: z.literal(FORMAT),
  kind: z.literal('stage'),
  accountId: z.string(),
  region: z.string(),
  restApiId: z.string(),
  stageName: z.string(),
  deploymentId: z.string(),
  /** Digest of the ApiSnapshot document. */
  snapshot: z.string(),
  variables: z.record(z.string(), z.string()),
  /** Keys are `*` + `/*` (the whole stage) or `{path without leading slash}/{METHOD}`, e.g. `pets/{petId}/GET`; `/GET` for the root. */
  methodSettings: z.record(z.string(), MethodSettings),
  accessLog: z.object({ destinationArn: z.string(), format: z.string() }).nullable(),
  canary: z.object({ percentTraffic: z.number(), deploymentId: z.string(), snapshot: z.string(), stageVariableOverrides: z.record(z.string(), z.string()), useStageCache: z.boolean() }).nullable(),
  tracingEnabled: z.boolean(),
  cacheClusterEnabled: z.boolean(),
  cacheClusterSize: z.string().nullable(),
  /** Raised by each flush: what was cached under a lower number is never read again. */
  cacheGeneration: z.number().int().default(0),
  authorizerCacheGeneration: z.number().int().default(0),
});
export type StageSettings = z.infer<typeof StageSettings>;
