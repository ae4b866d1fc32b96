import { Controller } from '@nestjs/common';
import {
  type CreateDocumentationPartRequest, type DeleteDocumentationPartRequest, type GetDocumentationPartRequest, type GetDocumentationPartsRequest, type ImportDocumentationPartsRequest,
  type UpdateDocumentationPartRequest, V1,
} from '@gatehouse/contract-wire';
import { Operation } from '@gatehouse/control-operation';
import { type V1UseCase } from '../use-case.js';
import { DocumentationPartsService } from './documentation-parts.service.js';
import { ImportDocumentationPartsService } from './import-documentation-parts.service.js';

@Controller()
export class DocumentationPartsController {
  constructor(private readonly parts: DocumentationPartsService, private readonly imports: ImportDocumentationPartsService) {}

  @Operation(V1.CreateDocumentationPart) create(input: CreateDocumentationPartRequest, useCase: V1UseCase) { return this.parts.create(input, useCase); }
  @Operation(V1.GetDocumentationPart) get(input: GetDocumentationPartRequest, useCase: V1UseCase) { return this.parts.get(input, useCase); }
  @Operation(V1.GetDocumentationParts) list(input: GetDocumentationPartsRequest, useCase: V1UseCase) { return this.parts.list(input, useCase); }
  @Operation(V1.UpdateDocumentationPart) update(input: UpdateDocumentationPartRequest, useCase: V1UseCase) { return this.parts.update(input, useCase); }
  @Operation(V1.DeleteDocumentationPart) delete(input: DeleteDocumentationPartRequest, useCase: V1UseCase) { return this.parts.delete(input, useCase); }
  @Operation(V1.ImportDocumentationParts) import(input: ImportDocumentationPartsRequest, useCase: V1UseCase) { return this.imports.import(input, useCase); }
}
