import { z } from 'zod';

/** The format number of every document. A gateway that meets a newer one keeps its last good and says so. */
export const FORMAT = 1;

const strings = z.record(z.string(), z.string());

export const IntegrationResponseSnapshot = z.object({
  statusCode: z.string(),
  /** A Java regular expression that must match the whole selection value; null marks the default response. */
  selectionPattern: z.string().nullable(),
  responseParameters: strings,
  responseTemplates: strings,
  contentHandling: z.enum(['CONVERT_TO_BINARY', 'CONVERT_TO_TEXT']).nullable(),
});
export type IntegrationResponseSnapshot = z.infer<typeof IntegrationResponseSnapshot>;

export const IntegrationSnapshot = z.object({
  type: z.enum(['HTTP', 'HTTP_PROXY', 'MOCK', 'AWS', 'AWS_PROXY']),
  httpMethod: z.string().nullable(),
  uri: z.string().nullable(),
  connectionType: z.enum(['INTERNET', 'VPC_LINK']).nullable(),
  connectionId: z.string().nullable(),
  credentials: z.string().nullable(),
  requestParameters: strings,
  requestTemplates: strings,
  passthroughBehavior: z.enum(['WHEN_NO_MATCH', 'WHEN_NO_TEMPLATES', 'NEVER']),
  contentHandling: z.enum(['CONVERT_TO_BINARY', 'CONVERT_TO_TEXT']).nullable(),
  timeoutInMillis: z.number().int(),
  cacheNamespace: z.string().nullable(),
  cacheKeyParameters: z.array(z.string()),
  insecureSkipVerification: z.boolean(),
  responseTransferMode: z.enum(['BUFFERED', 'STREAM']),
  integrationResponses: z.array(IntegrationResponseSnapshot),
});
export type IntegrationSnapshot = z.infer<typeof IntegrationSnapshot>;

export const MethodSnapshot = z.object({
  httpMethod: z.string(),
  authorizationType: z.string(),
  authorizerId: z.string().nullable(),
  authorizationScopes: z.array(z.string()),
  apiKeyRequired: z.boolean(),
  operationName: z.string().nullable(),
  /** `method.request.{path|querystring|header}.{name}` -> required. */
  requestParameters: z.record(z.string(), z.boolean()),
  requestModels: strings,
  validator: z.object({ validateRequestBody: z.boolean(), validateRequestParameters: z.boolean() }).nullable(),
  methodResponses: z.array(z.object({ statusCode: z.string(), responseParameters: z.record(z.string(), z.boolean()), responseModels: strings })),
  /** A method without an integration can be deployed nowhere at AWS; null only in a draft that is tested. */
  integration: IntegrationSnapshot.nullable(),
});
export type MethodSnapshot = z.infer<typeof MethodSnapshot>;

export const GatewayResponseSnapshot = z.object({ statusCode: z.string().nullable(), responseParameters: strings, responseTemplates: strings });
export type GatewayResponseSnapshot = z.infer<typeof GatewayResponseSnapshot>;

export const AuthorizerSnapshot = z.object({
  name: z.string(),
  type: z.enum(['TOKEN', 'REQUEST', 'COGNITO_USER_POOLS']),
  providerARNs: z.array(z.string()),
  authorizerUri: z.string().nullable(),
  authorizerCredentials: z.string().nullable(),
  /** `method.request.header.Authorization`, ...: every one must be there. */
  identitySource: z.array(z.string()),
  identityValidationExpression: z.string().nullable(),
  authorizerResultTtlInSeconds: z.number().int(),
});
export type AuthorizerSnapshot = z.infer<typeof AuthorizerSnapshot>;

/** What a deployment froze: everything of an API that is served, and nothing that a stage decides. Never changes after CreateDeployment. */
export const ApiSnapshot = z.object({
  format: z.literal(FORMAT),
  kind: z.literal('api'),
  protocol: z.literal('REST'),
  accountId: z.string(),
  region: z.string(),
  restApiId: z.string(),
  name: z.string(),
  apiKeySource: z.enum(['HEADER', 'AUTHORIZER']),
  binaryMediaTypes: z.array(z.string()),
  /** Bytes; null = compression off. */
  minimumCompressionSize: z.number().int().nullable(),
  disableExecuteApiEndpoint: z.boolean(),
  endpointTypes: z.array(z.string()),
  /** The private listeners that serve a PRIVATE api; none named = all of them. */
  vpcEndpointIds: z.array(z.string()).default([]),
  policy: z.string().nullable(),
  resources: z.array(z.object({ resourceId: z.string(), path: z.string(), methods: z.array(MethodSnapshot) })),
  gatewayResponses: z.record(z.string(), GatewayResponseSnapshot),
  /** Name -> draft-04 schema as its owner wrote it. */
  models: strings.default({}),
  /** By id; only those that a method uses. */
  authorizers: z.record(z.string(), AuthorizerSnapshot).default({}),
});
export type ApiSnapshot = z.infer<typeof ApiSnapshot>;
