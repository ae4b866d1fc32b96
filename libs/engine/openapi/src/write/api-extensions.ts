import { type DocumentationLocation, type DocumentationPartDefinition, type RestApiDefinition } from '@gatehouse/contract-definition';
import { type Json, type JsonObject, anyMembers, anyOf, byName, firstOfEach, isObject, members, ownersJson, sortedMap } from './json.js';
import { type Scope } from './scope.js';

type Extensions = Readonly<Record<string, Json | undefined>>;

/** `x-amazon-apigateway-endpoint-configuration`: what of the endpoint AWS's extension holds for REST APIs. Its types belong to the import's parameters, not to the document. */
export function endpointOf({ definition: { fields }, asks }: Scope): JsonObject | undefined {
  if (!asks('apigateway')) return undefined;
  return anyMembers({
    disableExecuteApiEndpoint: fields.disableExecuteApiEndpoint || undefined,
    vpcEndpointIds: anyOf(fields.vpcEndpointIds),
  });
}

/** A location as AWS writes it: what means everything, or nothing, is left out. */
const locationOf = ({ type, path, method, statusCode, name }: DocumentationLocation): JsonObject => members({
  type, path: path === '/' ? undefined : path ?? undefined, method: exact(method), statusCode: exact(statusCode), name: name ?? undefined,
});
const exact = (value: string | null): string | undefined => (value === '*' ? undefined : value ?? undefined);

/** Parts in the order of their places. Properties that are no JSON object stay the owner's text. */
function partsOf(parts: readonly DocumentationPartDefinition[]): readonly Json[] {
  const keyOf = ({ type, path, method, statusCode, name }: DocumentationLocation): string => [type, path ?? '/', method ?? '*', statusCode ?? '*', name ?? ''].join(' ');
  return [...parts].sort((a, b) => (keyOf(a.location) < keyOf(b.location) ? -1 : 1)).map(({ location, properties }) => {
    const value = ownersJson(properties);
    return { location: locationOf(location), properties: isObject(value) ? value : properties };
  });
}

function documentation({ definition, options }: Scope): Extensions {
  if (!options.documentation && definition.documentationParts.length === 0) return {};
  return {
    'x-amazon-apigateway-documentation': members({
      version: options.documentation?.version, createdDate: options.documentation?.createdDate, documentationParts: partsOf(definition.documentationParts),
    }),
  };
}

const validators = ({ requestValidators }: RestApiDefinition): JsonObject | undefined => anyMembers(firstOfEach(requestValidators.map(({ name, fields }) => [
  name, { validateRequestParameters: fields.validateRequestParameters, validateRequestBody: fields.validateRequestBody },
])));

/** AWS writes the status of a gateway response as a number. */
const statusOf = (statusCode: string): Json => (/^[1-9]\d{0,8}$/.test(statusCode) ? Number(statusCode) : statusCode);

const gatewayResponse = ({ fields }: RestApiDefinition['gatewayResponses'][number]): JsonObject => members({
  statusCode: fields.statusCode === null ? undefined : statusOf(fields.statusCode),
  responseParameters: anyMembers(sortedMap(fields.responseParameters)),
  responseTemplates: anyMembers(sortedMap(fields.responseTemplates)),
});

const gatewayResponses = (definition: RestApiDefinition): JsonObject | undefined =>
  anyMembers(Object.fromEntries(definition.gatewayResponses.map(response => [response.responseType, gatewayResponse(response)])));

function settings({ fields }: RestApiDefinition): Extensions {
  // A policy that is no JSON object is written as it is, so that it is not lost.
  const policy = ownersJson(fields.policy);
  return {
    'x-amazon-apigateway-binary-media-types': anyOf(fields.binaryMediaTypes),
    'x-amazon-apigateway-minimum-compression-size': fields.minimumCompressionSize ?? undefined,
    'x-amazon-apigateway-api-key-source': fields.apiKeySource === 'HEADER' ? undefined : fields.apiKeySource,
    'x-amazon-apigateway-security-policy': fields.securityPolicy || undefined,
    'x-amazon-apigateway-policy': isObject(policy) ? policy : fields.policy || undefined,
    'x-amazon-apigateway-endpoint-access-mode': fields.endpointAccessMode ?? undefined,
  };
}

/** The document's own extensions, each with the word that asks for it. */
export function apiExtensions(scope: Scope): Extensions {
  const { definition, asks } = scope;
  const said = Object.fromEntries(byName(scope.documentation.of('API')).filter(([name]) => name.startsWith('x-')));
  return {
    ...(asks('documentation') && documentation(scope)),
    ...(asks('validators') && { 'x-amazon-apigateway-request-validators': validators(definition) }),
    ...(asks('gatewayresponses') && { 'x-amazon-apigateway-gateway-responses': gatewayResponses(definition) }),
    ...(asks('apigateway') && settings(definition)),
    ...said,
  };
}
