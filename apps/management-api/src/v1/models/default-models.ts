import { DEFAULT_MODELS } from '@gatehouse/contract-definition';
import { newShortId } from '@gatehouse/contract-primitives';
import { insertRow, ModelRow } from '@gatehouse/control-store';
import { scopeOf, type V1UseCase } from '../use-case.js';

/** Gives a new API the two models that every API is born with. */
export async function insertDefaultModels(useCase: V1UseCase, restApiId: string): Promise<void> {
  for (const { name, fields } of DEFAULT_MODELS) await insertRow(useCase.manager, ModelRow, { ...scopeOf(useCase), restApiId, id: newShortId(), name, fields }, useCase.now);
}
