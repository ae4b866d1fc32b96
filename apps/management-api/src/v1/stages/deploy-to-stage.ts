import { type CreateDeploymentRequest } from '@gatehouse/contract-wire';
import { type CanaryColumn, insertRow, type StageFields, StageRow, updateRow } from '@gatehouse/control-store';
import { canaryNeedsStage, canaryStageMissing } from '../deployments/deployments.faults.js';
import { scopeOf, type V1UseCase } from '../use-case.js';
import { checkStage, checkStageName } from './stage.rules.js';

/** A stage on which nobody has set anything. */
export const NEW_STAGE: StageFields = {
  description: null, cacheClusterEnabled: false, cacheClusterSize: null, clientCertificateId: null, documentationVersion: null, tracingEnabled: false,
  variables: {}, methodSettings: {}, accessLogSettings: null, canarySettings: null,
};

const findStage = (useCase: V1UseCase, restApiId: string, stageName: string): Promise<StageRow | null> =>
  useCase.manager.findOneBy(StageRow, { ...scopeOf(useCase), restApiId, stageName });

/** A canary deployment needs a stage that is there. */
export async function holdCanary(useCase: V1UseCase, { restApiId, stageName, canarySettings }: CreateDeploymentRequest): Promise<void> {
  if (!canarySettings) return;
  if (!stageName) throw canaryNeedsStage(stageName);
  if (!(await findStage(useCase, restApiId, stageName))) throw canaryStageMissing(stageName);
}

/**
 * The stage part of CreateDeployment: makes the stage, moves it to the new deployment, or gives it the deployment as its canary. While a stage
 * has a canary, every deployment goes there and the production release stays (the guide's "Create a Canary Release Deployment").
 */
export async function deployToStage(useCase: V1UseCase, input: CreateDeploymentRequest, deploymentId: string): Promise<void> {
  const { restApiId, stageName, canarySettings } = input;
  if (!stageName) return;
  const row = await findStage(useCase, restApiId, stageName);
  const canary = canaryOf(row?.fields.canarySettings ?? null, canarySettings, deploymentId);
  const fields = { ...NEW_STAGE, ...row?.fields, ...given(input), canarySettings: canary };
  checkStage(fields);
  if (row) await updateRow(useCase.manager, StageRow, row, { fields, ...(canary === null && { deploymentId }) }, useCase.now);
  else await insertRow(useCase.manager, StageRow, { ...scopeOf(useCase), restApiId, stageName: checkStageName(stageName), deploymentId, fields, tags: {} }, useCase.now);
  useCase.touched.stage(restApiId, stageName);
}

function canaryOf(present: CanaryColumn | null, given: CreateDeploymentRequest['canarySettings'], deploymentId: string): CanaryColumn | null {
  if (!present && !given) return null;
  const { percentTraffic = 0, stageVariableOverrides = {}, useStageCache = false } = given ?? present ?? {};
  return { percentTraffic, deploymentId, stageVariableOverrides, useStageCache };
}

/** What the caller says of the stage; the rest stays. */
const given = ({ stageDescription, cacheClusterEnabled, cacheClusterSize, variables, tracingEnabled }: CreateDeploymentRequest): Partial<StageFields> => ({
  ...(stageDescription !== undefined && { description: stageDescription || null }),
  ...(cacheClusterEnabled !== undefined && { cacheClusterEnabled }),
  ...(cacheClusterSize !== undefined && { cacheClusterSize }),
  ...(variables !== undefined && { variables }),
  ...(tracingEnabled !== undefined && { tracingEnabled }),
});
