import { Controller } from '@nestjs/common';
import { type CreateBasePathMappingRequest, type DeleteBasePathMappingRequest, type GetBasePathMappingRequest, type GetBasePathMappingsRequest, type UpdateBasePathMappingRequest, V1 } from '@gatehouse/contract-wire';
import { Operation } from '@gatehouse/control-operation';
import { type V1UseCase } from '../use-case.js';
import { BasePathMappingsService } from './base-path-mappings.service.js';

@Controller()
export class BasePathMappingsController {
  constructor(private readonly mappings: BasePathMappingsService) {}

  @Operation(V1.CreateBasePathMapping) create(input: CreateBasePathMappingRequest, useCase: V1UseCase) { return this.mappings.create(input, useCase); }
  @Operation(V1.GetBasePathMapping) get(input: GetBasePathMappingRequest, useCase: V1UseCase) { return this.mappings.get(input, useCase); }
  @Operation(V1.GetBasePathMappings) list(input: GetBasePathMappingsRequest, useCase: V1UseCase) { return this.mappings.list(input, useCase); }
  @Operation(V1.UpdateBasePathMapping) update(input: UpdateBasePathMappingRequest, useCase: V1UseCase) { return this.mappings.update(input, useCase); }
  @Operation(V1.DeleteBasePathMapping) delete(input: DeleteBasePathMappingRequest, useCase: V1UseCase) { return this.mappings.delete(input, useCase); }
}
