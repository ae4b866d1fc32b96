import { Injectable } from '@nestjs/common';
import { newShortId } from '@gatehouse/contract-primitives';
import {
  type CreateRequestValidatorRequest, type DeleteRequestValidatorRequest, type GetRequestValidatorRequest, type GetRequestValidatorsRequest, type RequestValidator, type RequestValidators,
  type UpdateRequestValidatorRequest,
} from '@gatehouse/contract-wire';
import { holdVersion, pageOf, readPage } from '@gatehouse/control-operation';
import { insertRow, RequestValidatorRow, updateRow } from '@gatehouse/control-store';
import { MoreThan, Not } from 'typeorm';
import { firstMethodThat } from '../methods/first-method-that.js';
import { patched } from '../patching.js';
import { findRestApi, lockRestApi } from '../rest-apis/find-rest-api.js';
import { scopeOf, type V1UseCase } from '../use-case.js';
import { requestValidatorPatch } from './request-validator.patch.js';
import { presentRequestValidator } from './request-validator.presenter.js';
import * as faults from './request-validators.faults.js';

@Injectable()
export class RequestValidatorsService {
  async create(input: CreateRequestValidatorRequest, useCase: V1UseCase): Promise<RequestValidator> {
    await lockRestApi(useCase, input.restApiId);
    const key = { ...scopeOf(useCase), restApiId: input.restApiId, id: newShortId() };
    const name = await this.holdName(useCase, key, input.name ?? '');
    const fields = { validateRequestBody: input.validateRequestBody ?? false, validateRequestParameters: input.validateRequestParameters ?? false };
    const row = await insertRow(useCase.manager, RequestValidatorRow, { ...key, name, fields }, useCase.now);
    useCase.etag.set(row.version);
    return presentRequestValidator(row);
  }

  async get({ restApiId, requestValidatorId }: GetRequestValidatorRequest, useCase: V1UseCase): Promise<RequestValidator> {
    const row = await this.find(useCase, restApiId, requestValidatorId);
    useCase.etag.set(row.version);
    return presentRequestValidator(row);
  }

  async list(input: GetRequestValidatorsRequest, useCase: V1UseCase): Promise<RequestValidators> {
    const page = readPage(input);
    await findRestApi(useCase, input.restApiId);
    const where = { ...scopeOf(useCase), restApiId: input.restApiId, ...(page.after && { id: MoreThan(page.after[0]!) }) };
    const rows = await useCase.manager.find(RequestValidatorRow, { where, order: { id: 'ASC' }, take: page.limit + 1 });
    return pageOf(rows, page, row => [row.id], presentRequestValidator);
  }

  async update({ restApiId, requestValidatorId, patchOperations }: UpdateRequestValidatorRequest, useCase: V1UseCase): Promise<RequestValidator> {
    await lockRestApi(useCase, restApiId);
    const row = await this.find(useCase, restApiId, requestValidatorId);
    holdVersion(useCase, row);
    const { name, ...fields } = patched(requestValidatorPatch, { name: row.name, ...row.fields }, patchOperations);
    await this.holdName(useCase, row, name);
    const updated = await updateRow(useCase.manager, RequestValidatorRow, row, { name, fields }, useCase.now);
    useCase.etag.set(updated.version);
    return presentRequestValidator(updated);
  }

  /** Refused while a method uses it, so that no method loses its checks in silence. */
  async delete({ restApiId, requestValidatorId }: DeleteRequestValidatorRequest, useCase: V1UseCase): Promise<void> {
    await lockRestApi(useCase, restApiId);
    const row = await this.find(useCase, restApiId, requestValidatorId);
    holdVersion(useCase, row);
    const user = await firstMethodThat(useCase, restApiId, 'requestValidator', row.id);
    if (user) throw faults.inUse(row.name, user);
    await useCase.manager.delete(RequestValidatorRow, { ...scopeOf(useCase), restApiId, id: row.id });
  }

  /** A name of one's own: OpenAPI documents refer to validators by it. */
  private async holdName(useCase: V1UseCase, { restApiId, id }: { readonly restApiId: string; readonly id: string }, name: string): Promise<string> {
    if (name.trim() === '') throw faults.blankName();
    if (name.length > 1_024) throw faults.longName();
    if (await useCase.manager.existsBy(RequestValidatorRow, { ...scopeOf(useCase), restApiId, name, id: Not(id) })) throw faults.nameExists();
    return name;
  }

  private async find(useCase: V1UseCase, restApiId: string, id: string): Promise<RequestValidatorRow> {
    const row = await useCase.manager.findOneBy(RequestValidatorRow, { ...scopeOf(useCase), restApiId, id });
    if (row) return row;
    await findRestApi(useCase, restApiId);
    throw faults.noSuchRequestValidator();
  }
}
