import { type GatewayResponseFields } from '@gatehouse/contract-definition';
import { add, custom, filled, PatchRefused, patchTable, remove, replace, type Codec } from '@gatehouse/engine-patch';
import { NO_SUCH_CONTENT_TYPE, NO_SUCH_PARAMETER } from '../methods/methods.faults.js';
import { type Draft } from '../patching.js';
import { BAD_STATUS, EMPTY_PARAMETER, EMPTY_TEMPLATE } from './gateway-responses.faults.js';

const expression = filled(EMPTY_PARAMETER);
const template = filled(EMPTY_TEMPLATE);
/** Null, absent or empty gives the type its own status back. */
const status: Codec<string | null> = raw => {
  if (!raw) return null;
  if (!/^[1-5]\d\d$/.test(raw)) throw new PatchRefused(BAD_STATUS);
  return raw;
};
/** AWS names the path where a verb of `/statusCode` is wrong, and not the verb. */
const refused = (verb: 'add' | 'remove') => custom<Draft<GatewayResponseFields>>(verb, () => { throw new PatchRefused('Invalid patch path /statusCode'); });

export const gatewayResponsePatch = patchTable<Draft<GatewayResponseFields>>({
  '/statusCode': [replace(status), refused('add'), refused('remove')],
  '/responseParameters/{name}': [add(expression), replace(expression, { absent: NO_SUCH_PARAMETER }), remove({ absent: NO_SUCH_PARAMETER })],
  '/responseTemplates/{contentType}': [add(template), replace(template, { absent: NO_SUCH_CONTENT_TYPE }), remove({ absent: NO_SUCH_CONTENT_TYPE })],
});
