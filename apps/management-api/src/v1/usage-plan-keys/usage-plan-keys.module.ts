import { Module } from '@nestjs/common';
import { UsagePlanKeysController } from './usage-plan-keys.controller.js';
import { UsagePlanKeysService } from './usage-plan-keys.service.js';

@Module({ controllers: [UsagePlanKeysController], providers: [UsagePlanKeysService] })
export class UsagePlanKeysModule {}
