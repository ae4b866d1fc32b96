import { Any, type EntityManager } from 'typeorm';
import { DeploymentRow } from './api/deployment.js';
import { StageRow } from './api/stage.js';

/** A stage's row with the digests of what it serves: all that freezing a stage needs. */
export interface StageSource { readonly stage: StageRow; readonly snapshotDigest: string; readonly canarySnapshotDigest: string | null }

/** Reads the stages that are asked for and still exist, in three statements however many there are. */
export async function loadStages(
  manager: EntityManager, { accountId, region }: { readonly accountId: string; readonly region: string }, wanted: readonly { readonly restApiId: string; readonly stageName: string }[],
): Promise<readonly StageSource[]> {
  if (wanted.length === 0) return [];
  const names = new Set(wanted.map(({ restApiId, stageName }) => `${restApiId}/${stageName}`));
  const apis = Any([...new Set(wanted.map(stage => stage.restApiId))]);
  const stages = (await manager.findBy(StageRow, { accountId, region, restApiId: apis })).filter(stage => names.has(`${stage.restApiId}/${stage.stageName}`));
  const ids = stages.flatMap(stage => [stage.deploymentId, ...(stage.fields.canarySettings ? [stage.fields.canarySettings.deploymentId] : [])]);
  const deployments = await manager.find(DeploymentRow, { select: { restApiId: true, id: true, snapshotDigest: true }, where: { accountId, region, restApiId: apis, id: Any(ids) } });
  const digests = new Map(deployments.map(row => [`${row.restApiId}/${row.id}`, row.snapshotDigest]));
  return stages.flatMap(stage => {
    const snapshotDigest = digests.get(`${stage.restApiId}/${stage.deploymentId}`);
    const canary = stage.fields.canarySettings;
    return snapshotDigest === undefined ? [] : [{ stage, snapshotDigest, canarySnapshotDigest: canary ? digests.get(`${stage.restApiId}/${canary.deploymentId}`) ?? null : null }];
  });
}
