import { Controller } from '@nestjs/common';
import { type CreateApiKeyRequest, type DeleteApiKeyRequest, type GetApiKeyRequest, type GetApiKeysRequest, type ImportApiKeysRequest, type UpdateApiKeyRequest, V1 } from '@gatehouse/contract-wire';
import { Operation } from '@gatehouse/control-operation';
import { type V1UseCase } from '../use-case.js';
import { ApiKeysService } from './api-keys.service.js';
import { ImportApiKeysService } from './import-api-keys.service.js';

@Controller()
export class ApiKeysController {
  constructor(private readonly apiKeys: ApiKeysService, private readonly importer: ImportApiKeysService) {}

  @Operation(V1.CreateApiKey) create(input: CreateApiKeyRequest, useCase: V1UseCase) { return this.apiKeys.create(input, useCase); }
  @Operation(V1.GetApiKey) get(input: GetApiKeyRequest, useCase: V1UseCase) { return this.apiKeys.get(input, useCase); }
  @Operation(V1.GetApiKeys) list(input: GetApiKeysRequest, useCase: V1UseCase) { return this.apiKeys.list(input, useCase); }
  @Operation(V1.UpdateApiKey) update(input: UpdateApiKeyRequest, useCase: V1UseCase) { return this.apiKeys.update(input, useCase); }
  @Operation(V1.DeleteApiKey) delete(input: DeleteApiKeyRequest, useCase: V1UseCase) { return this.apiKeys.delete(input, useCase); }
  @Operation(V1.ImportApiKeys) import(input: ImportApiKeysRequest, useCase: V1UseCase) { return this.importer.import(input, useCase); }
}
