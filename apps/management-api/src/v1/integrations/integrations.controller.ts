import { Controller } from '@nestjs/common';
import { type DeleteIntegrationRequest, type GetIntegrationRequest, type PutIntegrationRequest, type UpdateIntegrationRequest, V1 } from '@gatehouse/contract-wire';
import { Operation } from '@gatehouse/control-operation';
import { type V1UseCase } from '../use-case.js';
import { IntegrationsService } from './integrations.service.js';

@Controller()
export class IntegrationsController {
  constructor(private readonly integrations: IntegrationsService) {}

  @Operation(V1.PutIntegration) put(input: PutIntegrationRequest, useCase: V1UseCase) { return this.integrations.put(input, useCase); }
  @Operation(V1.GetIntegration) get(input: GetIntegrationRequest, useCase: V1UseCase) { return this.integrations.get(input, useCase); }
  @Operation(V1.UpdateIntegration) update(input: UpdateIntegrationRequest, useCase: V1UseCase) { return this.integrations.update(input, useCase); }
  @Operation(V1.DeleteIntegration) delete(input: DeleteIntegrationRequest, useCase: V1UseCase) { return this.integrations.delete(input, useCase); }
}
