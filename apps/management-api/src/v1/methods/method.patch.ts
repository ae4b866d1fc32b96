import { add, filled, flag, oneOf, patchTable, remove, replace, textOrNull, valuedEntry, type ListRules } from '@gatehouse/engine-patch';
import { type MethodFields } from '@gatehouse/contract-definition';
import { type Draft } from '../patching.js';
import { AUTHORIZATION_TYPES } from './method.rules.js';
import * as faults from './methods.faults.js';

const scopes: ListRules<Draft<MethodFields>> = {
  read: draft => draft.authorizationScopes,
  write: (draft, entries) => { draft.authorizationScopes = entries; },
  missing: 'Invalid authorization scope specified',
};
const required = flag(faults.BAD_REQUIRED);
const model = filled('Invalid model identifier specified: ');

/** UpdateMethod. Bare `/requestParameters` and an unescaped media type are refused, as AWS does. */
export const methodPatch = patchTable<Draft<MethodFields>>({
  '/authorizationType': replace(oneOf(AUTHORIZATION_TYPES, faults.BAD_AUTHORIZATION_TYPE)),
  '/authorizerId': replace(textOrNull),
  '/apiKeyRequired': replace(flag(faults.BAD_KEY_SWITCH)),
  '/operationName': replace(textOrNull),
  '/requestValidatorId': replace(textOrNull),
  '/authorizationScopes': valuedEntry(scopes),
  '/requestParameters/{name}': [add(required), replace(required, { absent: faults.NO_SUCH_PARAMETER }), remove({ absent: faults.NO_SUCH_PARAMETER })],
  '/requestModels/{contentType}': [add(model), replace(model, { absent: faults.NO_SUCH_CONTENT_TYPE }), remove({ absent: faults.NO_SUCH_CONTENT_TYPE })],
});
