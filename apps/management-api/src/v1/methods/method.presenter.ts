import { type Method } from '@gatehouse/contract-wire';
import { presentIntegration } from '../integrations/integration.presenter.js';
import { presentMethodResponse } from '../method-responses/method-response.presenter.js';
import { filledMap } from '../present-map.js';
import { type MethodView } from './load-methods.js';

/** Rows -> AWS's Method, with its responses and its integration inside. */
export function presentMethod({ row: { httpMethod, fields }, responses, integration }: MethodView): Method {
  return {
    httpMethod,
    authorizationType: fields.authorizationType,
    authorizerId: fields.authorizerId ?? undefined,
    apiKeyRequired: fields.apiKeyRequired,
    requestValidatorId: fields.requestValidatorId ?? undefined,
    operationName: fields.operationName ?? undefined,
    requestParameters: filledMap(fields.requestParameters),
    requestModels: filledMap(fields.requestModels),
    methodResponses: filledMap(Object.fromEntries(responses.map(row => [row.statusCode, presentMethodResponse(row)]))),
    methodIntegration: integration ? presentIntegration(integration) : undefined,
    authorizationScopes: fields.authorizationScopes.length > 0 ? fields.authorizationScopes : undefined,
  };
}
