import { Module } from '@nestjs/common';
import { ImportService } from '../import/import.service.js';
import { RestApisController } from './rest-apis.controller.js';
import { RestApisService } from './rest-apis.service.js';

@Module({ controllers: [RestApisController], providers: [RestApisService, ImportService] })
export class RestApisModule {}
