import { add, custom, flag, namedEntry, oneOf, PatchRefused, patchTable, remove, replace, text, textOrNull, whole, type Hit, type ListRules } from '@gatehouse/engine-patch';
import { type IntegrationFields } from '@gatehouse/contract-definition';
import { NO_SUCH_CONTENT_TYPE, NO_SUCH_PARAMETER } from '../methods/methods.faults.js';
import { type Draft } from '../patching.js';
import * as faults from './integrations.faults.js';

type IntegrationDraft = Draft<IntegrationFields>;

const cacheKeys: ListRules<IntegrationDraft> = {
  read: draft => draft.cacheKeyParameters,
  write: (draft, entries) => { draft.cacheKeyParameters = entries; },
  missing: NO_SUCH_PARAMETER,
};

/** A parameter that goes takes along the cache keys that rest on it. */
const removeParameter = custom<IntegrationDraft>('remove', (draft, { holes }) => {
  const name = holes['name']!;
  if (!Object.hasOwn(draft.requestParameters, name)) throw new PatchRefused(NO_SUCH_PARAMETER, 'missing');
  const { [name]: expression, ...left } = draft.requestParameters;
  draft.requestParameters = left;
  draft.cacheKeyParameters = draft.cacheKeyParameters.filter(key => key !== name && key !== expression);
});

/** `/httpMethod` and `/uri` are no paths of a MOCK integration. */
const unlessMock = (member: 'httpMethod' | 'uri') => custom<IntegrationDraft>('replace', (draft, { operation }: Hit) => {
  if (draft.type === 'MOCK') throw new PatchRefused(`Invalid patch path ${operation.path}`);
  draft[member] = text(operation.value);
});

/** The table's `whole` refuses what is no number; the bounds follow from the transfer mode and are checked after the patch. */
const timeout = whole(Number.MIN_SAFE_INTEGER, Number.MAX_SAFE_INTEGER, faults.BAD_TIMEOUT);
const contentHandling = (raw: string | undefined): string | null => (raw ? oneOf(['CONVERT_TO_BINARY', 'CONVERT_TO_TEXT'], faults.BAD_CONTENT_HANDLING)(raw) : null);

export const integrationPatch = patchTable<IntegrationDraft>({
  '/uri': unlessMock('uri'),
  '/httpMethod': unlessMock('httpMethod'),
  '/credentials': replace(textOrNull),
  '/passthroughBehavior': replace(oneOf(['WHEN_NO_MATCH', 'WHEN_NO_TEMPLATES', 'NEVER'], faults.BAD_PASSTHROUGH)),
  '/contentHandling': replace(contentHandling),
  '/connectionType': replace(oneOf(['INTERNET', 'VPC_LINK'], faults.BAD_CONNECTION_TYPE)),
  '/connectionId': replace(textOrNull),
  '/cacheNamespace': replace(text),
  '/timeoutInMillis': replace(timeout),
  '/tlsConfig/insecureSkipVerification': replace(flag(faults.BAD_TLS_SWITCH), { at: ['insecureSkipVerification'] }),
  '/responseTransferMode': replace(oneOf(['BUFFERED', 'STREAM'], faults.BAD_TRANSFER_MODE)),
  '/integrationTarget': replace(textOrNull),
  '/cacheKeyParameters/{name}': namedEntry(cacheKeys, 'name'),
  '/requestParameters/{name}': [add(text), replace(text, { absent: NO_SUCH_PARAMETER }), removeParameter],
  '/requestTemplates/{contentType}': [add(text), replace(text, { absent: NO_SUCH_CONTENT_TYPE }), remove({ absent: NO_SUCH_CONTENT_TYPE })],
});
