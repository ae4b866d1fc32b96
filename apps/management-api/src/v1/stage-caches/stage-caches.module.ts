import { Module } from '@nestjs/common';
import { StageCachesController } from './stage-caches.controller.js';
import { StageCachesService } from './stage-caches.service.js';

@Module({ controllers: [StageCachesController], providers: [StageCachesService] })
export class StageCachesModule {}
