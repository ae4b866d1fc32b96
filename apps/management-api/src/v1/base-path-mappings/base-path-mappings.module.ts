import { Module } from '@nestjs/common';
import { BasePathMappingsController } from './base-path-mappings.controller.js';
import { BasePathMappingsService } from './base-path-mappings.service.js';

@Module({ controllers: [BasePathMappingsController], providers: [BasePathMappingsService] })
export class BasePathMappingsModule {}
