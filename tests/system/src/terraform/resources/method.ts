import { DeleteMethodCommand, GetIntegrationCommand, GetMethodCommand, PutMethodCommand, UpdateMethodCommand, type PatchOperation } from '@aws-sdk/client-api-gateway';
import { found, orNull, tolerating } from '../provider.js';
import { add, mapOperations, remove, replace, type ResourceData } from '../resource-data.js';
import { byParts, type Resource } from '../resource.js';
import { flag, map, set, text } from '../schema.js';
import { METHOD_PARTS, methodId, methodPlace } from './method-place.js';

const asIs = (name: string): string => name;
const flags = (values: Readonly<Record<string, boolean>>): Record<string, string> => Object.fromEntries(Object.entries(values).map(([name, value]) => [name, String(value)]));

/** Of methods and of their responses: models are repeated, with their slashes escaped; parameters are not, and bare. */
export const modelOperations = (data: ResourceData, attribute: string, prefix: string): PatchOperation[] =>
  (data.changes(attribute) ? mapOperations(prefix, data.old(attribute), data.map(attribute), { repeats: true }) : []);
export const parameterOperations = (data: ResourceData, attribute: string, prefix: string): PatchOperation[] =>
  (data.changes(attribute) ? mapOperations(prefix, flags(data.old<boolean>(attribute)), flags(data.map<boolean>(attribute)), { key: asIs }) : []);

/** A validator and an operation name are taken away by a replace without a value, an authorizer by an empty text. */
function operations(data: ResourceData): PatchOperation[] {
  const { gone, come } = data.moves('authorization_scopes');
  const nullable = ([attribute, path]: readonly [string, string]): PatchOperation[] => (data.changes(attribute) ? [replace(path, data.given(attribute))] : []);
  return [
    ...modelOperations(data, 'request_models', '/requestModels'), ...parameterOperations(data, 'request_parameters', '/requestParameters'),
    ...data.replaces([['authorization', '/authorizationType'], ['authorizer_id', '/authorizerId']]),
    ...come.map(scope => add('/authorizationScopes', scope)), ...gone.map(scope => remove('/authorizationScopes', scope)),
    ...data.replaces([['api_key_required', '/apiKeyRequired']]),
    ...nullable(['request_validator_id', '/requestValidatorId']), ...nullable(['operation_name', '/operationName']),
  ];
}

/** aws_api_gateway_method */
export const method: Resource = {
  name: 'aws_api_gateway_method',
  schema: {
    ...METHOD_PARTS, authorization: text.required(), api_key_required: flag.optional({ default: false }), authorization_scopes: set.optional(), authorizer_id: text.optional(), operation_name: text.optional(),
    request_models: map.optional(), request_parameters: map.optional(), request_validator_id: text.optional(),
  },
  async create(aws, data) {
    const place = methodPlace(data.planned);
    await aws.send(new PutMethodCommand({
      ...place, apiKeyRequired: data.flag('api_key_required') || undefined, authorizationType: data.text('authorization'), authorizerId: data.given('authorizer_id'), operationName: data.given('operation_name'),
      authorizationScopes: data.has('authorization_scopes') ? [...data.texts('authorization_scopes')] : undefined, requestModels: data.filled('request_models'),
      requestParameters: data.filled<boolean>('request_parameters'), requestValidatorId: data.given('request_validator_id'),
    }));
    return methodId('agm', place);
  },
  async read(aws, { attributes }) {
    const answer = await found(aws.send(new GetMethodCommand(methodPlace(attributes))));
    return answer && {
      api_key_required: answer.apiKeyRequired ?? null, authorization: orNull(answer.authorizationType), authorization_scopes: answer.authorizationScopes ?? [], authorizer_id: orNull(answer.authorizerId),
      operation_name: orNull(answer.operationName), request_models: answer.requestModels ?? {}, request_parameters: answer.requestParameters ?? {}, request_validator_id: orNull(answer.requestValidatorId),
    };
  },
  async update(aws, id, data) {
    const place = methodPlace(data.planned);
    await aws.send(new UpdateMethodCommand({ ...place, patchOperations: operations(data) }));
    // The provider looks at the integration after every change of a method, whether there is one or not.
    await found(aws.send(new GetIntegrationCommand(place)));
    return id;
  },
  delete: (aws, { attributes }) => tolerating(aws.send(new DeleteMethodCommand(methodPlace(attributes)))),
  importer: byParts(Object.keys(METHOD_PARTS), (restApiId, resourceId, httpMethod) => methodId('agm', { restApiId: restApiId!, resourceId: resourceId!, httpMethod: httpMethod! })),
};
