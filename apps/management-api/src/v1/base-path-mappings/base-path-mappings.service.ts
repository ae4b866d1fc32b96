import { Injectable } from '@nestjs/common';
import {
  type BasePathMapping, type BasePathMappings, type CreateBasePathMappingRequest, type DeleteBasePathMappingRequest, type GetBasePathMappingRequest, type GetBasePathMappingsRequest,
  type UpdateBasePathMappingRequest,
} from '@gatehouse/contract-wire';
import { holdVersion, pageOf, readPage } from '@gatehouse/control-operation';
import { BasePathMappingRow, type DomainNameRow, insertRow, StageRow, updateRow } from '@gatehouse/control-store';
import { patchTable, replace, text, textOrNull } from '@gatehouse/engine-patch';
import { MoreThan } from 'typeorm';
import { type DomainPlace, findDomain } from '../domain-names/find-domain-name.js';
import { patched } from '../patching.js';
import { lockRestApi } from '../rest-apis/find-rest-api.js';
import { scopeOf, type V1UseCase } from '../use-case.js';
import { readBasePath, showBasePath } from './base-path.js';
import * as faults from './base-path-mappings.faults.js';

interface MappingDraft { basePath: string; restApiId: string; stage: string | null }

/** AWS's table writes `/basepath` and `/restapiId`, clients send `/basePath` too: all of them are taken. */
const patch = patchTable<MappingDraft>({
  '/basePath': replace(text), '/basepath': replace(text, { at: ['basePath'] }),
  '/restapiId': replace(text, { at: ['restApiId'] }), '/restApiId': replace(text),
  '/stage': replace(textOrNull),
});

const present = ({ basePath, restApiId, stage }: BasePathMappingRow): BasePathMapping => ({ basePath: showBasePath(basePath), restApiId, stage: stage ?? undefined });

@Injectable()
export class BasePathMappingsService {
  async create(input: CreateBasePathMappingRequest, useCase: V1UseCase): Promise<BasePathMapping> {
    const domain = await findDomain(useCase, input, true);
    const draft = { basePath: readBasePath(input.basePath), restApiId: input.restApiId, stage: input.stage || null };
    await this.#check(useCase, draft);
    if (await useCase.manager.existsBy(BasePathMappingRow, { ...keyOf(domain), basePath: draft.basePath })) throw faults.mappingExists();
    const row = await insertRow(useCase.manager, BasePathMappingRow, { ...keyOf(domain), ...draft }, useCase.now);
    useCase.touched.domain(domain.domainName, domain.domainNameId);
    useCase.etag.set(row.version);
    return present(row);
  }

  async get(input: GetBasePathMappingRequest, useCase: V1UseCase): Promise<BasePathMapping> {
    const { row } = await this.#find(useCase, input, input.basePath, false);
    useCase.etag.set(row.version);
    return present(row);
  }

  async list(input: GetBasePathMappingsRequest, useCase: V1UseCase): Promise<BasePathMappings> {
    const page = readPage(input);
    const domain = await findDomain(useCase, input);
    const where = { ...keyOf(domain), ...(page.after && { basePath: MoreThan(page.after[0]!) }) };
    const rows = await useCase.manager.find(BasePathMappingRow, { where, order: { basePath: 'ASC' }, take: page.limit + 1 });
    return pageOf(rows, page, row => [row.basePath], present);
  }

  async update(input: UpdateBasePathMappingRequest, useCase: V1UseCase): Promise<BasePathMapping> {
    const { domain, row } = await this.#find(useCase, input, input.basePath, true);
    holdVersion(useCase, row);
    const { basePath: given, ...draft } = patched(patch, { basePath: row.basePath, restApiId: row.restApiId, stage: row.stage }, input.patchOperations);
    const basePath = readBasePath(given);
    await this.#check(useCase, { ...draft, basePath });
    if (basePath !== row.basePath && (await useCase.manager.existsBy(BasePathMappingRow, { ...keyOf(domain), basePath }))) throw faults.mappingExists();
    const moved = basePath === row.basePath ? row : await this.#move(useCase, row, basePath);
    const updated = await updateRow(useCase.manager, BasePathMappingRow, moved, draft, useCase.now);
    useCase.touched.domain(domain.domainName, domain.domainNameId);
    useCase.etag.set(updated.version);
    return present(updated);
  }

  async delete(input: DeleteBasePathMappingRequest, useCase: V1UseCase): Promise<void> {
    const { domain, row } = await this.#find(useCase, input, input.basePath, true);
    holdVersion(useCase, row);
    await useCase.manager.delete(BasePathMappingRow, { ...keyOf(domain), basePath: row.basePath });
    useCase.touched.domain(domain.domainName, domain.domainNameId);
  }

  /** The base path is part of the key, so it is changed by itself. */
  async #move(useCase: V1UseCase, row: BasePathMappingRow, basePath: string): Promise<BasePathMappingRow> {
    const { accountId, region, domainName, domainNameId } = row;
    await useCase.manager.update(BasePathMappingRow, { accountId, region, domainName, domainNameId, basePath: row.basePath }, { basePath });
    return { ...row, basePath };
  }

  async #find(useCase: V1UseCase, place: DomainPlace, basePath: string, isWriter: boolean): Promise<{ readonly domain: DomainNameRow; readonly row: BasePathMappingRow }> {
    const domain = await findDomain(useCase, place, isWriter);
    const row = await useCase.manager.findOneBy(BasePathMappingRow, { ...keyOf(domain), basePath: basePath === '(none)' ? '' : basePath });
    if (!row) throw faults.noSuchMapping();
    return { domain, row };
  }

  /** The API is locked, so that it and its stage are still there when the mapping is. */
  async #check(useCase: V1UseCase, { restApiId, stage }: MappingDraft): Promise<void> {
    await lockRestApi(useCase, restApiId, faults.noSuchApi);
    if (stage !== null && !(await useCase.manager.existsBy(StageRow, { ...scopeOf(useCase), restApiId, stageName: stage }))) throw faults.noSuchStage();
  }
}

const keyOf = ({ accountId, region, domainName, domainNameId }: DomainNameRow): { accountId: string; region: string; domainName: string; domainNameId: string } => ({ accountId, region, domainName, domainNameId });
