import { Injectable } from '@nestjs/common';
import { newApiId } from '@gatehouse/contract-primitives';
import { type CreateRestApiRequest, type DeleteRestApiRequest, type GetRestApiRequest, type GetRestApisRequest, type RestApi, type RestApis, type UpdateRestApiRequest } from '@gatehouse/contract-wire';
import { holdVersion, pageOf, readPage } from '@gatehouse/control-operation';
import { type RestApiFields } from '@gatehouse/contract-definition';
import { insertRow, loadSource, ResourceRow, RestApiRow, StageRow, updateRow } from '@gatehouse/control-store';
import { MoreThan } from 'typeorm';
import { insertDefaultModels } from '../models/default-models.js';
import { refuseMappedApi } from '../base-path-mappings/held-by-mappings.js';
import { patched } from '../patching.js';
import { checkTags } from '../tag-rules.js';
import { scopeOf, type V1UseCase } from '../use-case.js';
import { cloneInto } from './clone.js';
import { findRestApi, lockRestApi } from './find-rest-api.js';
import { restApiPatch } from './rest-api.patch.js';
import { presentRestApi } from './rest-api.presenter.js';
import { checkRestApi } from './rest-api.rules.js';
import { noSuchOriginal } from './rest-apis.faults.js';

@Injectable()
export class RestApisService {
  /** Makes the API, its root resource and AWS's two models; with `cloneFrom`, the original's settings (where the caller gave none), its whole tree and all its parts. */
  async create(input: CreateRestApiRequest, useCase: V1UseCase): Promise<RestApi> {
    const { manager, now } = useCase;
    const scope = scopeOf(useCase);
    // The original is held while it is read, so that no part of it changes between two statements.
    if (input.cloneFrom) await lockRestApi(useCase, input.cloneFrom, noSuchOriginal);
    const source = input.cloneFrom ? await loadSource(manager, { ...scope, restApiId: input.cloneFrom }) : null;
    if (input.cloneFrom && !source) throw noSuchOriginal();
    const fields = newFields(input, source?.api.fields);
    checkRestApi({ name: input.name, ...fields });
    const [id, rootResourceId] = [newApiId(), newApiId()];
    const row = await insertRow(manager, RestApiRow, { ...scope, id, name: input.name, rootResourceId, fields, tags: checkTags(input.tags ?? {}) }, now);
    await insertRow(manager, ResourceRow, { ...scope, restApiId: id, id: rootResourceId, parentId: null, pathPart: null, path: '/' }, now);
    if (source) await cloneInto(useCase, source, id, rootResourceId);
    else await insertDefaultModels(useCase, id);
    useCase.etag.set(row.version);
    return presentRestApi(row, { emptyTags: false });
  }

  async get({ restApiId }: GetRestApiRequest, useCase: V1UseCase): Promise<RestApi> {
    const row = await findRestApi(useCase, restApiId);
    useCase.etag.set(row.version);
    return presentRestApi(row, { emptyTags: true });
  }

  async list(input: GetRestApisRequest, useCase: V1UseCase): Promise<RestApis> {
    const page = readPage(input);
    const where = { ...scopeOf(useCase), ...(page.after && { id: MoreThan(page.after[0]!) }) };
    const rows = await useCase.manager.find(RestApiRow, { where, order: { id: 'ASC' }, take: page.limit + 1 });
    return pageOf(rows, page, row => [row.id], row => presentRestApi(row, { emptyTags: true }));
  }

  async update({ restApiId, patchOperations }: UpdateRestApiRequest, useCase: V1UseCase): Promise<RestApi> {
    const row = await lockRestApi(useCase, restApiId);
    holdVersion(useCase, row);
    const draft = patched(restApiPatch, { name: row.name, ...row.fields }, patchOperations);
    checkRestApi(draft);
    const { name, ...fields } = draft;
    const updated = await updateRow(useCase.manager, RestApiRow, row, { name, fields }, useCase.now);
    useCase.etag.set(updated.version);
    return presentRestApi(updated, { emptyTags: true });
  }

  /** Takes everything below it along; gateways drop its stages. */
  async delete({ restApiId }: DeleteRestApiRequest, useCase: V1UseCase): Promise<void> {
    const row = await lockRestApi(useCase, restApiId);
    holdVersion(useCase, row);
    await refuseMappedApi(useCase, restApiId);
    const stages = await useCase.manager.findBy(StageRow, { ...scopeOf(useCase), restApiId });
    await useCase.manager.delete(RestApiRow, { ...scopeOf(useCase), id: restApiId });
    for (const { stageName } of stages) useCase.touched.stage(restApiId, stageName);
  }
}

/** What the caller gave, else the original's, else AWS's defaults. An API is EDGE unless told; a private one is dualstack. */
function newFields(input: CreateRestApiRequest, original: RestApiFields | undefined): RestApiFields {
  const given = input.endpointConfiguration;
  const endpointTypes = given?.types?.length ? given.types : (original?.endpointTypes ?? ['EDGE']);
  return {
    description: input.description ?? original?.description ?? null,
    version: input.version ?? original?.version ?? null,
    apiKeySource: input.apiKeySource ?? original?.apiKeySource ?? 'HEADER',
    binaryMediaTypes: input.binaryMediaTypes ? [...new Set(input.binaryMediaTypes)] : (original?.binaryMediaTypes ?? []),
    minimumCompressionSize: input.minimumCompressionSize ?? original?.minimumCompressionSize ?? null,
    disableExecuteApiEndpoint: input.disableExecuteApiEndpoint ?? original?.disableExecuteApiEndpoint ?? false,
    endpointTypes,
    ipAddressType: given?.ipAddressType ?? (endpointTypes.includes('PRIVATE') ? 'dualstack' : 'ipv4'),
    vpcEndpointIds: given?.vpcEndpointIds ?? (endpointTypes.includes('PRIVATE') ? (original?.vpcEndpointIds ?? []) : []),
    policy: input.policy || (original?.policy ?? null),
    securityPolicy: input.securityPolicy ?? original?.securityPolicy ?? null,
    endpointAccessMode: input.endpointAccessMode ?? original?.endpointAccessMode ?? null,
    ...(original?.kept && { kept: original.kept }),
  };
}
