import { Injectable } from '@nestjs/common';
import { type CreateStageRequest, type DeleteStageRequest, type GetStageRequest, type GetStagesRequest, type Stage, type Stages, type UpdateStageRequest } from '@gatehouse/contract-wire';
import { holdVersion } from '@gatehouse/control-operation';
import { insertRow, StageRow, updateRow } from '@gatehouse/control-store';
import { refuseMappedStage } from '../base-path-mappings/held-by-mappings.js';
import { holdDeployment } from '../deployments/find-deployment.js';
import { patchStage } from './stage.patch.js';
import { findRestApi, lockRestApi } from '../rest-apis/find-rest-api.js';
import { checkTags } from '../tag-rules.js';
import { scopeOf, type V1UseCase } from '../use-case.js';
import { NEW_STAGE } from './deploy-to-stage.js';
import { findStage } from './find-stage.js';
import { presentStage } from './stage.presenter.js';
import { holdStageReferences } from './stage-references.js';
import { checkStage, checkStageName } from './stage.rules.js';
import { stageExists } from './stages.faults.js';

@Injectable()
export class StagesService {
  async create(input: CreateStageRequest, useCase: V1UseCase): Promise<Stage> {
    const { restApiId, deploymentId, canarySettings: canary } = input;
    const stageName = checkStageName(input.stageName);
    await lockRestApi(useCase, restApiId);
    await holdDeployment(useCase, restApiId, deploymentId);
    if (canary?.deploymentId) await holdDeployment(useCase, restApiId, canary.deploymentId);
    const fields = {
      ...NEW_STAGE,
      description: input.description || null,
      cacheClusterEnabled: input.cacheClusterEnabled ?? false,
      cacheClusterSize: input.cacheClusterSize ?? (input.cacheClusterEnabled ? '0.5' : null),
      documentationVersion: input.documentationVersion || null,
      tracingEnabled: input.tracingEnabled ?? false,
      variables: input.variables ?? {},
      canarySettings: canary
        ? { percentTraffic: canary.percentTraffic ?? 0, deploymentId: canary.deploymentId ?? deploymentId, stageVariableOverrides: canary.stageVariableOverrides ?? {}, useStageCache: canary.useStageCache ?? false }
        : null,
    };
    checkStage(fields);
    await holdStageReferences(useCase, restApiId, fields);
    const key = { ...scopeOf(useCase), restApiId, stageName };
    if (await useCase.manager.existsBy(StageRow, key)) throw stageExists();
    const row = await insertRow(useCase.manager, StageRow, { ...key, deploymentId, fields, tags: checkTags(input.tags ?? {}) }, useCase.now);
    useCase.touched.stage(restApiId, stageName);
    useCase.etag.set(row.version);
    return presentStage(row);
  }

  async get({ restApiId, stageName }: GetStageRequest, useCase: V1UseCase): Promise<Stage> {
    const row = await findStage(useCase, restApiId, stageName);
    useCase.etag.set(row.version);
    return presentStage(row);
  }

  /** All of them: AWS does not page stages. */
  async list({ restApiId, deploymentId }: GetStagesRequest, useCase: V1UseCase): Promise<Stages> {
    await findRestApi(useCase, restApiId);
    const where = { ...scopeOf(useCase), restApiId, ...(deploymentId && { deploymentId }) };
    const rows = await useCase.manager.find(StageRow, { where, order: { stageName: 'ASC' } });
    return { item: rows.map(presentStage) };
  }

  async update({ restApiId, stageName, patchOperations }: UpdateStageRequest, useCase: V1UseCase): Promise<Stage> {
    await lockRestApi(useCase, restApiId);
    const row = await findStage(useCase, restApiId, stageName);
    holdVersion(useCase, row);
    const { deploymentId, ...fields } = patchStage({ ...row.fields, deploymentId: row.deploymentId }, patchOperations);
    checkStage(fields);
    await holdStageReferences(useCase, restApiId, fields, row.fields);
    if (deploymentId !== row.deploymentId) await holdDeployment(useCase, restApiId, deploymentId);
    if (fields.canarySettings && fields.canarySettings.deploymentId !== row.fields.canarySettings?.deploymentId) await holdDeployment(useCase, restApiId, fields.canarySettings.deploymentId);
    const updated = await updateRow(useCase.manager, StageRow, row, { deploymentId, fields }, useCase.now);
    useCase.touched.stage(restApiId, stageName);
    useCase.etag.set(updated.version);
    return presentStage(updated);
  }

  async delete({ restApiId, stageName }: DeleteStageRequest, useCase: V1UseCase): Promise<void> {
    await lockRestApi(useCase, restApiId);
    holdVersion(useCase, await findStage(useCase, restApiId, stageName));
    await refuseMappedStage(useCase, restApiId, stageName);
    await useCase.manager.delete(StageRow, { ...scopeOf(useCase), restApiId, stageName });
    useCase.touched.stage(restApiId, stageName);
  }
}
