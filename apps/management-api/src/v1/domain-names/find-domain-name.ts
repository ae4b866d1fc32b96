import { DomainNameRow } from '@gatehouse/control-store';
import { scopeOf, type V1UseCase } from '../use-case.js';
import { noSuchDomain } from './domain-names.faults.js';

/** How a caller names a domain. A public one has no id; a private one may be left without it while its name is unique. */
export interface DomainPlace { readonly domainName: string; readonly domainNameId?: string | undefined }

/** The domain's row, or AWS's 404. A writer locks it, so that everything below one domain happens in turn. */
export async function findDomain(useCase: V1UseCase, { domainName, domainNameId }: DomainPlace, isWriter = false): Promise<DomainNameRow> {
  const where = { ...scopeOf(useCase), domainName: domainName.toLowerCase(), ...(domainNameId && { domainNameId }) };
  const rows = await useCase.manager.find(DomainNameRow, { where, order: { domainNameId: 'ASC' }, ...(isWriter && { lock: { mode: 'for_no_key_update' as const } }) });
  // Without an id the public domain is meant; a private one only when nothing else could be.
  const row = domainNameId ? rows[0] : (rows.find(candidate => candidate.domainNameId === '') ?? (rows.length === 1 ? rows[0] : undefined));
  if (!row) throw noSuchDomain();
  return row;
}
