import { type Integration } from '@gatehouse/contract-wire';
import { presentIntegrationResponse } from '../integration-responses/integration-response.presenter.js';
import { type IntegrationView } from '../methods/load-methods.js';
import { filledMap } from '../present-map.js';

/** Rows -> AWS's Integration, with its responses inside. */
export function presentIntegration({ row: { fields }, responses }: IntegrationView): Integration {
  return {
    type: fields.type,
    httpMethod: fields.httpMethod ?? undefined,
    uri: fields.uri ?? undefined,
    connectionType: fields.connectionType ?? undefined,
    connectionId: fields.connectionId ?? undefined,
    credentials: fields.credentials ?? undefined,
    requestParameters: filledMap(fields.requestParameters),
    requestTemplates: filledMap(fields.requestTemplates),
    passthroughBehavior: fields.passthroughBehavior,
    contentHandling: fields.contentHandling ?? undefined,
    timeoutInMillis: fields.timeoutInMillis,
    cacheNamespace: fields.cacheNamespace,
    cacheKeyParameters: fields.cacheKeyParameters,
    integrationResponses: filledMap(Object.fromEntries(responses.map(row => [row.statusCode, presentIntegrationResponse(row)]))),
    tlsConfig: fields.insecureSkipVerification === null ? undefined : { insecureSkipVerification: fields.insecureSkipVerification },
    responseTransferMode: fields.responseTransferMode ?? undefined,
    integrationTarget: fields.integrationTarget ?? undefined,
  };
}
