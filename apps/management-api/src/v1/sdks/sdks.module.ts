import { Module } from '@nestjs/common';
import { SdksController } from './sdks.controller.js';
import { SdksService } from './sdks.service.js';

@Module({ controllers: [SdksController], providers: [SdksService] })
export class SdksModule {}
