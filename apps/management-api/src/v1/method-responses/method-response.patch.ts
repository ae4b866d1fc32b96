import { add, filled, flag, patchTable, remove, replace } from '@gatehouse/engine-patch';
import { type MethodResponseFields } from '@gatehouse/contract-definition';
import { NO_SUCH_CONTENT_TYPE, NO_SUCH_PARAMETER } from '../methods/methods.faults.js';
import { type Draft } from '../patching.js';
import { BAD_REQUIRED } from './method-responses.faults.js';

const required = flag(BAD_REQUIRED);
const model = filled('Invalid model identifier specified: ');

export const methodResponsePatch = patchTable<Draft<MethodResponseFields>>({
  '/responseParameters/{name}': [add(required), replace(required, { absent: NO_SUCH_PARAMETER }), remove({ absent: NO_SUCH_PARAMETER })],
  '/responseModels/{contentType}': [add(model), replace(model, { absent: NO_SUCH_CONTENT_TYPE }), remove({ absent: NO_SUCH_CONTENT_TYPE })],
});
