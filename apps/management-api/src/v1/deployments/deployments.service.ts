import { Injectable } from '@nestjs/common';
import { newShortId } from '@gatehouse/contract-primitives';
import {
  badRequest, type CreateDeploymentRequest, type DeleteDeploymentRequest, type Deployment, type Deployments, type GetDeploymentRequest, type GetDeploymentsRequest, type UpdateDeploymentRequest,
} from '@gatehouse/contract-wire';
import { holdVersion, pageOf, readPage } from '@gatehouse/control-operation';
import { DeploymentRow, insertRow, loadSource, readSource, type RestApiSource, updateRow } from '@gatehouse/control-store';
import { LessThan, MoreThan } from 'typeorm';
import { patched } from '../patching.js';
import { findRestApi, lockRestApi } from '../rest-apis/find-rest-api.js';
import { noSuchApi } from '../rest-apis/rest-apis.faults.js';
import { deployToStage, holdCanary } from '../stages/deploy-to-stage.js';
import { checkLengths } from '../text-rules.js';
import { scopeOf, type V1UseCase } from '../use-case.js';
import { deploymentPatch } from './deployment.patch.js';
import { presentDeployment } from './deployment.presenter.js';
import * as faults from './deployments.faults.js';
import { findDeployment, holdUnserved } from './find-deployment.js';
import { Freezer } from './freezer.js';

@Injectable()
export class DeploymentsService {
  constructor(private readonly freezer: Freezer) {}

  /** Freezes the API as it is now; with a stage name, the stage is made or moved, or gets the deployment as its canary. */
  async create(input: CreateDeploymentRequest, useCase: V1UseCase): Promise<Deployment> {
    const { manager, now } = useCase;
    const { restApiId } = input;
    const place = { ...scopeOf(useCase), restApiId };
    await lockRestApi(useCase, restApiId);
    checkLengths({ description: input.description ?? null });
    await holdCanary(useCase, input);
    const source = await loadSource(manager, place);
    if (!source) throw noSuchApi(useCase.accountId, restApiId);
    checkDeployable(source);
    const id = newShortId();
    const snapshotDigest = await this.freezer.freezeApi(manager, useCase, id, source);
    const row = await insertRow(manager, DeploymentRow, { ...place, id, description: input.description || null, source, snapshotDigest }, now);
    await deployToStage(useCase, input, id);
    useCase.etag.set(row.version);
    return presentDeployment(row);
  }

  async get({ restApiId, deploymentId, embed }: GetDeploymentRequest, useCase: V1UseCase): Promise<Deployment> {
    await findRestApi(useCase, restApiId);
    const row = await findDeployment(useCase, restApiId, deploymentId);
    useCase.etag.set(row.version);
    return presentDeployment(row, embed?.includes('apisummary') ? readSource(row.source) : null);
  }

  /** The newest first. The sources stay in the database: a page of them could be large. */
  async list(input: GetDeploymentsRequest, useCase: V1UseCase): Promise<Deployments> {
    const page = readPage(input);
    await findRestApi(useCase, input.restApiId);
    const place = { ...scopeOf(useCase), restApiId: input.restApiId };
    const rows = await useCase.manager.find(DeploymentRow, {
      select: { restApiId: true, id: true, description: true, createdAt: true },
      where: page.after ? olderThan(page.after).map(where => ({ ...place, ...where })) : place,
      order: { createdAt: 'DESC', id: 'ASC' },
      take: page.limit + 1,
    });
    return pageOf(rows, page, row => [row.createdAt.toISOString(), row.id], row => presentDeployment(row));
  }

  async update({ restApiId, deploymentId, patchOperations }: UpdateDeploymentRequest, useCase: V1UseCase): Promise<Deployment> {
    await lockRestApi(useCase, restApiId);
    const row = await findDeployment(useCase, restApiId, deploymentId);
    holdVersion(useCase, row);
    const { description } = patched(deploymentPatch, { description: row.description }, patchOperations);
    checkLengths({ description });
    const updated = await updateRow(useCase.manager, DeploymentRow, row, { description }, useCase.now);
    useCase.etag.set(updated.version);
    return presentDeployment(updated);
  }

  async delete({ restApiId, deploymentId }: DeleteDeploymentRequest, useCase: V1UseCase): Promise<void> {
    await lockRestApi(useCase, restApiId);
    holdVersion(useCase, await findDeployment(useCase, restApiId, deploymentId));
    await holdUnserved(useCase, restApiId, deploymentId);
    await useCase.manager.delete(DeploymentRow, { ...scopeOf(useCase), restApiId, id: deploymentId });
  }
}

/** AWS deploys no API without methods, and no method without an integration. */
function checkDeployable({ resources }: RestApiSource): void {
  const methods = resources.flatMap(resource => resource.methods);
  if (methods.length === 0) throw faults.noMethods();
  if (methods.some(method => method.integration === null)) throw faults.noIntegration();
}

function olderThan([time = '', id = '']: readonly string[]): readonly object[] {
  const createdAt = new Date(time);
  if (Number.isNaN(createdAt.getTime())) throw badRequest('Invalid position specified');
  return [{ createdAt: LessThan(createdAt) }, { createdAt, id: MoreThan(id) }];
}
