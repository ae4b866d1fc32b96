import { Controller } from '@nestjs/common';
import { type CreateDeploymentRequest, type DeleteDeploymentRequest, type GetDeploymentRequest, type GetDeploymentsRequest, type UpdateDeploymentRequest, V1 } from '@gatehouse/contract-wire';
import { Operation } from '@gatehouse/control-operation';
import { type V1UseCase } from '../use-case.js';
import { DeploymentsService } from './deployments.service.js';

@Controller()
export class DeploymentsController {
  constructor(private readonly deployments: DeploymentsService) {}

  @Operation(V1.CreateDeployment) create(input: CreateDeploymentRequest, useCase: V1UseCase) { return this.deployments.create(input, useCase); }
  @Operation(V1.GetDeployment) get(input: GetDeploymentRequest, useCase: V1UseCase) { return this.deployments.get(input, useCase); }
  @Operation(V1.GetDeployments) list(input: GetDeploymentsRequest, useCase: V1UseCase) { return this.deployments.list(input, useCase); }
  @Operation(V1.UpdateDeployment) update(input: UpdateDeploymentRequest, useCase: V1UseCase) { return this.deployments.update(input, useCase); }
  @Operation(V1.DeleteDeployment) delete(input: DeleteDeploymentRequest, useCase: V1UseCase) { return this.deployments.delete(input, useCase); }
}
