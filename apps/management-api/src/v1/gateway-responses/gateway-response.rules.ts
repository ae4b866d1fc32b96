import { type GatewayResponseFields } from '@gatehouse/contract-definition';
import { checkAnsweredTypes, checkGatewayMappings, checkSubstitution } from '../mapping-rules.js';
import { checkTemplates } from '../text-rules.js';
import * as faults from './gateway-responses.faults.js';

/** What must hold of a gateway response after a put or a patch. */
export function checkGatewayResponse({ responseParameters, responseTemplates }: GatewayResponseFields): void {
  if (Object.values(responseParameters).includes('')) throw faults.emptyParameter();
  if (Object.values(responseTemplates).includes('')) throw faults.emptyTemplate();
  checkGatewayMappings(responseParameters);
  checkAnsweredTypes(responseTemplates);
  checkTemplates(responseTemplates);
  Object.values(responseTemplates).forEach(checkSubstitution);
}
