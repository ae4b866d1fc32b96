import { Injectable } from '@nestjs/common';
import { type DeleteMethodResponseRequest, type GetMethodResponseRequest, type MethodResponse, type PutMethodResponseRequest, type UpdateMethodResponseRequest } from '@gatehouse/contract-wire';
import { holdVersion } from '@gatehouse/control-operation';
import { insertRow, MethodResponseRow, updateRow } from '@gatehouse/control-store';
import { findMethod, lockMethod, methodKey, type MethodPlace } from '../methods/find-method.js';
import { holdModels } from '../models/hold-models.js';
import { patched } from '../patching.js';
import { type V1UseCase } from '../use-case.js';
import { methodResponsePatch } from './method-response.patch.js';
import { presentMethodResponse } from './method-response.presenter.js';
import { checkMethodResponse } from './method-response.rules.js';
import { noSuchResponse, responseExists } from './method-responses.faults.js';

@Injectable()
export class MethodResponsesService {
  async put(input: PutMethodResponseRequest, useCase: V1UseCase): Promise<MethodResponse> {
    await lockMethod(useCase, input);
    const fields = { responseParameters: input.responseParameters ?? {}, responseModels: input.responseModels ?? {} };
    checkMethodResponse(fields);
    await holdModels(useCase, input.restApiId, fields.responseModels);
    const key = { ...methodKey(useCase, input), statusCode: input.statusCode };
    if (await useCase.manager.existsBy(MethodResponseRow, key)) throw responseExists();
    const row = await insertRow(useCase.manager, MethodResponseRow, { ...key, fields }, useCase.now);
    useCase.etag.set(row.version);
    return presentMethodResponse(row);
  }

  async get(input: GetMethodResponseRequest, useCase: V1UseCase): Promise<MethodResponse> {
    await findMethod(useCase, input);
    const row = await this.find(useCase, input);
    useCase.etag.set(row.version);
    return presentMethodResponse(row);
  }

  async update({ patchOperations, ...place }: UpdateMethodResponseRequest, useCase: V1UseCase): Promise<MethodResponse> {
    await lockMethod(useCase, place);
    const row = await this.find(useCase, place);
    holdVersion(useCase, row);
    const fields = patched(methodResponsePatch, row.fields, patchOperations);
    checkMethodResponse(fields);
    await holdModels(useCase, place.restApiId, fields.responseModels);
    const updated = await updateRow(useCase.manager, MethodResponseRow, row, { fields }, useCase.now);
    useCase.etag.set(updated.version);
    return presentMethodResponse(updated);
  }

  async delete(place: DeleteMethodResponseRequest, useCase: V1UseCase): Promise<void> {
    await lockMethod(useCase, place);
    holdVersion(useCase, await this.find(useCase, place));
    await useCase.manager.delete(MethodResponseRow, { ...methodKey(useCase, place), statusCode: place.statusCode });
  }

  private async find(useCase: V1UseCase, place: MethodPlace & { readonly statusCode: string }): Promise<MethodResponseRow> {
    const row = await useCase.manager.findOneBy(MethodResponseRow, { ...methodKey(useCase, place), statusCode: place.statusCode });
    if (!row) throw noSuchResponse();
    return row;
  }
}
