import { Module } from '@nestjs/common';
import { GatewayResponsesController } from './gateway-responses.controller.js';
import { GatewayResponsesService } from './gateway-responses.service.js';

@Module({ controllers: [GatewayResponsesController], providers: [GatewayResponsesService] })
export class GatewayResponsesModule {}
