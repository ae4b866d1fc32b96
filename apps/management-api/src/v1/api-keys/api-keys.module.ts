import { Module } from '@nestjs/common';
import { ApiKeysController } from './api-keys.controller.js';
import { ApiKeysService } from './api-keys.service.js';
import { ImportApiKeysService } from './import-api-keys.service.js';

@Module({ controllers: [ApiKeysController], providers: [ApiKeysService, ImportApiKeysService] })
export class ApiKeysModule {}
