import { Column, Entity, PrimaryColumn } from 'typeorm';
import { Row } from '../row.js';

/** The settings of one method of a stage, or of all under the key of two stars. `loggingLevel` is null until somebody sets it. */
export interface StageMethodSettings {
  readonly metricsEnabled: boolean;
  readonly loggingLevel: 'OFF' | 'ERROR' | 'INFO' | null;
  readonly dataTraceEnabled: boolean;
  readonly throttlingBurstLimit: number;
  readonly throttlingRateLimit: number;
  readonly cachingEnabled: boolean;
  readonly cacheTtlInSeconds: number;
  readonly cacheDataEncrypted: boolean;
  readonly requireAuthorizationForCacheControl: boolean;
  readonly unauthorizedCacheControlHeaderStrategy: 'FAIL_WITH_403' | 'SUCCEED_WITH_RESPONSE_HEADER' | 'SUCCEED_WITHOUT_RESPONSE_HEADER';
}

/** A share of a stage's traffic that another deployment answers. */
export interface CanaryColumn {
  readonly percentTraffic: number;
  readonly deploymentId: string;
  readonly stageVariableOverrides: Readonly<Record<string, string>>;
  readonly useStageCache: boolean;
}

/** Everything a stage decides beside its deployment. */
export interface StageFields {
  readonly description: string | null;
  readonly cacheClusterEnabled: boolean;
  readonly cacheClusterSize: string | null;
  readonly clientCertificateId: string | null;
  readonly documentationVersion: string | null;
  readonly tracingEnabled: boolean;
  readonly variables: Readonly<Record<string, string>>;
  /** Keys are two stars with a slash between, or `{path without leading slash}/{METHOD}`. */
  readonly methodSettings: Readonly<Record<string, StageMethodSettings>>;
  readonly accessLogSettings: { readonly destinationArn: string | null; readonly format: string | null } | null;
  readonly canarySettings: CanaryColumn | null;
  /** How often the stage's caches were flushed; absent = never. */
  readonly cacheGeneration?: number;
  readonly authorizerCacheGeneration?: number;
}

/** A stage of a REST API: a name under which one of its deployments is served. */
@Entity('stages')
export class StageRow extends Row {
  @PrimaryColumn({ name: 'rest_api_id', type: 'text' }) restApiId!: string;
  @PrimaryColumn({ name: 'stage_name', type: 'text' }) stageName!: string;
  @Column({ name: 'deployment_id', type: 'text' }) deploymentId!: string;
  @Column({ type: 'jsonb' }) fields!: StageFields;
  @Column({ type: 'jsonb' }) tags!: Readonly<Record<string, string>>;
}
