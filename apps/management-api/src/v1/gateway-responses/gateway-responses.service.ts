import { Injectable } from '@nestjs/common';
import { type GatewayResponseFields } from '@gatehouse/contract-definition';
import {
  type DeleteGatewayResponseRequest, type GatewayResponse, type GatewayResponses, type GatewayResponseType, type GetGatewayResponseRequest, type GetGatewayResponsesRequest, type PutGatewayResponseRequest,
  type UpdateGatewayResponseRequest,
} from '@gatehouse/contract-wire';
import { holdVersion } from '@gatehouse/control-operation';
import { GatewayResponseRow, insertRow, updateRow } from '@gatehouse/control-store';
import { patched } from '../patching.js';
import { findRestApi, lockRestApi } from '../rest-apis/find-rest-api.js';
import { scopeOf, type V1UseCase } from '../use-case.js';
import { DEFAULT_TEMPLATES, RESPONSE_TYPES } from './default-responses.js';
import { gatewayResponsePatch } from './gateway-response.patch.js';
import { presentGatewayResponse } from './gateway-response.presenter.js';
import { checkGatewayResponse } from './gateway-response.rules.js';
import { notDefined } from './gateway-responses.faults.js';

/** What a patch of an untouched type starts from. */
const UNTOUCHED: GatewayResponseFields = { statusCode: null, responseParameters: {}, responseTemplates: DEFAULT_TEMPLATES };

/** What becomes of a response; null = the type is untouched. */
type Change = (present: GatewayResponseFields | null) => GatewayResponseFields;

@Injectable()
export class GatewayResponsesService {
  /** Customises a type anew, whatever it was before. */
  async put(input: PutGatewayResponseRequest, useCase: V1UseCase): Promise<GatewayResponse> {
    const { restApiId, responseType } = input;
    await lockRestApi(useCase, restApiId);
    const fields = { statusCode: input.statusCode || null, responseParameters: input.responseParameters ?? {}, responseTemplates: input.responseTemplates ?? {} };
    return this.write(useCase, restApiId, responseType, () => fields);
  }

  async get({ restApiId, responseType }: GetGatewayResponseRequest, useCase: V1UseCase): Promise<GatewayResponse> {
    const row = await find(useCase, restApiId, responseType);
    if (row) useCase.etag.set(row.version);
    else await findRestApi(useCase, restApiId);
    return presentGatewayResponse(responseType, row);
  }

  /** All 21, customised or not: AWS does not page them. */
  async list({ restApiId }: GetGatewayResponsesRequest, useCase: V1UseCase): Promise<GatewayResponses> {
    await findRestApi(useCase, restApiId);
    const rows = await useCase.manager.findBy(GatewayResponseRow, { ...scopeOf(useCase), restApiId });
    return { items: RESPONSE_TYPES.map(responseType => presentGatewayResponse(responseType, rows.find(row => row.responseType === responseType) ?? null)) };
  }

  async update({ restApiId, responseType, patchOperations }: UpdateGatewayResponseRequest, useCase: V1UseCase): Promise<GatewayResponse> {
    await lockRestApi(useCase, restApiId);
    return this.write(useCase, restApiId, responseType, present => patched(gatewayResponsePatch, present ?? UNTOUCHED, patchOperations));
  }

  /** Gives the type back to AWS's default. */
  async delete({ restApiId, responseType }: DeleteGatewayResponseRequest, useCase: V1UseCase): Promise<void> {
    await lockRestApi(useCase, restApiId);
    const row = await find(useCase, restApiId, responseType);
    if (!row) throw notDefined();
    holdVersion(useCase, row);
    await useCase.manager.delete(GatewayResponseRow, { ...scopeOf(useCase), restApiId, responseType });
  }

  private async write(useCase: V1UseCase, restApiId: string, responseType: GatewayResponseType, change: Change): Promise<GatewayResponse> {
    const present = await find(useCase, restApiId, responseType);
    if (present) holdVersion(useCase, present);
    const fields = change(present?.fields ?? null);
    checkGatewayResponse(fields);
    const row = present
      ? await updateRow(useCase.manager, GatewayResponseRow, present, { fields }, useCase.now)
      : await insertRow(useCase.manager, GatewayResponseRow, { ...scopeOf(useCase), restApiId, responseType, fields }, useCase.now);
    useCase.etag.set(row.version);
    return presentGatewayResponse(responseType, row);
  }
}

const find = (useCase: V1UseCase, restApiId: string, responseType: string): Promise<GatewayResponseRow | null> =>
  useCase.manager.findOneBy(GatewayResponseRow, { ...scopeOf(useCase), restApiId, responseType });
