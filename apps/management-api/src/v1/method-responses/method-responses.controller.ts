import { Controller } from '@nestjs/common';
import { type DeleteMethodResponseRequest, type GetMethodResponseRequest, type PutMethodResponseRequest, type UpdateMethodResponseRequest, V1 } from '@gatehouse/contract-wire';
import { Operation } from '@gatehouse/control-operation';
import { type V1UseCase } from '../use-case.js';
import { MethodResponsesService } from './method-responses.service.js';

@Controller()
export class MethodResponsesController {
  constructor(private readonly methodResponses: MethodResponsesService) {}

  @Operation(V1.PutMethodResponse) put(input: PutMethodResponseRequest, useCase: V1UseCase) { return this.methodResponses.put(input, useCase); }
  @Operation(V1.GetMethodResponse) get(input: GetMethodResponseRequest, useCase: V1UseCase) { return this.methodResponses.get(input, useCase); }
  @Operation(V1.UpdateMethodResponse) update(input: UpdateMethodResponseRequest, useCase: V1UseCase) { return this.methodResponses.update(input, useCase); }
  @Operation(V1.DeleteMethodResponse) delete(input: DeleteMethodResponseRequest, useCase: V1UseCase) { return this.methodResponses.delete(input, useCase); }
}
