import { Controller } from '@nestjs/common';
import { type CreateRestApiRequest, type DeleteRestApiRequest, type GetRestApiRequest, type GetRestApisRequest, type ImportRestApiRequest, type PutRestApiRequest, type UpdateRestApiRequest, V1 } from '@gatehouse/contract-wire';
import { Operation } from '@gatehouse/control-operation';
import { ImportService } from '../import/import.service.js';
import { type V1UseCase } from '../use-case.js';
import { RestApisService } from './rest-apis.service.js';

@Controller()
export class RestApisController {
  constructor(private readonly restApis: RestApisService, private readonly imports: ImportService) {}

  @Operation(V1.CreateRestApi) create(input: CreateRestApiRequest, useCase: V1UseCase) { return this.restApis.create(input, useCase); }
  @Operation(V1.GetRestApi) get(input: GetRestApiRequest, useCase: V1UseCase) { return this.restApis.get(input, useCase); }
  @Operation(V1.GetRestApis) list(input: GetRestApisRequest, useCase: V1UseCase) { return this.restApis.list(input, useCase); }
  @Operation(V1.UpdateRestApi) update(input: UpdateRestApiRequest, useCase: V1UseCase) { return this.restApis.update(input, useCase); }
  @Operation(V1.ImportRestApi) import(input: ImportRestApiRequest, useCase: V1UseCase) { return this.imports.create(input, useCase); }
  @Operation(V1.PutRestApi) put(input: PutRestApiRequest, useCase: V1UseCase) { return this.imports.put(input, useCase); }
  @Operation(V1.DeleteRestApi) delete(input: DeleteRestApiRequest, useCase: V1UseCase) { return this.restApis.delete(input, useCase); }
}
