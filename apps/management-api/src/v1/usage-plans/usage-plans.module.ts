import { Module } from '@nestjs/common';
import { UsagePlansController } from './usage-plans.controller.js';
import { UsagePlansService } from './usage-plans.service.js';

@Module({ controllers: [UsagePlansController], providers: [UsagePlansService] })
export class UsagePlansModule {}
