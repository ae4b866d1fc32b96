type Texts = Readonly<Record<string, string>>;
type Flags = Readonly<Record<string, boolean>>;

export type EndpointType = 'EDGE' | 'REGIONAL' | 'PRIVATE';

/** What a REST API says of itself; never queried, so it lies in one column. `version` is the owner's text, not the row's number. */
export interface RestApiFields {
  readonly description: string | null;
  readonly version: string | null;
  readonly apiKeySource: 'HEADER' | 'AUTHORIZER';
  readonly binaryMediaTypes: readonly string[];
  /** Bytes; null = compression off. */
  readonly minimumCompressionSize: number | null;
  readonly disableExecuteApiEndpoint: boolean;
  readonly endpointTypes: readonly EndpointType[];
  readonly ipAddressType: 'ipv4' | 'dualstack';
  readonly vpcEndpointIds: readonly string[];
  /** The resource policy as its owner wrote it. */
  readonly policy: string | null;
  readonly securityPolicy: string | null;
  readonly endpointAccessMode: 'BASIC' | 'STRICT' | null;
  /** Warnings of the last import, in AWS's words; absent = the API was not imported. */
  readonly warnings?: readonly string[];
  /** What AWS drops silently from an imported document (examples, defaults, discriminators ...), by the place where an export puts it back. */
  readonly kept?: Readonly<Record<string, unknown>>;
}

/** What a method asks of its callers. A definition names the authorizer and the validator instead of giving their ids. */
export interface MethodFields {
  /** NONE, AWS_IAM, CUSTOM or COGNITO_USER_POOLS. */
  readonly authorizationType: string;
  readonly authorizerId: string | null;
  readonly authorizationScopes: readonly string[];
  readonly apiKeyRequired: boolean;
  readonly operationName: string | null;
  readonly requestValidatorId: string | null;
  /** `method.request.{path|querystring|header}.{name}` -> required. */
  readonly requestParameters: Flags;
  /** Media type -> model name. */
  readonly requestModels: Texts;
}

/** What a method may answer under one status code. */
export interface MethodResponseFields {
  /** `method.response.header.{name}` -> required (AWS keeps the word; it checks nothing). */
  readonly responseParameters: Flags;
  /** Media type -> model name. */
  readonly responseModels: Texts;
}

/** What a method calls, and how. `httpMethod` is the integration's own. */
export interface IntegrationFields {
  readonly type: 'HTTP' | 'HTTP_PROXY' | 'MOCK' | 'AWS' | 'AWS_PROXY';
  readonly httpMethod: string | null;
  readonly uri: string | null;
  readonly connectionType: 'INTERNET' | 'VPC_LINK' | null;
  readonly connectionId: string | null;
  readonly credentials: string | null;
  /** `integration.request.{path|querystring|header}.{name}` -> mapping expression. */
  readonly requestParameters: Texts;
  /** Media type -> template. */
  readonly requestTemplates: Texts;
  readonly passthroughBehavior: 'WHEN_NO_MATCH' | 'WHEN_NO_TEMPLATES' | 'NEVER';
  readonly contentHandling: 'CONVERT_TO_BINARY' | 'CONVERT_TO_TEXT' | null;
  readonly timeoutInMillis: number;
  readonly cacheNamespace: string;
  readonly cacheKeyParameters: readonly string[];
  /** null = no `tlsConfig` was given. */
  readonly insecureSkipVerification: boolean | null;
  readonly responseTransferMode: 'BUFFERED' | 'STREAM' | null;
  readonly integrationTarget: string | null;
}

/** How a backend's answer becomes the method's. */
export interface IntegrationResponseFields {
  /** A Java regular expression; null marks the default response. */
  readonly selectionPattern: string | null;
  /** `method.response.header.{name}` -> mapping expression. */
  readonly responseParameters: Texts;
  /** Media type -> template. */
  readonly responseTemplates: Texts;
  readonly contentHandling: 'CONVERT_TO_BINARY' | 'CONVERT_TO_TEXT' | null;
}

/** A JSON schema (draft 4) under a name. */
export interface ModelFields {
  readonly description: string | null;
  readonly contentType: string;
  /** The schema as its owner wrote it; null = none. */
  readonly schema: string | null;
}

/** Which parts of a request are checked before it is sent on. */
export interface RequestValidatorFields { readonly validateRequestBody: boolean; readonly validateRequestParameters: boolean }

/** The owner's own wording of a refusal. */
export interface GatewayResponseFields {
  /** null = the type's own status. */
  readonly statusCode: string | null;
  /** `gatewayresponse.header.{name}` -> mapping expression. */
  readonly responseParameters: Texts;
  /** Media type -> template. */
  readonly responseTemplates: Texts;
}

/** Who says whether a caller may call. */
export interface AuthorizerFields {
  readonly type: 'TOKEN' | 'REQUEST' | 'COGNITO_USER_POOLS';
  readonly providerARNs: readonly string[];
  /** Free text of the owner (`custom`, `cognito_user_pools`), used by imports and exports only. */
  readonly authType: string | null;
  readonly authorizerUri: string | null;
  readonly authorizerCredentials: string | null;
  /** `method.request.header.Authorization`; several with commas between. */
  readonly identitySource: string | null;
  readonly identityValidationExpression: string | null;
  /** Seconds a decision is kept; null = AWS's 300. */
  readonly authorizerResultTtlInSeconds: number | null;
}

export type DocumentationPartType =
  'API' | 'AUTHORIZER' | 'MODEL' | 'RESOURCE' | 'METHOD' | 'PATH_PARAMETER' | 'QUERY_PARAMETER' | 'REQUEST_HEADER' | 'REQUEST_BODY' | 'RESPONSE' | 'RESPONSE_HEADER' | 'RESPONSE_BODY';

/** What a piece of documentation is about. null = the member means nothing for the type. */
export interface DocumentationLocation {
  readonly type: DocumentationPartType;
  readonly path: string | null;
  readonly method: string | null;
  readonly statusCode: string | null;
  readonly name: string | null;
}
