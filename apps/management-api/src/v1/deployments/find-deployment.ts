import { DeploymentRow, StageRow } from '@gatehouse/control-store';
import { scopeOf, type V1UseCase } from '../use-case.js';
import { deploymentDoesNotExist, noSuchDeployment } from './deployments.faults.js';

/** The deployment of that id in that API, or 404. */
export async function findDeployment(useCase: V1UseCase, restApiId: string, id: string): Promise<DeploymentRow> {
  const row = await useCase.manager.findOneBy(DeploymentRow, { ...scopeOf(useCase), restApiId, id });
  if (!row) throw noSuchDeployment();
  return row;
}

/** Refuses a pointer to a deployment that this API has not: 400. */
export async function holdDeployment(useCase: V1UseCase, restApiId: string, id: string): Promise<void> {
  if (!(await useCase.manager.existsBy(DeploymentRow, { ...scopeOf(useCase), restApiId, id }))) throw deploymentDoesNotExist();
}

/** True when a stage serves the deployment, as its own or as its canary. */
export async function isDeployed(useCase: V1UseCase, restApiId: string, id: string): Promise<boolean> {
  const stages = await useCase.manager.findBy(StageRow, { ...scopeOf(useCase), restApiId });
  return stages.some(stage => stage.deploymentId === id || stage.fields.canarySettings?.deploymentId === id);
}
