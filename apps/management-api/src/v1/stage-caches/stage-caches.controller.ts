import { Controller } from '@nestjs/common';
import { type FlushStageAuthorizersCacheRequest, type FlushStageCacheRequest, V1 } from '@gatehouse/contract-wire';
import { Operation } from '@gatehouse/control-operation';
import { type V1UseCase } from '../use-case.js';
import { StageCachesService } from './stage-caches.service.js';

@Controller()
export class StageCachesController {
  constructor(private readonly caches: StageCachesService) {}

  @Operation(V1.FlushStageCache) flush(input: FlushStageCacheRequest, useCase: V1UseCase) { return this.caches.flush(input, useCase, 'cacheGeneration'); }
  @Operation(V1.FlushStageAuthorizersCache) flushAuthorizers(input: FlushStageAuthorizersCacheRequest, useCase: V1UseCase) { return this.caches.flush(input, useCase, 'authorizerCacheGeneration'); }
}
