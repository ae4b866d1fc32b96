import { Controller } from '@nestjs/common';
import { type CreateUsagePlanKeyRequest, type DeleteUsagePlanKeyRequest, type GetUsagePlanKeyRequest, type GetUsagePlanKeysRequest, V1 } from '@gatehouse/contract-wire';
import { Operation } from '@gatehouse/control-operation';
import { type V1UseCase } from '../use-case.js';
import { UsagePlanKeysService } from './usage-plan-keys.service.js';

@Controller()
export class UsagePlanKeysController {
  constructor(private readonly keys: UsagePlanKeysService) {}

  @Operation(V1.CreateUsagePlanKey) create(input: CreateUsagePlanKeyRequest, useCase: V1UseCase) { return this.keys.create(input, useCase); }
  @Operation(V1.GetUsagePlanKey) get(input: GetUsagePlanKeyRequest, useCase: V1UseCase) { return this.keys.get(input, useCase); }
  @Operation(V1.GetUsagePlanKeys) list(input: GetUsagePlanKeysRequest, useCase: V1UseCase) { return this.keys.list(input, useCase); }
  @Operation(V1.DeleteUsagePlanKey) delete(input: DeleteUsagePlanKeyRequest, useCase: V1UseCase) { return this.keys.delete(input, useCase); }
}
