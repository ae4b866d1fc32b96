import type { BasePathMapping, DomainName } from '@gatehouse/client-calls';
import { at } from '../../shared/place';

/** Which domain: private ones may share a name, so they have an id too. */
export interface DomainPlace {
  readonly domainName: string;
  readonly domainNameId?: string;
}

/** The place of a domain as its operations take it. */
export const placeOf = ({ domainName, domainNameId }: DomainName): DomainPlace => ({
  domainName,
  ...(domainNameId ? { domainNameId } : {}),
});

/** The address of a domain's page. */
export const pageOf = (domain: DomainName): string =>
  at('domainnames', domain.domainName) + (domain.domainNameId ? `?${new URLSearchParams({ id: domain.domainNameId })}` : '');

/** AWS's word for the root of a domain. */
export const ROOT = '(none)';

/** The name that DNS points at: a domain's own name is a CNAME for it. */
export const dnsTargetOf = ({ regionalDomainName, distributionDomainName }: DomainName): string | null =>
  regionalDomainName ?? distributionDomainName ?? null;

/** A curl that calls a domain at a gateway, before DNS knows of it. Without a stage the mapping takes the next segment as one. */
export function callCommand(gatewayUrl: string, domainName: string, { basePath, stage }: BasePathMapping, path: string): string {
  const host = domainName.replace(/^\*\./, 'www.');
  const prefix = (basePath === ROOT ? '' : `/${basePath}`) + (stage ? '' : '/STAGE');
  return `curl -i -H 'Host: ${host}' '${new URL(gatewayUrl).origin}${prefix}${path}'`;
}
