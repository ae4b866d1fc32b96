import { Injectable } from '@nestjs/common';
import { type DeleteIntegrationRequest, type GetIntegrationRequest, type Integration, type PutIntegrationRequest, type UpdateIntegrationRequest } from '@gatehouse/contract-wire';
import { holdVersion } from '@gatehouse/control-operation';
import { type IntegrationFields } from '@gatehouse/contract-definition';
import { insertRow, IntegrationResponseRow, IntegrationRow, updateRow } from '@gatehouse/control-store';
import { findMethod, lockMethod, methodKey } from '../methods/find-method.js';
import { patched } from '../patching.js';
import { type V1UseCase } from '../use-case.js';
import { checkVpcLink } from '../vpc-links/find-vpc-link.js';
import { findIntegration, viewIntegration } from './find-integration.js';
import { integrationPatch } from './integration.patch.js';
import { presentIntegration } from './integration.presenter.js';
import { checkIntegration } from './integration.rules.js';

@Injectable()
export class IntegrationsService {
  /** Sets the integration anew: one that was there is written over, and its responses go. */
  async put(input: PutIntegrationRequest, useCase: V1UseCase): Promise<Integration> {
    const method = await lockMethod(useCase, input);
    const fields = newFields(input);
    checkIntegration(fields, method.fields);
    await checkVpcLink(useCase, fields);
    const key = methodKey(useCase, input);
    const present = await useCase.manager.findOneBy(IntegrationRow, key);
    if (present) holdVersion(useCase, present);
    const row = present ? await updateRow(useCase.manager, IntegrationRow, present, { fields }, useCase.now) : await insertRow(useCase.manager, IntegrationRow, { ...key, fields }, useCase.now);
    await useCase.manager.delete(IntegrationResponseRow, key);
    useCase.etag.set(row.version);
    return presentIntegration({ row, responses: [] });
  }

  async get(input: GetIntegrationRequest, useCase: V1UseCase): Promise<Integration> {
    await findMethod(useCase, input);
    const row = await findIntegration(useCase, input);
    useCase.etag.set(row.version);
    return presentIntegration(await viewIntegration(useCase, row));
  }

  async update({ patchOperations, ...place }: UpdateIntegrationRequest, useCase: V1UseCase): Promise<Integration> {
    const method = await lockMethod(useCase, place);
    const row = await findIntegration(useCase, place);
    holdVersion(useCase, row);
    const fields = patched(integrationPatch, row.fields, patchOperations);
    checkIntegration(fields, method.fields);
    await checkVpcLink(useCase, fields);
    const updated = await updateRow(useCase.manager, IntegrationRow, row, { fields }, useCase.now);
    useCase.etag.set(updated.version);
    return presentIntegration(await viewIntegration(useCase, updated));
  }

  async delete(place: DeleteIntegrationRequest, useCase: V1UseCase): Promise<void> {
    await lockMethod(useCase, place);
    holdVersion(useCase, await findIntegration(useCase, place));
    await useCase.manager.delete(IntegrationRow, methodKey(useCase, place));
  }
}

/** AWS's defaults: the cache namespace is the resource, the timeout 29 s, and only HTTP integrations have a connection. */
function newFields(input: PutIntegrationRequest): IntegrationFields {
  const isHttp = input.type === 'HTTP' || input.type === 'HTTP_PROXY';
  return {
    type: input.type,
    httpMethod: input.integrationHttpMethod ?? null,
    uri: input.uri ?? null,
    connectionType: input.connectionType ?? (isHttp ? 'INTERNET' : null),
    connectionId: input.connectionId ?? null,
    credentials: input.credentials ?? null,
    requestParameters: input.requestParameters ?? {},
    requestTemplates: input.requestTemplates ?? {},
    passthroughBehavior: (input.passthroughBehavior as IntegrationFields['passthroughBehavior'] | undefined) ?? 'WHEN_NO_MATCH',
    contentHandling: input.contentHandling ?? null,
    timeoutInMillis: input.timeoutInMillis ?? 29_000,
    cacheNamespace: input.cacheNamespace ?? input.resourceId,
    cacheKeyParameters: [...new Set(input.cacheKeyParameters ?? [])],
    insecureSkipVerification: input.tlsConfig?.insecureSkipVerification ?? null,
    responseTransferMode: input.responseTransferMode ?? null,
    integrationTarget: input.integrationTarget ?? null,
  };
}
