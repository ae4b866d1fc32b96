import { Injectable } from '@nestjs/common';
import { newShortId } from '@gatehouse/contract-primitives';
import {
  type CreateResourceRequest, type DeleteResourceRequest, type GetResourceRequest, type GetResourcesRequest, type Resource, type Resources, type UpdateResourceRequest,
} from '@gatehouse/contract-wire';
import { holdVersion, pageOf, readPage } from '@gatehouse/control-operation';
import { insertRow, ResourceRow, updateRow } from '@gatehouse/control-store';
import { Like, MoreThan } from 'typeorm';
import { loadMethods } from '../methods/load-methods.js';
import { patched } from '../patching.js';
import { findRestApi, lockRestApi } from '../rest-apis/find-rest-api.js';
import { scopeOf, type V1UseCase } from '../use-case.js';
import { findResource } from './find-resource.js';
import { resourcePatch } from './resource.patch.js';
import { presentResource } from './resource.presenter.js';
import { checkPlace, liesBelow, pathBelow } from './resource.rules.js';
import * as faults from './resources.faults.js';

const embedsMethods = (embed: readonly string[] | undefined): { readonly embedsMethods: boolean } => ({ embedsMethods: embed?.includes('methods') ?? false });

@Injectable()
export class ResourcesService {
  async create({ restApiId, parentId, pathPart }: CreateResourceRequest, useCase: V1UseCase): Promise<Resource> {
    await lockRestApi(useCase, restApiId, faults.noSuchResource);
    const parent = await useCase.manager.findOneBy(ResourceRow, { ...scopeOf(useCase), restApiId, id: parentId });
    if (!parent) throw faults.noSuchResource();
    checkPlace(null, pathPart, parent, await this.rivals(useCase, parent, pathPart));
    const row = await insertRow(useCase.manager, ResourceRow, { ...scopeOf(useCase), restApiId, id: newShortId(), parentId, pathPart, path: pathBelow(parent.path, pathPart) }, useCase.now);
    useCase.etag.set(row.version);
    return presentResource(row, [], { embedsMethods: false });
  }

  /** The only siblings that can stand in the way of a new name, so that the price of one resource does not grow with its API. */
  private rivals(useCase: V1UseCase, { restApiId, id }: ResourceRow, pathPart: string): Promise<ResourceRow[]> {
    const below = { ...scopeOf(useCase), restApiId, parentId: id };
    return useCase.manager.findBy(ResourceRow, [{ ...below, pathPart }, { ...below, pathPart: Like('{%') }]);
  }

  async get({ restApiId, resourceId, embed }: GetResourceRequest, useCase: V1UseCase): Promise<Resource> {
    const row = await findResource(useCase, restApiId, resourceId);
    const methods = await loadMethods(useCase, restApiId, [resourceId]);
    useCase.etag.set(row.version);
    return presentResource(row, methods.get(resourceId) ?? [], embedsMethods(embed));
  }

  /** In the order of their paths, so a parent comes before its children. */
  async list(input: GetResourcesRequest, useCase: V1UseCase): Promise<Resources> {
    const { restApiId } = input;
    const page = readPage(input);
    await findRestApi(useCase, restApiId);
    const where = { ...scopeOf(useCase), restApiId, ...(page.after && { path: MoreThan(page.after[0]!) }) };
    const rows = await useCase.manager.find(ResourceRow, { where, order: { path: 'ASC' }, take: page.limit + 1 });
    const methods = await loadMethods(useCase, restApiId, rows.slice(0, page.limit).map(row => row.id));
    return pageOf(rows, page, row => [row.path], row => presentResource(row, methods.get(row.id) ?? [], embedsMethods(input.embed)));
  }

  /** A new name or parent moves the whole subtree. */
  async update({ restApiId, resourceId, patchOperations }: UpdateResourceRequest, useCase: V1UseCase): Promise<Resource> {
    await lockRestApi(useCase, restApiId, faults.noSuchResource);
    const all = await this.all(useCase, restApiId);
    const row = all.find(each => each.id === resourceId);
    if (!row) throw faults.noSuchResource();
    holdVersion(useCase, row);
    const { parentId, pathPart } = patched(resourcePatch, { parentId: row.parentId ?? '', pathPart: row.pathPart ?? '' }, patchOperations);
    if (row.parentId === null && parentId !== '') throw faults.rootKeepsParent();
    if (row.parentId === null && pathPart !== '') throw faults.rootKeepsPathPart();
    const methods = await loadMethods(useCase, restApiId, [resourceId]);
    const moved = row.parentId === null ? row : await this.move(useCase, row, { parentId, pathPart }, all);
    useCase.etag.set(moved.version);
    return presentResource(moved, methods.get(resourceId) ?? [], { embedsMethods: false });
  }

  /** Takes the subtree along. */
  async delete({ restApiId, resourceId }: DeleteResourceRequest, useCase: V1UseCase): Promise<void> {
    await lockRestApi(useCase, restApiId, faults.noSuchResource);
    const row = await findResource(useCase, restApiId, resourceId);
    holdVersion(useCase, row);
    if (row.parentId === null) throw faults.rootStays();
    await useCase.manager.delete(ResourceRow, { ...scopeOf(useCase), restApiId, id: resourceId });
  }

  private all(useCase: V1UseCase, restApiId: string): Promise<ResourceRow[]> {
    return useCase.manager.findBy(ResourceRow, { ...scopeOf(useCase), restApiId });
  }

  private async move(useCase: V1UseCase, row: ResourceRow, to: { readonly parentId: string; readonly pathPart: string }, all: readonly ResourceRow[]): Promise<ResourceRow> {
    const parent = all.find(each => each.id === to.parentId);
    if (!parent) throw faults.noSuchResource();
    if (liesBelow(parent.id, row.id, all)) throw faults.cyclical();
    checkPlace(row.id, to.pathPart, parent, all);
    const path = pathBelow(parent.path, to.pathPart);
    const moved = await updateRow(useCase.manager, ResourceRow, row, { ...to, path }, useCase.now);
    for (const below of all) {
      if (below.id === row.id || !below.path.startsWith(`${row.path}/`)) continue;
      await updateRow(useCase.manager, ResourceRow, below, { path: path + below.path.slice(row.path.length) }, useCase.now);
    }
    return moved;
  }
}
