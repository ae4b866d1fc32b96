import {
  type AuthorizerFields, type DocumentationLocation, type GatewayResponseFields, type IntegrationFields, type IntegrationResponseFields, type MethodFields, type MethodResponseFields,
  type ModelFields, type RequestValidatorFields, type RestApiFields,
} from './fields.js';

export interface IntegrationDefinition {
  /** `cacheNamespace` is null where it is the resource's own id, which a definition does not know. */
  readonly fields: Omit<IntegrationFields, 'cacheNamespace'> & { readonly cacheNamespace: string | null };
  readonly integrationResponses: readonly { readonly statusCode: string; readonly fields: IntegrationResponseFields }[];
}

export interface MethodDefinition {
  /** GET, PUT, POST, DELETE, PATCH, OPTIONS, HEAD or ANY. */
  readonly httpMethod: string;
  /** Authorizer and validator by name: ids belong to rows. */
  readonly fields: Omit<MethodFields, 'authorizerId' | 'requestValidatorId'> & { readonly authorizer: string | null; readonly requestValidator: string | null };
  readonly methodResponses: readonly { readonly statusCode: string; readonly fields: MethodResponseFields }[];
  readonly integration: IntegrationDefinition | null;
}

export interface DocumentationPartDefinition {
  readonly location: DocumentationLocation;
  /** The owner's JSON, as text. */
  readonly properties: string;
}

/** A REST API without a single id: what an OpenAPI document says, and what an export writes. Lists are sorted, so equal APIs have equal definitions. */
export interface RestApiDefinition {
  readonly name: string;
  readonly fields: RestApiFields;
  /** By path; `/` is always there. A path's parents are implied. */
  readonly resources: readonly { readonly path: string; readonly methods: readonly MethodDefinition[] }[];
  readonly models: readonly { readonly name: string; readonly fields: ModelFields }[];
  readonly requestValidators: readonly { readonly name: string; readonly fields: RequestValidatorFields }[];
  readonly authorizers: readonly { readonly name: string; readonly fields: AuthorizerFields }[];
  readonly gatewayResponses: readonly { readonly responseType: string; readonly fields: GatewayResponseFields }[];
  readonly documentationParts: readonly DocumentationPartDefinition[];
}
