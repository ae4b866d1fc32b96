import { Controller } from '@nestjs/common';
import { type GetSdkRequest, type GetSdkTypeRequest, type GetSdkTypesRequest, V1 } from '@gatehouse/contract-wire';
import { Operation } from '@gatehouse/control-operation';
import { type V1UseCase } from '../use-case.js';
import { SdksService } from './sdks.service.js';

@Controller()
export class SdksController {
  constructor(private readonly sdks: SdksService) {}

  @Operation(V1.GetSdkTypes) types(input: GetSdkTypesRequest, useCase: V1UseCase) { return this.sdks.types(input, useCase); }
  @Operation(V1.GetSdkType) type(input: GetSdkTypeRequest, useCase: V1UseCase) { return this.sdks.type(input, useCase); }
  @Operation(V1.GetSdk) get(input: GetSdkRequest, useCase: V1UseCase) { return this.sdks.get(input, useCase); }
}
