import Button from '@cloudscape-design/components/button';
import Link from '@cloudscape-design/components/link';
import SpaceBetween from '@cloudscape-design/components/space-between';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import { V1, type ApiKey } from '@gatehouse/client-calls';
import { useState } from 'react';
import { useAll } from '../../shared/calls/queries';
import { moment } from '../../shared/parts/dates';
import type { Column } from '../../shared/parts/list-cut';
import { ListTable } from '../../shared/parts/list-table';
import { at } from '../../shared/place';
import { CreateKey } from './create-key';
import { ImportKeys } from './import-keys';
import { PlansOfKey } from './plans-of-key';

const COLUMNS: readonly Column<ApiKey>[] = [
  {
    id: 'name',
    header: 'Name',
    cell: key => <Link href={at('apikeys', key.id)}>{key.name || key.id}</Link>,
    text: key => key.name ?? '',
    order: key => key.name ?? '',
    isRowHeader: true,
  },
  { id: 'id', header: 'ID', cell: key => <span className="gh-mono">{key.id}</span>, text: key => key.id, order: key => key.id },
  {
    id: 'state',
    header: 'State',
    cell: key => (key.enabled ? <StatusIndicator>Enabled</StatusIndicator> : <StatusIndicator type="stopped">Disabled</StatusIndicator>),
    order: key => Number(key.enabled),
  },
  { id: 'plans', header: 'Usage plans', cell: key => <PlansOfKey keyId={key.id} /> },
  { id: 'created', header: 'Created', cell: key => moment(key.createdDate), order: key => key.createdDate.getTime() },
  {
    id: 'description',
    header: 'Description',
    cell: key => key.description || '-',
    text: key => `${key.description ?? ''} ${key.customerId ?? ''}`,
  },
];

/** C-21: all keys of the account. Values are not even asked for here. */
export function KeyList() {
  const [dialog, setDialog] = useState<'create' | 'import' | null>(null);
  const create = (
    <Button variant="primary" onClick={() => setDialog('create')}>
      Create API key
    </Button>
  );
  return (
    <>
      <ListTable
        title="API keys"
        variant="full-page"
        query={useAll(V1.GetApiKeys, {})}
        columns={COLUMNS}
        rowId={key => key.id}
        searchLabel="Find by name, id or description"
        actions={
          <SpaceBetween size="xs" direction="horizontal">
            <Button onClick={() => setDialog('import')}>Import</Button>
            {create}
          </SpaceBetween>
        }
        empty={{
          title: 'No API keys yet',
          text: 'Create one, put it into a usage plan, and give its value to whoever calls.',
          action: create,
        }}
      />
      {dialog === 'create' && <CreateKey onClose={() => setDialog(null)} />}
      {dialog === 'import' && <ImportKeys onClose={() => setDialog(null)} />}
    </>
  );
}
