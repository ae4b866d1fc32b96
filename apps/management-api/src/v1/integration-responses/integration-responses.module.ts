import { Module } from '@nestjs/common';
import { IntegrationResponsesController } from './integration-responses.controller.js';
import { IntegrationResponsesService } from './integration-responses.service.js';

@Module({ controllers: [IntegrationResponsesController], providers: [IntegrationResponsesService] })
export class IntegrationResponsesModule {}
