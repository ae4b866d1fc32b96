import { Injectable } from '@nestjs/common';
import { type GetSdkRequest, type GetSdkTypeRequest, type GetSdkTypesRequest, type SdkResponse, type SdkType, type SdkTypes } from '@gatehouse/contract-wire';
import { definitionOf, readSource } from '@gatehouse/control-store';
import { archive, generateJavaScript, SDK_TYPES, type SdkTypeRow } from '@gatehouse/engine-sdkgen';
import { findDeployment } from '../deployments/find-deployment.js';
import { addressOf, StageAddresses } from '../exports/stage-addresses.js';
import { findStage } from '../stages/find-stage.js';
import { type V1UseCase } from '../use-case.js';
import * as faults from './sdks.faults.js';

const present = ({ isGenerated: _, ...type }: SdkTypeRow): SdkType => type;

@Injectable()
export class SdksService {
  constructor(private readonly addresses: StageAddresses) {}

  /** All of them: the answer has no place for a position. */
  types(_input: GetSdkTypesRequest, _useCase: V1UseCase): Promise<SdkTypes> {
    return Promise.resolve({ items: SDK_TYPES.map(present) });
  }

  async type({ id }: GetSdkTypeRequest, _useCase: V1UseCase): Promise<SdkType> {
    const type = SDK_TYPES.find(candidate => candidate.id === id);
    if (!type) throw faults.noSuchSdkType();
    return Promise.resolve(present(type));
  }

  /** A client of what is deployed to the stage now, not of the draft. */
  async get({ restApiId, stageName, sdkType, parameters = {} }: GetSdkRequest, useCase: V1UseCase): Promise<SdkResponse> {
    const type = SDK_TYPES.find(candidate => candidate.id === sdkType);
    if (!type) throw faults.badSdkType(sdkType);
    const stage = await findStage(useCase, restApiId, stageName);
    const missing = type.configurationProperties.find(property => property.required && !parameters[property.name]);
    if (missing) throw faults.missingParameter(missing.name);
    if (!type.isGenerated) throw faults.notGenerated(type.id);
    const deployment = await findDeployment(useCase, restApiId, stage.deploymentId);
    const { scheme, host } = addressOf(this.addresses, restApiId);
    const version = deployment.createdAt.toISOString().replace(/\.\d+Z$/, 'Z');
    const files = generateJavaScript(definitionOf(readSource(deployment.source)), { invokeUrl: `${scheme}://${host}/${stageName}`, region: useCase.region, version });
    return {
      contentType: 'application/octet-stream',
      contentDisposition: `attachment; filename="${type.id}_${version.replace(/T(\d\d):(\d\d):\d\dZ/, '_$1-$2Z')}.zip"`,
      body: archive(files, deployment.createdAt),
    };
  }
}
