import { isObject } from './write/json.js';

/** What may stand at a place of a definition: a check of a value, an object with these members, or a map of such things. */
export type Shape = ((value: unknown) => boolean) | { readonly object: Readonly<Record<string, Shape>> } | { readonly map: Shape };

const text = (value: unknown): boolean => typeof value === 'string';
const flag = (value: unknown): boolean => typeof value === 'boolean';
const whole = (value: unknown): boolean => Number.isSafeInteger(value);
const anything = (): boolean => true;
const texts = (value: unknown): boolean => Array.isArray(value) && value.every(text);
const orNull = (check: (value: unknown) => boolean) => (value: unknown): boolean => value === null || check(value);
const oneOf = (...words: readonly string[]) => (value: unknown): boolean => words.includes(value as string);
const textMap: Shape = { map: text };

const HANDLING = orNull(oneOf('CONVERT_TO_BINARY', 'CONVERT_TO_TEXT'));
const ENDPOINTS = (value: unknown): boolean => Array.isArray(value) && value.length > 0 && value.every(oneOf('EDGE', 'REGIONAL', 'PRIVATE'));

const INTEGRATION: Shape = { object: {
  type: oneOf('HTTP', 'HTTP_PROXY', 'MOCK', 'AWS', 'AWS_PROXY'), httpMethod: orNull(text), uri: orNull(text), credentials: orNull(text),
  connectionType: orNull(oneOf('INTERNET', 'VPC_LINK')), connectionId: orNull(text), integrationTarget: orNull(text), insecureSkipVerification: orNull(flag),
  requestParameters: textMap, requestTemplates: textMap, passthroughBehavior: oneOf('WHEN_NO_MATCH', 'WHEN_NO_TEMPLATES', 'NEVER'), contentHandling: HANDLING,
  timeoutInMillis: whole, cacheNamespace: orNull(text), cacheKeyParameters: texts, responseTransferMode: orNull(oneOf('BUFFERED', 'STREAM')),
} };

const METHOD: Shape = { object: {
  fields: { object: {
    authorizationType: oneOf('NONE', 'AWS_IAM', 'CUSTOM', 'COGNITO_USER_POOLS'), authorizer: orNull(text), authorizationScopes: texts, apiKeyRequired: flag,
    operationName: orNull(text), requestValidator: orNull(text), requestParameters: { map: flag }, requestModels: textMap,
  } },
  methodResponses: { map: { object: { responseParameters: { map: flag }, responseModels: textMap } } },
  integration: INTEGRATION,
  integrationResponses: { map: { object: { selectionPattern: orNull(text), responseParameters: textMap, responseTemplates: textMap, contentHandling: HANDLING } } },
} };

/** The form of the tree in which facts are found and laid back (see `lost.ts`). */
export const SHAPE: Shape = { object: {
  fields: { object: {
    description: orNull(text), version: orNull(text), apiKeySource: oneOf('HEADER', 'AUTHORIZER'), binaryMediaTypes: texts, minimumCompressionSize: orNull(whole),
    disableExecuteApiEndpoint: flag, endpointTypes: ENDPOINTS, ipAddressType: oneOf('ipv4', 'dualstack'), vpcEndpointIds: texts,
    policy: orNull(text), securityPolicy: orNull(text), endpointAccessMode: orNull(oneOf('BASIC', 'STRICT')),
  } },
  kept: { map: anything },
  methods: { map: { map: METHOD } },
  models: { map: { object: { name: text, description: orNull(text), contentType: text, schema: orNull(text) } } },
  requestValidators: { map: { object: { name: text, validateRequestBody: flag, validateRequestParameters: flag } } },
  authorizers: { map: { object: {
    name: text, type: oneOf('TOKEN', 'REQUEST', 'COGNITO_USER_POOLS'), providerARNs: texts, authType: orNull(text), authorizerUri: orNull(text),
    authorizerCredentials: orNull(text), identitySource: orNull(text), identityValidationExpression: orNull(text), authorizerResultTtlInSeconds: orNull(whole),
  } } },
  gatewayResponses: { map: { object: { statusCode: orNull(text), responseParameters: textMap, responseTemplates: textMap } } },
  documentationParts: { map: { object: {
    location: { object: {
      type: oneOf('API', 'AUTHORIZER', 'MODEL', 'RESOURCE', 'METHOD', 'PATH_PARAMETER', 'QUERY_PARAMETER', 'REQUEST_HEADER', 'REQUEST_BODY', 'RESPONSE', 'RESPONSE_HEADER', 'RESPONSE_BODY'),
      path: orNull(text), method: orNull(text), statusCode: orNull(text), name: orNull(text),
    } },
    properties: text,
  } } },
} };

/** Whether a value may stand where a shape is. */
export function fits(shape: Shape, value: unknown): boolean {
  if (typeof shape === 'function') return shape(value);
  if (!isObject(value)) return false;
  if ('map' in shape) return Object.values(value).every(member => fits(shape.map, member));
  const names = Object.keys(shape.object);
  return Object.keys(value).length === names.length && names.every(name => Object.hasOwn(value, name) && fits(shape.object[name]!, value[name]));
}

/** The shape at a place, or null where a definition has no such place. */
export function shapeAt(segments: readonly string[], from: Shape = SHAPE): Shape | null {
  const [segment, ...rest] = segments;
  if (segment === undefined) return from;
  if (typeof from === 'function') return null;
  if ('map' in from) return shapeAt(rest, from.map);
  return Object.hasOwn(from.object, segment) ? shapeAt(rest, from.object[segment]!) : null;
}

/** Whether a place may be without a value: the entries of maps may. */
export const mayBeAbsent = (segments: readonly string[]): boolean => {
  const parent = segments.length > 0 ? shapeAt(segments.slice(0, -1)) : null;
  return parent !== null && typeof parent !== 'function' && 'map' in parent;
};
