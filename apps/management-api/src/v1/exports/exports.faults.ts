import { badRequest, type ServiceFault } from '@gatehouse/contract-wire';

export const badExportType = (type: string): ServiceFault => badRequest(`Invalid export type specified: ${type}. Must be one of: [oas30, swagger]`);
export const badExtension = (extension: string): ServiceFault =>
  badRequest(`Invalid extension specified: ${extension}. Must be one of: [integrations, authorizers, documentation, validators, gatewayresponses, apigateway, postman, gatehouse]`);
export const badAccept = (accepts: string): ServiceFault => badRequest(`Invalid Accept header specified: ${accepts}. Must be one of: [application/json, application/yaml]`);
