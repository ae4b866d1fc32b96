import { Injectable } from '@nestjs/common';
import { type DeleteMethodRequest, type GetMethodRequest, type Method, type PutMethodRequest, type UpdateMethodRequest } from '@gatehouse/contract-wire';
import { holdVersion } from '@gatehouse/control-operation';
import { insertRow, MethodRow, updateRow } from '@gatehouse/control-store';
import { checkHttpMethod } from '../http-methods.js';
import { patched } from '../patching.js';
import { findResource } from '../resources/find-resource.js';
import { noSuchResource } from '../resources/resources.faults.js';
import { lockRestApi } from '../rest-apis/find-rest-api.js';
import { type V1UseCase } from '../use-case.js';
import { lockMethod, methodKey, viewMethod } from './find-method.js';
import { methodPatch } from './method.patch.js';
import { holdReferences, withoutIdleAuthorizer } from './method-references.js';
import { presentMethod } from './method.presenter.js';
import { checkMethod } from './method.rules.js';
import { methodExists } from './methods.faults.js';

@Injectable()
export class MethodsService {
  /** A method that is there already is a conflict: PutMethod makes, UpdateMethod changes. */
  async put(input: PutMethodRequest, useCase: V1UseCase): Promise<Method> {
    const { restApiId, resourceId } = input;
    const httpMethod = checkHttpMethod(input.httpMethod);
    await lockRestApi(useCase, restApiId, noSuchResource);
    await findResource(useCase, restApiId, resourceId);
    const fields = withoutIdleAuthorizer({
      authorizationType: input.authorizationType,
      authorizerId: input.authorizerId || null,
      authorizationScopes: input.authorizationScopes ?? [],
      apiKeyRequired: input.apiKeyRequired ?? false,
      operationName: input.operationName ?? null,
      requestValidatorId: input.requestValidatorId || null,
      requestParameters: input.requestParameters ?? {},
      requestModels: input.requestModels ?? {},
    });
    checkMethod(fields);
    await holdReferences(useCase, restApiId, fields);
    const key = methodKey(useCase, { restApiId, resourceId, httpMethod });
    if (await useCase.manager.existsBy(MethodRow, key)) throw methodExists();
    const row = await insertRow(useCase.manager, MethodRow, { ...key, fields }, useCase.now);
    useCase.etag.set(row.version);
    return presentMethod({ row, responses: [], integration: null });
  }

  async get(input: GetMethodRequest, useCase: V1UseCase): Promise<Method> {
    const view = await viewMethod(useCase, input);
    useCase.etag.set(view.row.version);
    return presentMethod(view);
  }

  async update({ patchOperations, ...place }: UpdateMethodRequest, useCase: V1UseCase): Promise<Method> {
    const row = await lockMethod(useCase, place);
    holdVersion(useCase, row);
    const fields = withoutIdleAuthorizer(patched(methodPatch, row.fields, patchOperations));
    checkMethod(fields);
    await holdReferences(useCase, place.restApiId, fields);
    const updated = await updateRow(useCase.manager, MethodRow, row, { fields }, useCase.now);
    useCase.etag.set(updated.version);
    return presentMethod(await viewMethod(useCase, place));
  }

  async delete(place: DeleteMethodRequest, useCase: V1UseCase): Promise<void> {
    holdVersion(useCase, await lockMethod(useCase, place));
    await useCase.manager.delete(MethodRow, methodKey(useCase, place));
  }
}
