import { Controller } from '@nestjs/common';
import {
  type CreateModelRequest, type DeleteModelRequest, type GetModelRequest, type GetModelsRequest, type GetModelTemplateRequest, type UpdateModelRequest, V1,
} from '@gatehouse/contract-wire';
import { Operation } from '@gatehouse/control-operation';
import { type V1UseCase } from '../use-case.js';
import { ModelsService } from './models.service.js';

@Controller()
export class ModelsController {
  constructor(private readonly models: ModelsService) {}

  @Operation(V1.CreateModel) create(input: CreateModelRequest, useCase: V1UseCase) { return this.models.create(input, useCase); }
  @Operation(V1.GetModel) get(input: GetModelRequest, useCase: V1UseCase) { return this.models.get(input, useCase); }
  @Operation(V1.GetModels) list(input: GetModelsRequest, useCase: V1UseCase) { return this.models.list(input, useCase); }
  @Operation(V1.GetModelTemplate) template(input: GetModelTemplateRequest, useCase: V1UseCase) { return this.models.template(input, useCase); }
  @Operation(V1.UpdateModel) update(input: UpdateModelRequest, useCase: V1UseCase) { return this.models.update(input, useCase); }
  @Operation(V1.DeleteModel) delete(input: DeleteModelRequest, useCase: V1UseCase) { return this.models.delete(input, useCase); }
}
