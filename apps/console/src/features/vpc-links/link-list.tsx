import Button from '@cloudscape-design/components/button';
import SpaceBetween from '@cloudscape-design/components/space-between';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import { prepare, V1, type VpcLink } from '@gatehouse/client-calls';
import { useState } from 'react';
import { useAll } from '../../shared/calls/queries';
import { ConfirmModal } from '../../shared/forms/confirm-modal';
import type { Column } from '../../shared/parts/list-cut';
import { ListTable } from '../../shared/parts/list-table';
import { EditLink } from './edit-link';
import { CreateLink } from './create-link';
import { TARGET } from './link-draft';

type Dialog = { readonly kind: 'create' } | { readonly kind: 'edit' | 'delete'; readonly link: VpcLink };
const targetOf = (link: VpcLink): string => link.tags?.[TARGET] ?? '';

/** C-22: names for places that only gateways can reach. */
export function LinkList() {
  const [dialog, setDialog] = useState<Dialog | null>(null);
  const close = (): void => setDialog(null);
  const columns: readonly Column<VpcLink>[] = [
    { id: 'name', header: 'Name', cell: link => link.name, text: link => link.name, order: link => link.name, isRowHeader: true },
    { id: 'id', header: 'ID', cell: link => <span className="gh-mono">{link.id}</span>, text: link => link.id },
    {
      id: 'target',
      header: 'Target',
      cell: link => (targetOf(link) ? <span className="gh-mono">{targetOf(link)}</span> : "the integration's host"),
      text: targetOf,
    },
    {
      id: 'status',
      header: 'Status',
      cell: link => <StatusIndicator type={link.status === 'AVAILABLE' ? 'success' : 'pending'}>{link.status ?? '-'}</StatusIndicator>,
    },
    { id: 'description', header: 'Description', cell: link => link.description || '-', text: link => link.description ?? '' },
    {
      id: 'change',
      header: 'Change',
      cell: link => (
        <SpaceBetween size="xs" direction="horizontal">
          <Button variant="inline-link" ariaLabel={`Edit ${link.name}`} onClick={() => setDialog({ kind: 'edit', link })}>
            Edit
          </Button>
          <Button variant="inline-link" ariaLabel={`Delete ${link.name}`} onClick={() => setDialog({ kind: 'delete', link })}>
            Delete
          </Button>
        </SpaceBetween>
      ),
    },
  ];
  const create = (
    <Button variant="primary" onClick={() => setDialog({ kind: 'create' })}>
      Create VPC link
    </Button>
  );
  return (
    <>
      <ListTable
        title="VPC links"
        variant="full-page"
        query={useAll(V1.GetVpcLinks, {})}
        columns={columns}
        rowId={link => link.id}
        searchLabel="Find by name, id or target"
        actions={create}
        empty={{
          title: 'No VPC links yet',
          text: 'A link names a private upstream; integrations call it by that name, and it moves without a deployment.',
          action: create,
        }}
      />
      {dialog?.kind === 'create' && <CreateLink onClose={close} />}
      {dialog?.kind === 'edit' && <EditLink vpcLinkId={dialog.link.id} onClose={close} />}
      {dialog?.kind === 'delete' && (
        <ConfirmModal
          header={`Delete VPC link ${dialog.link.name}?`}
          submit="Delete VPC link"
          done={`VPC link ${dialog.link.name} was deleted`}
          calls={[prepare(V1.DeleteVpcLink, { vpcLinkId: dialog.link.id })]}
          onClose={close}
        >
          Stages that were deployed with it answer 500 from then on. A link that an integration still uses is not deleted: the refusal names
          it.
        </ConfirmModal>
      )}
    </>
  );
}
