import { Any, type EntityManager } from 'typeorm';
import { BasePathMappingRow } from './domains/base-path-mapping.js';
import { DomainNameAccessAssociationRow } from './domains/domain-name-access-association.js';
import { DomainNameRow } from './domains/domain-name.js';

/** A custom domain with its mappings and the VPC endpoints that may reach it: all that freezing a domain needs. */
export interface DomainSource { readonly domain: DomainNameRow; readonly mappings: readonly BasePathMappingRow[]; readonly vpcEndpointIds: readonly string[] }

/** Reads the domains that are asked for and still exist, in three statements however many there are. */
export async function loadDomains(
  manager: EntityManager, { accountId, region }: { readonly accountId: string; readonly region: string }, wanted: readonly { readonly domainName: string; readonly domainNameId: string }[],
): Promise<readonly DomainSource[]> {
  if (wanted.length === 0) return [];
  const where = { accountId, region, domainName: Any([...new Set(wanted.map(domain => domain.domainName))]) };
  const key = ({ domainName, domainNameId }: { readonly domainName: string; readonly domainNameId: string }): string => `${domainName} ${domainNameId}`;
  const keys = new Set(wanted.map(key));
  const domains = (await manager.findBy(DomainNameRow, where)).filter(domain => keys.has(key(domain)));
  const mappings = await manager.findBy(BasePathMappingRow, where);
  const associations = await manager.findBy(DomainNameAccessAssociationRow, where);
  return domains.map(domain => ({
    domain,
    mappings: mappings.filter(mapping => key(mapping) === key(domain)),
    vpcEndpointIds: associations.filter(association => key(association) === key(domain)).map(association => association.accessAssociationSource),
  }));
}
