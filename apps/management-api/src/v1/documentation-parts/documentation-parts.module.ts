import { Module } from '@nestjs/common';
import { DocumentationPartsController } from './documentation-parts.controller.js';
import { DocumentationPartsService } from './documentation-parts.service.js';
import { ImportDocumentationPartsService } from './import-documentation-parts.service.js';

@Module({ controllers: [DocumentationPartsController], providers: [DocumentationPartsService, ImportDocumentationPartsService] })
export class DocumentationPartsModule {}
