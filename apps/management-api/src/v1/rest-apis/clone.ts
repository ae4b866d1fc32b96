import { newShortId } from '@gatehouse/contract-primitives';
import { insertRow, IntegrationResponseRow, IntegrationRow, MethodResponseRow, MethodRow, ResourceRow, type RestApiSource, type SourceMethod } from '@gatehouse/control-store';
import { scopeOf, type V1UseCase } from '../use-case.js';
import { cloneParts, type PartIds } from './clone-parts.js';

/** Writes everything of `source` below a new API. Every part and resource gets a new id, the root the one that is given, and references follow. */
export async function cloneInto(useCase: V1UseCase, source: RestApiSource, restApiId: string, rootResourceId: string): Promise<void> {
  const parts = await cloneParts(useCase, source, restApiId);
  const { manager, now } = useCase;
  const scope = scopeOf(useCase);
  const newIds = new Map(source.resources.map(({ id }) => [id, id === source.api.rootResourceId ? rootResourceId : newShortId()]));
  // Sorted by path, a parent comes before its children.
  for (const { id, parentId, pathPart, path, methods } of source.resources) {
    const resourceId = newIds.get(id)!;
    if (resourceId !== rootResourceId) await insertRow(manager, ResourceRow, { ...scope, restApiId, id: resourceId, parentId: newIds.get(parentId ?? '') ?? rootResourceId, pathPart, path }, now);
    for (const method of methods) await cloneMethod(useCase, method, { ...scope, restApiId, resourceId, httpMethod: method.httpMethod }, { parts, oldResourceId: id });
  }
}

interface MethodKey { readonly accountId: string; readonly region: string; readonly restApiId: string; readonly resourceId: string; readonly httpMethod: string }

async function cloneMethod(
  { manager, now }: V1UseCase, { fields, methodResponses, integration }: SourceMethod, key: MethodKey, { parts, oldResourceId }: { readonly parts: PartIds; readonly oldResourceId: string },
): Promise<void> {
  const authorizerId = parts.authorizers.get(fields.authorizerId ?? '') ?? null;
  const requestValidatorId = parts.requestValidators.get(fields.requestValidatorId ?? '') ?? null;
  await insertRow(manager, MethodRow, { ...key, fields: { ...fields, authorizerId, requestValidatorId } }, now);
  for (const response of methodResponses) await insertRow(manager, MethodResponseRow, { ...key, statusCode: response.statusCode, fields: response.fields }, now);
  if (!integration) return;
  // The default cache namespace is the resource's own id, which has just changed.
  const cacheNamespace = integration.fields.cacheNamespace === oldResourceId ? key.resourceId : integration.fields.cacheNamespace;
  await insertRow(manager, IntegrationRow, { ...key, fields: { ...integration.fields, cacheNamespace } }, now);
  for (const response of integration.integrationResponses) await insertRow(manager, IntegrationResponseRow, { ...key, statusCode: response.statusCode, fields: response.fields }, now);
}
