import { Controller, Get, UseGuards } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Action, PlatformGuard } from './platform.guard.js';
import { Settings } from './settings.js';
import { VERSION } from './version.js';

/** What a page needs to know about the installation to build addresses. */
@ApiTags('about')
@Controller('api/v1/info')
@UseGuards(PlatformGuard)
export class InfoController {
  constructor(private readonly settings: Settings) {}

  @Get() @Action('gatehouse:GetInfo')
  read(): { version: string; accountId: string; region: string; gateway: Settings['gateway'] } {
    const { accountId, region, gateway } = this.settings;
    return { version: VERSION, accountId, region, gateway };
  }
}
