import { ENUMS } from './v1-shapes.generated.js';

/** The order in which AWS's own error texts list an enum; the model inside the SDK is sorted by name. */
const ENUM_ORDERS: Readonly<Record<string, readonly string[]>> = {
  Op: ['add', 'remove', 'move', 'test', 'replace', 'copy'],
  IntegrationType: ['HTTP', 'MOCK', 'AWS_PROXY', 'HTTP_PROXY', 'AWS'],
  EndpointType: ['PRIVATE', 'EDGE', 'REGIONAL'],
  IpAddressType: ['ipv4', 'dualstack'],
  DocumentationPartType: ['RESPONSE_BODY', 'RESPONSE', 'METHOD', 'MODEL', 'AUTHORIZER', 'RESPONSE_HEADER', 'RESOURCE', 'PATH_PARAMETER', 'REQUEST_BODY', 'QUERY_PARAMETER', 'API', 'REQUEST_HEADER'],
  GatewayResponseType: [
    'REQUEST_TOO_LARGE', 'RESOURCE_NOT_FOUND', 'AUTHORIZER_CONFIGURATION_ERROR', 'MISSING_AUTHENTICATION_TOKEN', 'BAD_REQUEST_BODY', 'INVALID_SIGNATURE', 'INVALID_API_KEY',
    'BAD_REQUEST_PARAMETERS', 'AUTHORIZER_FAILURE', 'UNAUTHORIZED', 'INTEGRATION_TIMEOUT', 'ACCESS_DENIED', 'DEFAULT_4XX', 'DEFAULT_5XX', 'WAF_FILTERED', 'QUOTA_EXCEEDED', 'THROTTLED',
    'API_CONFIGURATION_ERROR', 'UNSUPPORTED_MEDIA_TYPE', 'INTEGRATION_FAILURE', 'EXPIRED_TOKEN',
  ],
};

/** The values of an enum, in the order of AWS's sentences where it is known. */
export const enumValues = (name: string): readonly string[] => ENUM_ORDERS[name] ?? ENUMS[name] ?? [];

/** What a member must satisfy beyond its type. `pattern` must match the whole value. */
export interface Constraint {
  readonly pattern?: string;
  /** A decimal number; other numbers are whole. */
  readonly isDecimal?: true;
  /** A secret: kept out of the audit trail. */
  readonly isSecret?: true;
}

/** Structure names are left out where a member means the same in all of them. */
const CONSTRAINTS: Readonly<Record<string, Constraint>> = {
  statusCode: { pattern: '[1-5]\\d\\d' },
  'DocumentationPartLocation.statusCode': { pattern: '([1-5]\\d\\d|\\*|\\s*)' },
  rateLimit: { isDecimal: true },
  throttlingRateLimit: { isDecimal: true },
  percentTraffic: { isDecimal: true },
  'CreateApiKeyRequest.value': { isSecret: true },
  'ApiKey.value': { isSecret: true },
  'CreateDomainNameRequest.certificatePrivateKey': { isSecret: true },
  'TestInvokeMethodRequest.headers': { isSecret: true },
  'TestInvokeMethodRequest.multiValueHeaders': { isSecret: true },
  'TestInvokeMethodRequest.body': { isSecret: true },
  'TestInvokeAuthorizerRequest.headers': { isSecret: true },
  'TestInvokeAuthorizerRequest.multiValueHeaders': { isSecret: true },
  'TestInvokeAuthorizerRequest.body': { isSecret: true },
  'ImportApiKeysRequest.body': { isSecret: true },
};

const NONE: Constraint = {};

/** The constraint of one member, e.g. `constraintOf('PutMethodResponseRequest', 'statusCode')`. */
export const constraintOf = (structure: string, member: string): Constraint => CONSTRAINTS[`${structure}.${member}`] ?? CONSTRAINTS[member] ?? NONE;

/** The constraints by key, so that a test can prove that each still names a member. */
export const constraintKeys = (): readonly string[] => Object.keys(CONSTRAINTS);
/** The hand-written enum orders, so that a test can prove that each is a permutation of the model's values. */
export const enumOrders = (): Readonly<Record<string, readonly string[]>> => ENUM_ORDERS;
