import { BasePathMappingRow } from '@gatehouse/control-store';
import { scopeOf, type V1UseCase } from '../use-case.js';
import { apiIsMapped, stageIsMapped } from './base-path-mappings.faults.js';

/** Refuses to delete an API that a custom domain still leads to. */
export async function refuseMappedApi(useCase: V1UseCase, restApiId: string): Promise<void> {
  if (await useCase.manager.existsBy(BasePathMappingRow, { ...scopeOf(useCase), restApiId })) throw apiIsMapped();
}

/** Refuses to delete a stage that a custom domain still leads to. */
export async function refuseMappedStage(useCase: V1UseCase, restApiId: string, stage: string): Promise<void> {
  if (await useCase.manager.existsBy(BasePathMappingRow, { ...scopeOf(useCase), restApiId, stage })) throw stageIsMapped();
}
