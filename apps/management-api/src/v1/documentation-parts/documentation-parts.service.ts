import { Injectable } from '@nestjs/common';
import { type DocumentationLocation } from '@gatehouse/contract-definition';
import { newShortId } from '@gatehouse/contract-primitives';
import {
  type CreateDocumentationPartRequest, type DeleteDocumentationPartRequest, type DocumentationPart, type DocumentationParts, type GetDocumentationPartRequest, type GetDocumentationPartsRequest,
  type UpdateDocumentationPartRequest,
} from '@gatehouse/contract-wire';
import { holdVersion, type PageRequest, pageOf, readPage } from '@gatehouse/control-operation';
import { DocumentationPartRow, insertRow, loadSource, updateRow } from '@gatehouse/control-store';
import { patched } from '../patching.js';
import { findRestApi, lockRestApi } from '../rest-apis/find-rest-api.js';
import { scopeOf, type V1UseCase } from '../use-case.js';
import { documentationPartPatch } from './documentation-part.patch.js';
import { presentDocumentationPart, presentLocation } from './documentation-part.presenter.js';
import * as faults from './documentation-parts.faults.js';
import { entitiesOf } from './entities.js';
import { locationKey, locationOrder, readLocation, tellLocation } from './location.js';
import { checkProperties } from './properties.js';

type Filter = Pick<GetDocumentationPartsRequest, 'type' | 'nameQuery' | 'path'>;

@Injectable()
export class DocumentationPartsService {
  async create(input: CreateDocumentationPartRequest, useCase: V1UseCase): Promise<DocumentationPart> {
    const { restApiId } = input;
    await lockRestApi(useCase, restApiId);
    const location = readLocation(input.location);
    const properties = checkProperties(input.properties);
    const place = { ...scopeOf(useCase), restApiId, locationKey: locationKey(location) };
    if (await useCase.manager.existsBy(DocumentationPartRow, place)) throw faults.partExists(tellLocation(location));
    const row = await insertRow(useCase.manager, DocumentationPartRow, { ...place, id: newShortId(), location, properties }, useCase.now);
    useCase.etag.set(row.version);
    return presentDocumentationPart(row);
  }

  async get({ restApiId, documentationPartId }: GetDocumentationPartRequest, useCase: V1UseCase): Promise<DocumentationPart> {
    const row = await find(useCase, restApiId, documentationPartId);
    useCase.etag.set(row.version);
    return presentDocumentationPart(row);
  }

  /** The parts that are written; with `locationStatus=UNDOCUMENTED` the entities of the API that have none. */
  async list(input: GetDocumentationPartsRequest, useCase: V1UseCase): Promise<DocumentationParts> {
    const page = readPage(input);
    await findRestApi(useCase, input.restApiId);
    return input.locationStatus === 'UNDOCUMENTED' ? undocumented(useCase, input.restApiId, input, page) : documented(useCase, input.restApiId, input, page);
  }

  async update({ restApiId, documentationPartId, patchOperations }: UpdateDocumentationPartRequest, useCase: V1UseCase): Promise<DocumentationPart> {
    await lockRestApi(useCase, restApiId);
    const row = await find(useCase, restApiId, documentationPartId);
    holdVersion(useCase, row);
    const draft = patched(documentationPartPatch, { properties: row.properties }, patchOperations);
    const updated = await updateRow(useCase.manager, DocumentationPartRow, row, { properties: checkProperties(draft.properties) }, useCase.now);
    useCase.etag.set(updated.version);
    return presentDocumentationPart(updated);
  }

  async delete({ restApiId, documentationPartId }: DeleteDocumentationPartRequest, useCase: V1UseCase): Promise<void> {
    await lockRestApi(useCase, restApiId);
    holdVersion(useCase, await find(useCase, restApiId, documentationPartId));
    await useCase.manager.delete(DocumentationPartRow, { ...scopeOf(useCase), restApiId, id: documentationPartId });
  }
}

async function find(useCase: V1UseCase, restApiId: string, id: string): Promise<DocumentationPartRow> {
  const row = await useCase.manager.findOneBy(DocumentationPartRow, { ...scopeOf(useCase), restApiId, id });
  if (row) return row;
  await findRestApi(useCase, restApiId);
  throw faults.noSuchPart();
}

async function documented(useCase: V1UseCase, restApiId: string, { type, nameQuery, path }: Filter, page: PageRequest): Promise<DocumentationParts> {
  const query = useCase.manager.createQueryBuilder(DocumentationPartRow, 'p').where({ ...scopeOf(useCase), restApiId });
  if (type) query.andWhere(`p.location ->> 'type' = :type`, { type });
  if (path) query.andWhere(`p.location ->> 'path' = :path`, { path });
  if (nameQuery) query.andWhere(`starts_with(p.location ->> 'name', :nameQuery)`, { nameQuery });
  if (page.after) query.andWhere('p.id > :after', { after: page.after[0] });
  return pageOf(await query.orderBy('p.id').limit(page.limit + 1).getMany(), page, row => [row.id], presentDocumentationPart);
}

async function undocumented(useCase: V1UseCase, restApiId: string, { type, nameQuery, path }: Filter, page: PageRequest): Promise<DocumentationParts> {
  const place = { ...scopeOf(useCase), restApiId };
  const source = await loadSource(useCase.manager, place);
  const rows = await useCase.manager.find(DocumentationPartRow, { select: { restApiId: true, id: true, locationKey: true }, where: place });
  const written = new Set(rows.map(row => row.locationKey));
  const isAsked = (location: DocumentationLocation): boolean =>
    (!type || location.type === type) && (!path || location.path === path) && (!nameQuery || (location.name?.startsWith(nameQuery) ?? false));
  const entities = (source ? entitiesOf(source) : []).filter(location => isAsked(location) && !written.has(locationKey(location)));
  const sorted = entities.map(location => ({ location, order: locationOrder(location) })).sort((a, b) => (a.order < b.order ? -1 : 1));
  const left = sorted.filter(({ order }) => page.after === null || order > page.after[0]!).slice(0, page.limit + 1);
  return pageOf(left, page, ({ order }) => [order], ({ location }) => ({ location: presentLocation(location) }));
}
