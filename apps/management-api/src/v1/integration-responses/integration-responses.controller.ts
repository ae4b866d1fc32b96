import { Controller } from '@nestjs/common';
import { type DeleteIntegrationResponseRequest, type GetIntegrationResponseRequest, type PutIntegrationResponseRequest, type UpdateIntegrationResponseRequest, V1 } from '@gatehouse/contract-wire';
import { Operation } from '@gatehouse/control-operation';
import { type V1UseCase } from '../use-case.js';
import { IntegrationResponsesService } from './integration-responses.service.js';

@Controller()
export class IntegrationResponsesController {
  constructor(private readonly integrationResponses: IntegrationResponsesService) {}

  @Operation(V1.PutIntegrationResponse) put(input: PutIntegrationResponseRequest, useCase: V1UseCase) { return this.integrationResponses.put(input, useCase); }
  @Operation(V1.GetIntegrationResponse) get(input: GetIntegrationResponseRequest, useCase: V1UseCase) { return this.integrationResponses.get(input, useCase); }
  @Operation(V1.UpdateIntegrationResponse) update(input: UpdateIntegrationResponseRequest, useCase: V1UseCase) { return this.integrationResponses.update(input, useCase); }
  @Operation(V1.DeleteIntegrationResponse) delete(input: DeleteIntegrationResponseRequest, useCase: V1UseCase) { return this.integrationResponses.delete(input, useCase); }
}
