import { Module } from '@nestjs/common';
import { RequestValidatorsController } from './request-validators.controller.js';
import { RequestValidatorsService } from './request-validators.service.js';

@Module({ controllers: [RequestValidatorsController], providers: [RequestValidatorsService] })
export class RequestValidatorsModule {}
