import { Controller } from '@nestjs/common';
import { type CreateResourceRequest, type DeleteResourceRequest, type GetResourceRequest, type GetResourcesRequest, type UpdateResourceRequest, V1 } from '@gatehouse/contract-wire';
import { Operation } from '@gatehouse/control-operation';
import { type V1UseCase } from '../use-case.js';
import { ResourcesService } from './resources.service.js';

@Controller()
export class ResourcesController {
  constructor(private readonly resources: ResourcesService) {}

  @Operation(V1.CreateResource) create(input: CreateResourceRequest, useCase: V1UseCase) { return this.resources.create(input, useCase); }
  @Operation(V1.GetResource) get(input: GetResourceRequest, useCase: V1UseCase) { return this.resources.get(input, useCase); }
  @Operation(V1.GetResources) list(input: GetResourcesRequest, useCase: V1UseCase) { return this.resources.list(input, useCase); }
  @Operation(V1.UpdateResource) update(input: UpdateResourceRequest, useCase: V1UseCase) { return this.resources.update(input, useCase); }
  @Operation(V1.DeleteResource) delete(input: DeleteResourceRequest, useCase: V1UseCase) { return this.resources.delete(input, useCase); }
}
