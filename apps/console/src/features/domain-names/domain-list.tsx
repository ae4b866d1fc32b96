import Button from '@cloudscape-design/components/button';
import Link from '@cloudscape-design/components/link';
import { V1, type DomainName } from '@gatehouse/client-calls';
import { useState } from 'react';
import { useAll } from '../../shared/calls/queries';
import type { Column } from '../../shared/parts/list-cut';
import { ListTable } from '../../shared/parts/list-table';
import { CreateDomain } from './create-domain';
import { dnsTargetOf, pageOf } from './domain-place';

const typeOf = (domain: DomainName): string => (domain.endpointConfiguration?.types ?? []).map(type => type.toLowerCase()).join(' and ') || '-';
const COLUMNS: readonly Column<DomainName>[] = [
  {
    id: 'name',
    header: 'Domain name',
    cell: domain => <Link href={pageOf(domain)}>{domain.domainName}</Link>,
    text: domain => domain.domainName,
    order: domain => domain.domainName,
    isRowHeader: true,
  },
  { id: 'type', header: 'Endpoint type', cell: typeOf, text: typeOf, order: typeOf },
  {
    id: 'target',
    header: 'Name for DNS',
    cell: domain => <span className="gh-mono">{dnsTargetOf(domain) ?? '-'}</span>,
    text: domain => dnsTargetOf(domain) ?? '',
  },
  { id: 'status', header: 'Status', cell: domain => domain.domainNameStatus ?? '-', text: domain => domain.domainNameStatus ?? '' },
];

/** C-22: host names of one's own. */
export function DomainList() {
  const [creating, setCreating] = useState(false);
  const create = (
    <Button variant="primary" onClick={() => setCreating(true)}>
      Create domain name
    </Button>
  );
  return (
    <>
      <ListTable
        title="Custom domain names"
        variant="full-page"
        query={useAll(V1.GetDomainNames, {})}
        columns={COLUMNS}
        rowId={domain => `${domain.domainName} ${domain.domainNameId ?? ''}`}
        searchLabel="Find by name or type"
        actions={create}
        empty={{ title: 'No custom domain names yet', text: 'A domain leads callers to stages, by the first segment of the path.', action: create }}
      />
      {creating && <CreateDomain onClose={() => setCreating(false)} />}
    </>
  );
}
