import { Injectable } from '@nestjs/common';
import {
  type DeleteIntegrationResponseRequest, type GetIntegrationResponseRequest, type IntegrationResponse, type PutIntegrationResponseRequest, type UpdateIntegrationResponseRequest,
} from '@gatehouse/contract-wire';
import { holdVersion } from '@gatehouse/control-operation';
import { insertRow, IntegrationResponseRow, MethodResponseRow, updateRow } from '@gatehouse/control-store';
import { findIntegration } from '../integrations/find-integration.js';
import { noSuchResponse } from '../method-responses/method-responses.faults.js';
import { findMethod, lockMethod, methodKey, type MethodPlace } from '../methods/find-method.js';
import { patched } from '../patching.js';
import { type V1UseCase } from '../use-case.js';
import { integrationResponsePatch } from './integration-response.patch.js';
import { presentIntegrationResponse } from './integration-response.presenter.js';
import { checkIntegrationResponse } from './integration-response.rules.js';

type Place = MethodPlace & { readonly statusCode: string };
const keyOf = (useCase: V1UseCase, place: Place): Place & { readonly accountId: string; readonly region: string } => ({ ...methodKey(useCase, place), statusCode: place.statusCode });

@Injectable()
export class IntegrationResponsesService {
  /** Sets the response anew. The method must declare the status code first. */
  async put(input: PutIntegrationResponseRequest, useCase: V1UseCase): Promise<IntegrationResponse> {
    await lockMethod(useCase, input);
    await findIntegration(useCase, input);
    const fields = {
      selectionPattern: input.selectionPattern || null,
      responseParameters: input.responseParameters ?? {},
      responseTemplates: input.responseTemplates ?? {},
      contentHandling: input.contentHandling ?? null,
    };
    checkIntegrationResponse(fields, (await this.declared(useCase, input)).fields);
    const key = keyOf(useCase, input);
    const present = await useCase.manager.findOneBy(IntegrationResponseRow, key);
    if (present) holdVersion(useCase, present);
    const row = present ? await updateRow(useCase.manager, IntegrationResponseRow, present, { fields }, useCase.now) : await insertRow(useCase.manager, IntegrationResponseRow, { ...key, fields }, useCase.now);
    useCase.etag.set(row.version);
    return presentIntegrationResponse(row);
  }

  async get(input: GetIntegrationResponseRequest, useCase: V1UseCase): Promise<IntegrationResponse> {
    await findMethod(useCase, input);
    const row = await this.find(useCase, input);
    useCase.etag.set(row.version);
    return presentIntegrationResponse(row);
  }

  async update({ patchOperations, ...place }: UpdateIntegrationResponseRequest, useCase: V1UseCase): Promise<IntegrationResponse> {
    await lockMethod(useCase, place);
    const row = await this.find(useCase, place);
    holdVersion(useCase, row);
    const fields = patched(integrationResponsePatch, row.fields, patchOperations);
    checkIntegrationResponse(fields, (await this.declared(useCase, place)).fields);
    const updated = await updateRow(useCase.manager, IntegrationResponseRow, row, { fields }, useCase.now);
    useCase.etag.set(updated.version);
    return presentIntegrationResponse(updated);
  }

  async delete(place: DeleteIntegrationResponseRequest, useCase: V1UseCase): Promise<void> {
    await lockMethod(useCase, place);
    holdVersion(useCase, await this.find(useCase, place));
    await useCase.manager.delete(IntegrationResponseRow, keyOf(useCase, place));
  }

  private async find(useCase: V1UseCase, place: Place): Promise<IntegrationResponseRow> {
    await findIntegration(useCase, place);
    const row = await useCase.manager.findOneBy(IntegrationResponseRow, keyOf(useCase, place));
    if (!row) throw noSuchResponse();
    return row;
  }

  private async declared(useCase: V1UseCase, place: Place): Promise<MethodResponseRow> {
    const row = await useCase.manager.findOneBy(MethodResponseRow, keyOf(useCase, place));
    if (!row) throw noSuchResponse();
    return row;
  }
}
