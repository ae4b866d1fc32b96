import { Module } from '@nestjs/common';
import { RestApisController } from './rest-apis.controller.js';
import { RestApisService } from './rest-apis.service.js';

@Module({ controllers: [RestApisController], providers: [RestApisService] })
export class RestApisModule {}
