import { badRequest } from '@gatehouse/contract-wire';
import { type IntegrationResponseFields, type MethodResponseFields } from '@gatehouse/contract-definition';
import { checkTemplates } from '../text-rules.js';
import { checkMediaTypes, checkResponseMappings, checkSelectionPattern } from '../mapping-rules.js';

/** What must hold of an integration response after a put or a patch, against the method response of the same status code. */
export function checkIntegrationResponse({ selectionPattern, responseParameters, responseTemplates }: IntegrationResponseFields, declared: MethodResponseFields): void {
  if (Object.values(responseParameters).includes('')) throw badRequest('Invalid null or empty value in responseParameters');
  checkSelectionPattern(selectionPattern);
  checkResponseMappings(responseParameters, declared.responseParameters);
  checkMediaTypes(responseTemplates);
  checkTemplates(responseTemplates);
}
