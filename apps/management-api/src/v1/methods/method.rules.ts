import { type MethodFields } from '@gatehouse/contract-definition';
import { badMapping, checkModels } from '../mapping-rules.js';
import { checkLengths } from '../text-rules.js';
import * as faults from './methods.faults.js';

export const AUTHORIZATION_TYPES = ['NONE', 'AWS_IAM', 'CUSTOM', 'COGNITO_USER_POOLS'] as const;
const PARAMETER = /^method\.request\.(path|querystring|header)\.([\w$.~[\]-]+)$/;

/** What must hold of a method after a put or a patch. Authorizers and validators come with their families: until then no id names one. */
export function checkMethod({ authorizationType, operationName, requestValidatorId, requestParameters, requestModels }: MethodFields): void {
  if (!AUTHORIZATION_TYPES.some(type => type === authorizationType)) throw faults.badAuthorizationType();
  if (authorizationType === 'CUSTOM' || authorizationType === 'COGNITO_USER_POOLS') throw faults.noSuchAuthorizer();
  if (requestValidatorId) throw faults.noSuchValidator();
  checkLengths({ 'operation name': operationName });
  const names = new Set<string>();
  for (const key of Object.keys(requestParameters)) {
    const name = PARAMETER.exec(key)?.[2];
    if (name === undefined) throw badMapping(`Invalid mapping expression specified: ${key}`);
    if (names.has(name)) throw faults.sameParameterName();
    names.add(name);
  }
  checkModels(requestModels);
}
