import { type ExportResponse, type GetExportRequest } from '@gatehouse/contract-wire';
import { definitionOf, DeploymentRow, DocumentationVersionRow, readSource, StageRow } from '@gatehouse/control-store';
import { writeOpenApi } from '@gatehouse/engine-openapi';
import { Injectable } from '@nestjs/common';
import { findRestApi } from '../rest-apis/find-rest-api.js';
import { noSuchStage } from '../stages/stages.faults.js';
import { scopeOf, type V1UseCase } from '../use-case.js';
import { exportTypeOf, extensionsOf, formOf } from './export-request.js';
import { addressOf, StageAddresses } from './stage-addresses.js';

/** AWS answers this type whatever was accepted: the document is a file to be saved. */
const FILE = 'application/octet-stream';
const secondsOf = (date: Date): string => `${date.toISOString().slice(0, 19)}Z`;

@Injectable()
export class ExportsService {
  constructor(private readonly addresses: StageAddresses) {}

  /** What is deployed to the stage, with the documentation version that the stage has; later changes of the draft are not in it. */
  async get(input: GetExportRequest, useCase: V1UseCase): Promise<ExportResponse> {
    const { restApiId, stageName } = input;
    const { manager } = useCase;
    const api = await findRestApi(useCase, restApiId);
    const key = { ...scopeOf(useCase), restApiId };
    const stage = await manager.findOneBy(StageRow, { ...key, stageName });
    if (!stage) throw noSuchStage();
    const [exportType, extensions, form] = [exportTypeOf(input), extensionsOf(input), formOf(input)];
    const { documentationVersion } = stage.fields;
    const deployment = await manager.findOneByOrFail(DeploymentRow, { ...key, id: stage.deploymentId });
    const documentation = documentationVersion === null ? null : await manager.findOneBy(DocumentationVersionRow, { ...key, documentationVersion });
    const createdDate = secondsOf(api.createdAt);
    const document = writeOpenApi(definitionOf(readSource(deployment.source), documentation?.parts ?? []), {
      exportType, extensions, createdDate,
      region: useCase.region,
      server: { ...addressOf(this.addresses, restApiId), stageName },
      documentation: documentation && { version: documentation.documentationVersion, createdDate: secondsOf(documentation.createdAt) },
    });
    return { contentType: FILE, contentDisposition: `attachment; filename="${exportType}_${createdDate}.${form.ending}"`, body: Buffer.from(form.write(document), 'utf8') };
  }
}
