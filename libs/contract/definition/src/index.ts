export { DEFAULT_MODELS } from './default-models.js';
export {
  type AuthorizerFields, type DocumentationLocation, type DocumentationPartType, type EndpointType, type GatewayResponseFields, type IntegrationFields, type IntegrationResponseFields, type MethodFields,
  type MethodResponseFields, type ModelFields, type RequestValidatorFields, type RestApiFields,
} from './fields.js';
export { type DocumentationPartDefinition, type IntegrationDefinition, type MethodDefinition, type RestApiDefinition } from './rest-api-definition.js';
