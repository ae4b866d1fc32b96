import { Module } from '@nestjs/common';
import { VpcLinksController } from './vpc-links.controller.js';
import { VpcLinksService } from './vpc-links.service.js';

@Module({ controllers: [VpcLinksController], providers: [VpcLinksService] })
export class VpcLinksModule {}
