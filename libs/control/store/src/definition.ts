import { type DocumentationPartDefinition, type MethodDefinition, type RestApiDefinition } from '@gatehouse/contract-definition';
import { type RestApiSource, type SourceMethod } from './source.js';

/** Source -> the same API without ids, as an export writes it. An id that names nothing any more is no reference. */
export function definitionOf(source: RestApiSource, documentationParts: readonly DocumentationPartDefinition[] = []): RestApiDefinition {
  const nameOf = (list: readonly { readonly id: string; readonly name: string }[], id: string | null): string | null => list.find(item => item.id === id)?.name ?? null;
  const methodOf = ({ httpMethod, fields: { authorizerId, requestValidatorId, ...fields }, methodResponses, integration }: SourceMethod, resourceId: string): MethodDefinition => ({
    httpMethod,
    fields: { ...fields, authorizer: nameOf(source.authorizers, authorizerId), requestValidator: nameOf(source.requestValidators, requestValidatorId) },
    methodResponses,
    integration: integration && {
      fields: { ...integration.fields, cacheNamespace: integration.fields.cacheNamespace === resourceId ? null : integration.fields.cacheNamespace },
      integrationResponses: integration.integrationResponses,
    },
  });
  const withoutId = <Fields>({ name, fields }: { readonly name: string; readonly fields: Fields }): { readonly name: string; readonly fields: Fields } => ({ name, fields });
  return {
    name: source.api.name,
    fields: source.api.fields,
    resources: source.resources.map(({ id, path, methods }) => ({ path, methods: methods.map(method => methodOf(method, id)) })),
    models: source.models.map(withoutId),
    requestValidators: source.requestValidators.map(withoutId),
    authorizers: source.authorizers.map(withoutId),
    gatewayResponses: source.gatewayResponses,
    documentationParts,
  };
}
