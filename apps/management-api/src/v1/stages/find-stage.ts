import { StageRow } from '@gatehouse/control-store';
import { findRestApi } from '../rest-apis/find-rest-api.js';
import { scopeOf, type V1UseCase } from '../use-case.js';
import { noSuchStage } from './stages.faults.js';

/** A stage's row, or 404: first the API is missed, then the stage. */
export async function findStage(useCase: V1UseCase, restApiId: string, stageName: string): Promise<StageRow> {
  const row = await useCase.manager.findOneBy(StageRow, { ...scopeOf(useCase), restApiId, stageName });
  if (row) return row;
  await findRestApi(useCase, restApiId);
  throw noSuchStage();
}
