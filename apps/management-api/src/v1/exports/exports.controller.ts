import { type GetExportRequest, V1 } from '@gatehouse/contract-wire';
import { Operation } from '@gatehouse/control-operation';
import { Controller } from '@nestjs/common';
import { type V1UseCase } from '../use-case.js';
import { ExportsService } from './exports.service.js';

@Controller()
export class ExportsController {
  constructor(private readonly exports: ExportsService) {}

  @Operation(V1.GetExport) get(input: GetExportRequest, useCase: V1UseCase) { return this.exports.get(input, useCase); }
}
