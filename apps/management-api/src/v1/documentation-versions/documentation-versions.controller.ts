import { Controller } from '@nestjs/common';
import {
  type CreateDocumentationVersionRequest, type DeleteDocumentationVersionRequest, type GetDocumentationVersionRequest, type GetDocumentationVersionsRequest, type UpdateDocumentationVersionRequest, V1,
} from '@gatehouse/contract-wire';
import { Operation } from '@gatehouse/control-operation';
import { type V1UseCase } from '../use-case.js';
import { DocumentationVersionsService } from './documentation-versions.service.js';

@Controller()
export class DocumentationVersionsController {
  constructor(private readonly versions: DocumentationVersionsService) {}

  @Operation(V1.CreateDocumentationVersion) create(input: CreateDocumentationVersionRequest, useCase: V1UseCase) { return this.versions.create(input, useCase); }
  @Operation(V1.GetDocumentationVersion) get(input: GetDocumentationVersionRequest, useCase: V1UseCase) { return this.versions.get(input, useCase); }
  @Operation(V1.GetDocumentationVersions) list(input: GetDocumentationVersionsRequest, useCase: V1UseCase) { return this.versions.list(input, useCase); }
  @Operation(V1.UpdateDocumentationVersion) update(input: UpdateDocumentationVersionRequest, useCase: V1UseCase) { return this.versions.update(input, useCase); }
  @Operation(V1.DeleteDocumentationVersion) delete(input: DeleteDocumentationVersionRequest, useCase: V1UseCase) { return this.versions.delete(input, useCase); }
}
