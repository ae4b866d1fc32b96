import { type MethodResponseFields } from '@gatehouse/contract-definition';
import { badMapping, checkMediaTypes } from '../mapping-rules.js';

const PARAMETER = /^method\.response\.header\.[!#$%&'*+\-.^_`|~\w]+$/;

/** What must hold of a method response after a put or a patch, by itself; its models are held by `holdModels`. */
export function checkMethodResponse({ responseParameters, responseModels }: MethodResponseFields): void {
  for (const key of Object.keys(responseParameters)) if (!PARAMETER.test(key)) throw badMapping(`Invalid mapping expression specified: ${key}`);
  checkMediaTypes(responseModels);
}
