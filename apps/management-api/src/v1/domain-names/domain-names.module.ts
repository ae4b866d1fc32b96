import { Module } from '@nestjs/common';
import { DomainNamesController } from './domain-names.controller.js';
import { DomainNamesService } from './domain-names.service.js';

@Module({ controllers: [DomainNamesController], providers: [DomainNamesService] })
export class DomainNamesModule {}
