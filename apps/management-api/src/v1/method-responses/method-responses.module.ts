import { Module } from '@nestjs/common';
import { MethodResponsesController } from './method-responses.controller.js';
import { MethodResponsesService } from './method-responses.service.js';

@Module({ controllers: [MethodResponsesController], providers: [MethodResponsesService] })
export class MethodResponsesModule {}
