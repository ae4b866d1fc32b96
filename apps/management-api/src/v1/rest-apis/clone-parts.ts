import { newShortId } from '@gatehouse/contract-primitives';
import { AuthorizerRow, DocumentationPartRow, GatewayResponseRow, insertRow, ModelRow, RequestValidatorRow, type RestApiSource } from '@gatehouse/control-store';
import { modelAddress } from '../models/model-address.js';
import { scopeOf, type V1UseCase } from '../use-case.js';

/** The original's ids -> the clone's, for whoever refers to them. */
export interface PartIds { readonly authorizers: ReadonlyMap<string, string>; readonly requestValidators: ReadonlyMap<string, string> }

/** Writes an API's models, validators, authorizers, gateway responses and documentation below a new API. */
export async function cloneParts(useCase: V1UseCase, source: RestApiSource, restApiId: string): Promise<PartIds> {
  const { manager, now } = useCase;
  const key = { ...scopeOf(useCase), restApiId };
  const newIds = (list: readonly { readonly id: string }[]): ReadonlyMap<string, string> => new Map(list.map(({ id }) => [id, newShortId()]));
  const ids = { authorizers: newIds(source.authorizers), requestValidators: newIds(source.requestValidators) };
  for (const { name, fields } of source.models) {
    // A model speaks of its neighbours by the API's own id, which has just changed.
    const schema = fields.schema?.replaceAll(modelAddress(source.api.id, ''), modelAddress(restApiId, '')) ?? null;
    await insertRow(manager, ModelRow, { ...key, id: newShortId(), name, fields: { ...fields, schema } }, now);
  }
  for (const { id, name, fields } of source.requestValidators) await insertRow(manager, RequestValidatorRow, { ...key, id: ids.requestValidators.get(id)!, name, fields }, now);
  for (const { id, name, fields } of source.authorizers) await insertRow(manager, AuthorizerRow, { ...key, id: ids.authorizers.get(id)!, name, fields }, now);
  for (const { responseType, fields } of source.gatewayResponses) await insertRow(manager, GatewayResponseRow, { ...key, responseType, fields }, now);
  const documentation = await manager.findBy(DocumentationPartRow, { ...scopeOf(useCase), restApiId: source.api.id });
  for (const { locationKey, location, properties } of documentation) await insertRow(manager, DocumentationPartRow, { ...key, id: newShortId(), locationKey, location, properties }, now);
  return ids;
}
