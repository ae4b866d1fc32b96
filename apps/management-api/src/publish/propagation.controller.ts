import { Controller, Get, Param, ParseIntPipe, Query, UseGuards } from '@nestjs/common';
import { ApiOkResponse, ApiQuery, ApiTags } from '@nestjs/swagger';
import { badRequest } from '@gatehouse/contract-wire';
import { GATEWAYS, PROPAGATION } from './propagation.schema.js';
import { Action, PlatformGuard } from '../platform/platform.guard.js';
import { Gateways, type GatewayView } from './gateways.service.js';
import { PropagationService, type Propagation } from './propagation.service.js';

/** "Is it live everywhere?", asked by page, script and test alike. `wait` (`5s`, `500ms`) holds the answer until it is settled. */
@ApiTags('propagation')
@Controller('api/v1')
@UseGuards(PlatformGuard)
export class PropagationController {
  constructor(private readonly propagation: PropagationService, private readonly gateways: Gateways) {}

  @Get('gateways') @ApiOkResponse({ schema: GATEWAYS }) @Action('gatehouse:ListGateways')
  async list(): Promise<{ gateways: readonly GatewayView[] }> {
    return { gateways: await this.gateways.list() };
  }

  @Get('revisions/:revision/propagation') @ApiQuery({ name: 'wait', required: false, example: '5s' }) @ApiOkResponse({ schema: PROPAGATION }) @Action('gatehouse:GetPropagation')
  ofRevision(@Param('revision', ParseIntPipe) revision: number, @Query('wait') wait?: string): Promise<Propagation> {
    return this.propagation.ofRevision(revision, readWait(wait));
  }

  @Get('restapis/:restApiId/deployments/:deploymentId/propagation') @ApiQuery({ name: 'wait', required: false, example: '5s' }) @ApiOkResponse({ schema: PROPAGATION }) @Action('gatehouse:GetPropagation')
  ofDeployment(@Param('restApiId') restApiId: string, @Param('deploymentId') deploymentId: string, @Query('wait') wait?: string): Promise<Propagation> {
    return this.propagation.ofDeployment(restApiId, deploymentId, readWait(wait));
  }
}

function readWait(text: string | undefined): number {
  if (text === undefined || text === '') return 0;
  const match = /^(\d{1,6})(ms|s)$/.exec(text);
  if (match === null) throw badRequest('wait must be a duration such as 5s or 500ms');
  return Number(match[1]) * (match[2] === 's' ? 1000 : 1);
}
