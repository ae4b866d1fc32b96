import { add, filled, oneOf, patchTable, remove, replace, textOrNull, type Codec, PatchRefused } from '@gatehouse/engine-patch';
import { type IntegrationResponseFields } from '@gatehouse/contract-definition';
import { BAD_CONTENT_HANDLING } from '../integrations/integrations.faults.js';
import { NO_SUCH_CONTENT_TYPE, NO_SUCH_PARAMETER } from '../methods/methods.faults.js';
import { type Draft } from '../patching.js';

const expression = filled('Invalid null or empty value in responseParameters');
/** A template may be empty, but it must be there. */
const template: Codec<string> = raw => {
  if (raw === undefined) throw new PatchRefused('Invalid null or empty value in responseTemplates');
  return raw;
};
const contentHandling: Codec<string | null> = raw => (raw ? oneOf(['CONVERT_TO_BINARY', 'CONVERT_TO_TEXT'], BAD_CONTENT_HANDLING)(raw) : null);

export const integrationResponsePatch = patchTable<Draft<IntegrationResponseFields>>({
  '/selectionPattern': replace(textOrNull),
  '/contentHandling': replace(contentHandling),
  '/responseParameters/{name}': [add(expression), replace(expression, { absent: NO_SUCH_PARAMETER }), remove({ absent: NO_SUCH_PARAMETER })],
  '/responseTemplates/{contentType}': [add(template), replace(template, { absent: NO_SUCH_CONTENT_TYPE }), remove({ absent: NO_SUCH_CONTENT_TYPE })],
});
