import { Module } from '@nestjs/common';
import { ClientCertificatesController } from './client-certificates.controller.js';
import { ClientCertificatesService } from './client-certificates.service.js';

@Module({ controllers: [ClientCertificatesController], providers: [ClientCertificatesService] })
export class ClientCertificatesModule {}
