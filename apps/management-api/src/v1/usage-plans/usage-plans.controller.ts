import { Controller } from '@nestjs/common';
import { type CreateUsagePlanRequest, type DeleteUsagePlanRequest, type GetUsagePlanRequest, type GetUsagePlansRequest, type UpdateUsagePlanRequest, V1 } from '@gatehouse/contract-wire';
import { Operation } from '@gatehouse/control-operation';
import { type V1UseCase } from '../use-case.js';
import { UsagePlansService } from './usage-plans.service.js';

@Controller()
export class UsagePlansController {
  constructor(private readonly usagePlans: UsagePlansService) {}

  @Operation(V1.CreateUsagePlan) create(input: CreateUsagePlanRequest, useCase: V1UseCase) { return this.usagePlans.create(input, useCase); }
  @Operation(V1.GetUsagePlan) get(input: GetUsagePlanRequest, useCase: V1UseCase) { return this.usagePlans.get(input, useCase); }
  @Operation(V1.GetUsagePlans) list(input: GetUsagePlansRequest, useCase: V1UseCase) { return this.usagePlans.list(input, useCase); }
  @Operation(V1.UpdateUsagePlan) update(input: UpdateUsagePlanRequest, useCase: V1UseCase) { return this.usagePlans.update(input, useCase); }
  @Operation(V1.DeleteUsagePlan) delete(input: DeleteUsagePlanRequest, useCase: V1UseCase) { return this.usagePlans.delete(input, useCase); }
}
