import { Controller } from '@nestjs/common';
import { type CreateStageRequest, type DeleteStageRequest, type GetStageRequest, type GetStagesRequest, type UpdateStageRequest, V1 } from '@gatehouse/contract-wire';
import { Operation } from '@gatehouse/control-operation';
import { type V1UseCase } from '../use-case.js';
import { StagesService } from './stages.service.js';

@Controller()
export class StagesController {
  constructor(private readonly stages: StagesService) {}

  @Operation(V1.CreateStage) create(input: CreateStageRequest, useCase: V1UseCase) { return this.stages.create(input, useCase); }
  @Operation(V1.GetStage) get(input: GetStageRequest, useCase: V1UseCase) { return this.stages.get(input, useCase); }
  @Operation(V1.GetStages) list(input: GetStagesRequest, useCase: V1UseCase) { return this.stages.list(input, useCase); }
  @Operation(V1.UpdateStage) update(input: UpdateStageRequest, useCase: V1UseCase) { return this.stages.update(input, useCase); }
  @Operation(V1.DeleteStage) delete(input: DeleteStageRequest, useCase: V1UseCase) { return this.stages.delete(input, useCase); }
}
