import { DeploymentRow, StageRow } from '@gatehouse/control-store';
import { scopeOf, type V1UseCase } from '../use-case.js';
import { activeCanaries, activeStages, deploymentDoesNotExist, noSuchDeployment } from './deployments.faults.js';

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

/** Refuses to let go of a deployment that a stage serves, as its own or as its canary: AWS has a sentence for each. */
export async function holdUnserved(useCase: V1UseCase, restApiId: string, id: string): Promise<void> {
  const stages = await useCase.manager.findBy(StageRow, { ...scopeOf(useCase), restApiId });
  if (stages.some(stage => stage.deploymentId === id)) throw activeStages();
  if (stages.some(stage => stage.fields.canarySettings?.deploymentId === id)) throw activeCanaries();
}
