import { type GatewayResponse, type GatewayResponseType } from '@gatehouse/contract-wire';
import { type GatewayResponseRow } from '@gatehouse/control-store';
import { DEFAULT_STATUS, DEFAULT_TEMPLATES } from './default-responses.js';

/** What AWS answers for a type: the owner's own wording when there is a row, else the default. Empty maps are there, as AWS shows them. */
export function presentGatewayResponse(responseType: GatewayResponseType, row: GatewayResponseRow | null): GatewayResponse {
  const { statusCode, responseParameters, responseTemplates } = row?.fields ?? { statusCode: null, responseParameters: {}, responseTemplates: DEFAULT_TEMPLATES };
  return { responseType, statusCode: statusCode ?? DEFAULT_STATUS[responseType] ?? undefined, responseParameters, responseTemplates, defaultResponse: row === null };
}
