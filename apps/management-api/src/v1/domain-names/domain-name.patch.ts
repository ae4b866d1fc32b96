import { add, custom, oneOf, patchTable, PatchRefused, remove, replace, textOrNull, type Rule } from '@gatehouse/engine-patch';
import { type DomainNameFields } from '@gatehouse/control-store';
import { type SecurityPolicy } from '@gatehouse/contract-wire';
import { enumValues } from '@gatehouse/contract-wire';
import { type Draft } from '../patching.js';
import * as faults from './domain-names.faults.js';

/** What UpdateDomainName may change. */
export type DomainDraft = Draft<DomainNameFields>;
type EndpointType = DomainNameFields['endpointTypes'][number];

const endpointType = oneOf(['REGIONAL', 'EDGE', 'PRIVATE'] as const, faults.BAD_ENDPOINT_TYPE);

/** A place of the list by its number or by the type that is there. */
const placeOf = (types: readonly string[], named: string): number => {
  const at = /^\d+$/.test(named) ? Number(named) : types.indexOf(named);
  if (!(at in types)) throw new PatchRefused(faults.NO_SUCH_TYPE);
  return at;
};
const exchangeType = custom<DomainDraft>('replace', (draft, { operation, holes }) => {
  const types: EndpointType[] = [...draft.endpointTypes];
  types[placeOf(types, holes['type'] ?? '')] = endpointType(operation.value);
  settle(draft, types);
});
const addType = custom<DomainDraft>('add', (draft, { operation, holes }) => settle(draft, [...new Set([...draft.endpointTypes, endpointType(operation.value || holes['type'])])]));
const removeType = custom<DomainDraft>('remove', (draft, { operation, holes }) => {
  const at = placeOf(draft.endpointTypes, holes['type'] ?? operation.value ?? '');
  settle(draft, draft.endpointTypes.filter((_, index) => index !== at));
});
/** While a domain moves from one type to the next it has both; private ones are always dualstack. */
function settle(draft: DomainDraft, types: readonly EndpointType[]): void {
  draft.endpointTypes = types;
  if (types.includes('PRIVATE')) draft.ipAddressType = 'dualstack';
}

const certificate = (): readonly Rule<DomainDraft>[] => [add(textOrNull), replace(textOrNull), remove()];

/** An empty truststore switches mutual TLS off. */
const setTruststore = (verb: 'add' | 'replace'): Rule<DomainDraft> => custom<DomainDraft>(verb, (draft, { operation }) => {
  draft.mutualTlsAuthentication = operation.value ? { truststoreUri: operation.value, truststoreVersion: draft.mutualTlsAuthentication?.truststoreVersion ?? null, truststoreWarnings: [] } : null;
});
const setVersion = (verb: 'add' | 'replace' | 'remove'): Rule<DomainDraft> => custom<DomainDraft>(verb, (draft, { operation }) => {
  if (draft.mutualTlsAuthentication === null) throw new PatchRefused(faults.NO_MUTUAL_TLS);
  draft.mutualTlsAuthentication = { ...draft.mutualTlsAuthentication, truststoreVersion: verb === 'remove' ? null : operation.value || null };
});

/** UpdateDomainName. Terraform names a type by its place (`/endpointConfiguration/types/0`), AWS's own table by its value; it ends a share by removing the policy. */
export const domainNamePatch = patchTable<DomainDraft>({
  '/certificateName': certificate(),
  '/certificateArn': certificate(),
  '/regionalCertificateName': certificate(),
  '/regionalCertificateArn': certificate(),
  '/endpointConfiguration/types': [addType, removeType],
  '/endpointConfiguration/types/{type}': [addType, exchangeType, removeType],
  '/endpointConfiguration/ipAddressType': replace(oneOf(['ipv4', 'dualstack'], faults.BAD_IP_ADDRESS_TYPE), { at: ['ipAddressType'] }),
  '/endpointAccessMode': replace(oneOf(['BASIC', 'STRICT'], faults.BAD_ACCESS_MODE)),
  '/managementPolicy': [replace(textOrNull), remove()],
  '/policy': replace(textOrNull),
  '/mutualTlsAuthentication/truststoreUri': [setTruststore('add'), setTruststore('replace'), custom<DomainDraft>('remove', draft => { draft.mutualTlsAuthentication = null; })],
  '/mutualTlsAuthentication/truststoreVersion': [setVersion('add'), setVersion('replace'), setVersion('remove')],
  '/routingMode': replace(oneOf(['BASE_PATH_MAPPING_ONLY', 'ROUTING_RULE_ONLY', 'ROUTING_RULE_THEN_BASE_PATH_MAPPING'], faults.BAD_ROUTING_MODE)),
  '/securityPolicy': replace(oneOf(enumValues('SecurityPolicy') as readonly SecurityPolicy[], faults.BAD_SECURITY_POLICY)),
  '/ownershipVerificationCertificateArn': certificate(),
});
