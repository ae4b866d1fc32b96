import { Controller } from '@nestjs/common';
import {
  type CreateRequestValidatorRequest, type DeleteRequestValidatorRequest, type GetRequestValidatorRequest, type GetRequestValidatorsRequest, type UpdateRequestValidatorRequest, V1,
} from '@gatehouse/contract-wire';
import { Operation } from '@gatehouse/control-operation';
import { type V1UseCase } from '../use-case.js';
import { RequestValidatorsService } from './request-validators.service.js';

@Controller()
export class RequestValidatorsController {
  constructor(private readonly requestValidators: RequestValidatorsService) {}

  @Operation(V1.CreateRequestValidator) create(input: CreateRequestValidatorRequest, useCase: V1UseCase) { return this.requestValidators.create(input, useCase); }
  @Operation(V1.GetRequestValidator) get(input: GetRequestValidatorRequest, useCase: V1UseCase) { return this.requestValidators.get(input, useCase); }
  @Operation(V1.GetRequestValidators) list(input: GetRequestValidatorsRequest, useCase: V1UseCase) { return this.requestValidators.list(input, useCase); }
  @Operation(V1.UpdateRequestValidator) update(input: UpdateRequestValidatorRequest, useCase: V1UseCase) { return this.requestValidators.update(input, useCase); }
  @Operation(V1.DeleteRequestValidator) delete(input: DeleteRequestValidatorRequest, useCase: V1UseCase) { return this.requestValidators.delete(input, useCase); }
}
