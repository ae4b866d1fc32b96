import { Controller } from '@nestjs/common';
import { type GetUsageRequest, type UpdateUsageRequest, V1 } from '@gatehouse/contract-wire';
import { Operation } from '@gatehouse/control-operation';
import { type V1UseCase } from '../use-case.js';
import { UsageService } from './usage.service.js';

@Controller()
export class UsageController {
  constructor(private readonly usage: UsageService) {}

  @Operation(V1.GetUsage) get(input: GetUsageRequest, useCase: V1UseCase) { return this.usage.get(input, useCase); }
  @Operation(V1.UpdateUsage) update(input: UpdateUsageRequest, useCase: V1UseCase) { return this.usage.update(input, useCase); }
}
