import Button from '@cloudscape-design/components/button';
import Link from '@cloudscape-design/components/link';
import { V1, type RestApi } from '@gatehouse/client-calls';
import { useAll } from '../../shared/calls/queries';
import { moment } from '../../shared/parts/dates';
import { ListTable } from '../../shared/parts/list-table';
import type { Column } from '../../shared/parts/list-cut';
import { at } from '../../shared/place';
import { LastDeployed } from './last-deployed';

const tagText = (api: RestApi): string =>
  Object.entries(api.tags ?? {})
    .map(([key, value]) => `${key}=${value}`)
    .join(' ');

/** "REST, regional": protocol and endpoint type in one word each. */
const typeOf = (api: RestApi): string => `REST, ${(api.endpointConfiguration?.types ?? []).map(type => type.toLowerCase()).join(' and ')}`;

const COLUMNS: readonly Column<RestApi>[] = [
  {
    id: 'name',
    header: 'Name',
    cell: api => <Link href={at('restapis', api.id, 'resources')}>{api.name}</Link>,
    text: api => api.name,
    order: api => api.name,
    isRowHeader: true,
  },
  { id: 'id', header: 'ID', cell: api => <span className="gh-mono">{api.id}</span>, text: api => api.id, order: api => api.id },
  { id: 'type', header: 'Type', cell: typeOf, order: typeOf },
  { id: 'created', header: 'Created', cell: api => moment(api.createdDate), order: api => api.createdDate.getTime() },
  { id: 'deployed', header: 'Last deployed', cell: api => <LastDeployed restApiId={api.id} /> },
  { id: 'description', header: 'Description', cell: api => api.description || '-', text: api => api.description ?? '' },
  { id: 'tags', header: 'Tags', cell: api => tagText(api) || '-', text: tagText },
];

/** C-01: all APIs, searched by name, id, description or tag. */
export function ApiList() {
  const apis = useAll(V1.GetRestApis, {});
  const create = (
    <Button variant="primary" href={at('restapis', 'create')}>
      Create API
    </Button>
  );
  return (
    <ListTable
      title="APIs"
      variant="full-page"
      query={apis}
      columns={COLUMNS}
      rowId={api => api.id}
      searchLabel="Find by name, id or tag"
      actions={create}
      empty={{
        title: 'No APIs yet',
        text: 'Create the first one, then add resources and methods and deploy it to a stage.',
        action: create,
      }}
    />
  );
}
