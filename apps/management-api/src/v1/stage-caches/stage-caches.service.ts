import { Injectable } from '@nestjs/common';
import { holdVersion } from '@gatehouse/control-operation';
import { StageRow, updateRow } from '@gatehouse/control-store';
import { findStage } from '../stages/find-stage.js';
import { lockRestApi } from '../rest-apis/find-rest-api.js';
import { type V1UseCase } from '../use-case.js';

/** Which of a stage's caches a flush empties. */
export type CacheGeneration = 'cacheGeneration' | 'authorizerCacheGeneration';

@Injectable()
export class StageCachesService {
  /** A flush raises a number: every gateway, also one that is away now, never reads again what it cached under a lower one. */
  async flush({ restApiId, stageName }: { readonly restApiId: string; readonly stageName: string }, useCase: V1UseCase, generation: CacheGeneration): Promise<void> {
    await lockRestApi(useCase, restApiId);
    const row = await findStage(useCase, restApiId, stageName);
    holdVersion(useCase, row);
    await updateRow(useCase.manager, StageRow, row, { fields: { ...row.fields, [generation]: (row.fields[generation] ?? 0) + 1 } }, useCase.now);
    useCase.touched.stage(restApiId, stageName);
  }
}
