import { Controller } from '@nestjs/common';
import { type DeleteMethodRequest, type GetMethodRequest, type PutMethodRequest, type TestInvokeMethodRequest, type UpdateMethodRequest, V1 } from '@gatehouse/contract-wire';
import { Operation } from '@gatehouse/control-operation';
import { type V1UseCase } from '../use-case.js';
import { MethodsService } from './methods.service.js';
import { TestMethodService } from './test-method.service.js';

@Controller()
export class MethodsController {
  constructor(private readonly methods: MethodsService, private readonly tests: TestMethodService) {}

  @Operation(V1.PutMethod) put(input: PutMethodRequest, useCase: V1UseCase) { return this.methods.put(input, useCase); }
  @Operation(V1.GetMethod) get(input: GetMethodRequest, useCase: V1UseCase) { return this.methods.get(input, useCase); }
  @Operation(V1.UpdateMethod) update(input: UpdateMethodRequest, useCase: V1UseCase) { return this.methods.update(input, useCase); }
  @Operation(V1.TestInvokeMethod) test(input: TestInvokeMethodRequest, useCase: V1UseCase) { return this.tests.invoke(input, useCase); }
  @Operation(V1.DeleteMethod) delete(input: DeleteMethodRequest, useCase: V1UseCase) { return this.methods.delete(input, useCase); }
}
