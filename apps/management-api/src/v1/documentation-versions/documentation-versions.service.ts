import { Injectable } from '@nestjs/common';
import {
  type CreateDocumentationVersionRequest, type DeleteDocumentationVersionRequest, type DocumentationVersion, type DocumentationVersions, type GetDocumentationVersionRequest,
  type GetDocumentationVersionsRequest, type UpdateDocumentationVersionRequest,
} from '@gatehouse/contract-wire';
import { holdVersion, pageOf, readPage } from '@gatehouse/control-operation';
import { DocumentationPartRow, DocumentationVersionRow, insertRow, StageRow, updateRow } from '@gatehouse/control-store';
import { MoreThan } from 'typeorm';
import { patched } from '../patching.js';
import { locationOrder } from '../documentation-parts/location.js';
import { findRestApi, lockRestApi } from '../rest-apis/find-rest-api.js';
import { noSuchStage } from '../stages/stages.faults.js';
import { checkLengths } from '../text-rules.js';
import { scopeOf, type V1UseCase } from '../use-case.js';
import { documentationVersionPatch } from './documentation-version.patch.js';
import { presentDocumentationVersion } from './documentation-version.presenter.js';
import * as faults from './documentation-versions.faults.js';

@Injectable()
export class DocumentationVersionsService {
  /** Keeps the parts as they are now, under a name; with a stage, that stage shows them from now on. */
  async create(input: CreateDocumentationVersionRequest, useCase: V1UseCase): Promise<DocumentationVersion> {
    const { manager, now } = useCase;
    const place = { ...scopeOf(useCase), restApiId: input.restApiId };
    await lockRestApi(useCase, input.restApiId);
    const documentationVersion = checkVersion(input.documentationVersion);
    const description = input.description || null;
    checkLengths({ description });
    if (await manager.existsBy(DocumentationVersionRow, { ...place, documentationVersion })) throw faults.versionExists(documentationVersion);
    const stage = input.stageName ? await manager.findOneBy(StageRow, { ...place, stageName: input.stageName }) : null;
    if (input.stageName && !stage) throw noSuchStage();
    const rows = await manager.findBy(DocumentationPartRow, place);
    const parts = rows.map(({ location, properties }) => ({ location, properties })).sort((a, b) => (locationOrder(a.location) < locationOrder(b.location) ? -1 : 1));
    const row = await insertRow(manager, DocumentationVersionRow, { ...place, documentationVersion, description, parts }, now);
    if (stage) await updateRow(manager, StageRow, stage, { fields: { ...stage.fields, documentationVersion } }, now);
    useCase.etag.set(row.version);
    return presentDocumentationVersion(row);
  }

  async get({ restApiId, documentationVersion }: GetDocumentationVersionRequest, useCase: V1UseCase): Promise<DocumentationVersion> {
    const row = await find(useCase, restApiId, documentationVersion);
    useCase.etag.set(row.version);
    return presentDocumentationVersion(row);
  }

  /** By name. The parts stay in the database: a page of them could be large. */
  async list(input: GetDocumentationVersionsRequest, useCase: V1UseCase): Promise<DocumentationVersions> {
    const page = readPage(input);
    await findRestApi(useCase, input.restApiId);
    const rows = await useCase.manager.find(DocumentationVersionRow, {
      select: { restApiId: true, documentationVersion: true, description: true, createdAt: true },
      where: { ...scopeOf(useCase), restApiId: input.restApiId, ...(page.after && { documentationVersion: MoreThan(page.after[0]!) }) },
      order: { documentationVersion: 'ASC' },
      take: page.limit + 1,
    });
    return pageOf(rows, page, row => [row.documentationVersion], presentDocumentationVersion);
  }

  async update({ restApiId, documentationVersion, patchOperations }: UpdateDocumentationVersionRequest, useCase: V1UseCase): Promise<DocumentationVersion> {
    await lockRestApi(useCase, restApiId);
    const row = await find(useCase, restApiId, documentationVersion);
    holdVersion(useCase, row);
    const { description } = patched(documentationVersionPatch, { description: row.description }, patchOperations);
    checkLengths({ description });
    const updated = await updateRow(useCase.manager, DocumentationVersionRow, row, { description }, useCase.now);
    useCase.etag.set(updated.version);
    return presentDocumentationVersion(updated);
  }

  /** Refused while a stage shows it. */
  async delete({ restApiId, documentationVersion }: DeleteDocumentationVersionRequest, useCase: V1UseCase): Promise<void> {
    await lockRestApi(useCase, restApiId);
    const row = await find(useCase, restApiId, documentationVersion);
    holdVersion(useCase, row);
    const place = { ...scopeOf(useCase), restApiId };
    const stages = await useCase.manager.find(StageRow, { where: place, order: { stageName: 'ASC' } });
    const user = stages.find(stage => stage.fields.documentationVersion === documentationVersion);
    if (user) throw faults.inUse(documentationVersion, user.stageName);
    await useCase.manager.delete(DocumentationVersionRow, { ...place, documentationVersion });
  }
}

function checkVersion(version: string): string {
  if (version.trim() === '') throw faults.emptyVersion();
  if (version.length > 64) throw faults.longVersion();
  return version;
}

async function find(useCase: V1UseCase, restApiId: string, documentationVersion: string): Promise<DocumentationVersionRow> {
  const row = await useCase.manager.findOneBy(DocumentationVersionRow, { ...scopeOf(useCase), restApiId, documentationVersion });
  if (row) return row;
  await findRestApi(useCase, restApiId);
  throw faults.noSuchVersion();
}
