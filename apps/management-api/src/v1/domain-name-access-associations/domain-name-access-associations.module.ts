import { Module } from '@nestjs/common';
import { DomainNameAccessAssociationsController } from './domain-name-access-associations.controller.js';
import { DomainNameAccessAssociationsService } from './domain-name-access-associations.service.js';

@Module({ controllers: [DomainNameAccessAssociationsController], providers: [DomainNameAccessAssociationsService] })
export class DomainNameAccessAssociationsModule {}
