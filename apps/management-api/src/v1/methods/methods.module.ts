import { Module } from '@nestjs/common';
import { MethodsController } from './methods.controller.js';
import { MethodsService } from './methods.service.js';
import { TestMethodService } from './test-method.service.js';

@Module({ controllers: [MethodsController], providers: [MethodsService, TestMethodService] })
export class MethodsModule {}
