import { Controller, Get, Query, UseGuards, UsePipes } from '@nestjs/common';
import { ApiOkResponse, ApiProperty, ApiPropertyOptional, ApiTags } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsISO8601, IsInt, IsOptional, IsString, Max, MaxLength, Min } from 'class-validator';
import { badRequest } from '@gatehouse/contract-wire';
import { Action, PlatformGuard } from '../platform/platform.guard.js';
import { strictInput } from '../platform/strict-input.js';
import { BY_METHOD, OVER_TIME } from './metrics.schema.js';
import { MetricsService, type Figures, type MetricFilter } from './metrics.service.js';

const MOST_POINTS = 2_000;

export class MetricsQuery {
  @ApiPropertyOptional() @IsOptional() @IsString() @MaxLength(64) restApiId?: string;
  @ApiPropertyOptional() @IsOptional() @IsString() @MaxLength(128) stageName?: string;
  @ApiPropertyOptional({ example: '/pets/{petId}' }) @IsOptional() @IsString() @MaxLength(1_024) resourcePath?: string;
  @ApiPropertyOptional({ example: 'GET' }) @IsOptional() @IsString() @MaxLength(16) httpMethod?: string;
  @ApiProperty({ format: 'date-time' }) @IsISO8601() start!: string;
  @ApiProperty({ format: 'date-time' }) @IsISO8601() end!: string;
  @ApiPropertyOptional({ default: 60, minimum: 60, maximum: 86_400 }) @IsOptional() @Type(() => Number) @IsInt() @Min(60) @Max(86_400) periodSeconds?: number;
}

/** The figures of a stage or a method: over time for charts, by method for tables. Latencies are milliseconds. */
@ApiTags('metrics')
@Controller('api/v1/metrics')
@UseGuards(PlatformGuard)
@UsePipes(strictInput())
export class MetricsController {
  constructor(private readonly metrics: MetricsService) {}

  @Get() @ApiOkResponse({ schema: OVER_TIME }) @Action('gatehouse:GetMetrics')
  async overTime(@Query() query: MetricsQuery): Promise<{ periodSeconds: number; points: readonly (Figures & { timestamp: string })[]; totals: Figures }> {
    const periodSeconds = query.periodSeconds ?? 60;
    const filter = filterOf(query);
    if ((filter.end.getTime() - filter.start.getTime()) / 1000 / periodSeconds > MOST_POINTS) throw badRequest(`The span holds more than ${MOST_POINTS} periods: choose a longer periodSeconds`);
    return { periodSeconds, ...(await this.metrics.overTime(filter, periodSeconds)) };
  }

  @Get('methods') @ApiOkResponse({ schema: BY_METHOD }) @Action('gatehouse:GetMetrics')
  async byMethod(@Query() query: MetricsQuery): Promise<{ methods: readonly (Figures & { resourcePath: string; httpMethod: string })[] }> {
    return { methods: await this.metrics.byMethod(filterOf(query)) };
  }
}

function filterOf(query: MetricsQuery): MetricFilter {
  const [start, end] = [new Date(query.start), new Date(query.end)];
  if (!(start < end)) throw badRequest('start must lie before end');
  return { restApiId: query.restApiId ?? null, stageName: query.stageName ?? null, resourcePath: query.resourcePath ?? null, httpMethod: query.httpMethod ?? null, start, end };
}
