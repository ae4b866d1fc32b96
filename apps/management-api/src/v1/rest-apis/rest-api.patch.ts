import { custom, flag, namedEntry, oneOf, PatchRefused, patchTable, remove, replace, text, textOrNull, add, valuedEntry, type ListRules } from '@gatehouse/engine-patch';
import { type EndpointType, type RestApiFields } from '@gatehouse/contract-definition';
import { type Draft } from '../patching.js';
import { MAX_COMPRESSION_SIZE } from './rest-api.rules.js';
import * as faults from './rest-apis.faults.js';

/** What UpdateRestApi may change. */
export type RestApiDraft = Draft<RestApiFields & { readonly name: string }>;

const binaryMediaTypes: ListRules<RestApiDraft> = {
  read: draft => draft.binaryMediaTypes,
  write: (draft, entries) => { draft.binaryMediaTypes = entries; },
  missing: faults.NO_SUCH_MEDIA_TYPE,
};
const vpcEndpointIds: ListRules<RestApiDraft> = {
  read: draft => draft.vpcEndpointIds,
  write: (draft, entries) => { draft.vpcEndpointIds = entries; },
  missing: faults.NO_SUCH_VPC_ENDPOINT,
};

/** An absent, null or empty value switches compression off. */
const compressionSize = (raw: string | undefined): number | null => {
  if (!raw) return null;
  if (!/^\d{1,9}$/.test(raw) || Number(raw) > MAX_COMPRESSION_SIZE) throw new PatchRefused(faults.BAD_COMPRESSION_SIZE);
  return Number(raw);
};

const endpointType = oneOf(['REGIONAL', 'EDGE', 'PRIVATE'] as const, faults.BAD_ENDPOINT_TYPE);

/** The path names the type that is there, by its name or its place; a private API is always dualstack. */
const exchangeType = custom<RestApiDraft>('replace', (draft, { operation, holes }) => {
  const types: EndpointType[] = [...draft.endpointTypes];
  const named = holes['type'] ?? '';
  const at = /^\d+$/.test(named) ? Number(named) : types.findIndex(type => type === named);
  if (!(at in types)) throw new PatchRefused(faults.BAD_ENDPOINT_TYPE);
  types[at] = endpointType(operation.value);
  draft.endpointTypes = types;
  if (types[at] === 'PRIVATE') draft.ipAddressType = 'dualstack';
});

/** An API has exactly one type, so none can be taken away. */
const keepType = custom<RestApiDraft>('remove', () => { throw new PatchRefused(faults.NO_ENDPOINT_TYPE); });

/** UpdateRestApi. `/version` is not in AWS's table and is taken all the same, because create takes it. */
export const restApiPatch = patchTable<RestApiDraft>({
  '/name': replace(text),
  '/description': [add(textOrNull), replace(text), remove()],
  '/version': replace(textOrNull),
  '/apiKeySource': replace(oneOf(['HEADER', 'AUTHORIZER'], faults.BAD_KEY_SOURCE)),
  '/policy': replace(textOrNull),
  '/disableExecuteApiEndpoint': replace(flag(faults.BAD_ENDPOINT_SWITCH)),
  '/minimumCompressionSize': replace(compressionSize),
  '/securityPolicy': replace(textOrNull),
  '/endpointAccessMode': replace(oneOf(['BASIC', 'STRICT'], faults.BAD_ACCESS_MODE)),
  '/binaryMediaTypes/{type}': namedEntry(binaryMediaTypes, 'type'),
  '/binaryMediaTypes/{type+}': namedEntry(binaryMediaTypes, 'type'),
  '/endpointConfiguration/types/{type}': [exchangeType, keepType],
  '/endpointConfiguration/ipAddressType': replace(oneOf(['ipv4', 'dualstack'], faults.BAD_IP_ADDRESS_TYPE), { at: ['ipAddressType'] }),
  '/endpointConfiguration/vpcEndpointIds': valuedEntry(vpcEndpointIds),
});
