import { type MethodFields } from '@gatehouse/contract-definition';
import { badMapping, checkMediaTypes } from '../mapping-rules.js';
import { checkLengths } from '../text-rules.js';
import * as faults from './methods.faults.js';

export const AUTHORIZATION_TYPES = ['NONE', 'AWS_IAM', 'CUSTOM', 'COGNITO_USER_POOLS'] as const;
const PARAMETER = /^method\.request\.(path|querystring|header)\.([\w$.~[\]-]+)$/;

/** What must hold of a method after a put or a patch, by itself; what it refers to is held by `holdReferences`. */
export function checkMethod({ authorizationType, operationName, requestParameters, requestModels }: MethodFields): void {
  if (!AUTHORIZATION_TYPES.some(type => type === authorizationType)) throw faults.badAuthorizationType();
  checkLengths({ 'operation name': operationName });
  const names = new Set<string>();
  for (const key of Object.keys(requestParameters)) {
    const name = PARAMETER.exec(key)?.[2];
    if (name === undefined) throw badMapping(`Invalid mapping expression specified: ${key}`);
    if (names.has(name)) throw faults.sameParameterName();
    names.add(name);
  }
  checkMediaTypes(requestModels);
}
