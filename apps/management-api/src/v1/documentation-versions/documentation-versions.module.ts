import { Module } from '@nestjs/common';
import { DocumentationVersionsController } from './documentation-versions.controller.js';
import { DocumentationVersionsService } from './documentation-versions.service.js';

@Module({ controllers: [DocumentationVersionsController], providers: [DocumentationVersionsService] })
export class DocumentationVersionsModule {}
