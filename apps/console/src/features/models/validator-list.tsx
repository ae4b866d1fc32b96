import Button from '@cloudscape-design/components/button';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { prepare, V1, type RequestValidator } from '@gatehouse/client-calls';
import { useState } from 'react';
import { useAll } from '../../shared/calls/queries';
import { ConfirmModal } from '../../shared/forms/confirm-modal';
import type { Column } from '../../shared/parts/list-cut';
import { ListTable } from '../../shared/parts/list-table';
import { checksOf, ValidatorModal } from '../../shared/parts/validator-modal';

type Dialog = { readonly kind: 'create' } | { readonly kind: 'edit' | 'delete'; readonly validator: RequestValidator };

/** What of a request may be checked before the backend is called. */
export function ValidatorList({ restApiId }: { readonly restApiId: string }) {
  const [dialog, setDialog] = useState<Dialog | null>(null);
  const close = (): void => setDialog(null);
  const columns: readonly Column<RequestValidator>[] = [
    { id: 'name', header: 'Name', cell: each => each.name, text: each => each.name, order: each => each.name, isRowHeader: true },
    { id: 'checks', header: 'Checks', cell: checksOf, text: checksOf },
    { id: 'id', header: 'ID', cell: each => <span className="gh-mono">{each.id}</span>, text: each => each.id },
    {
      id: 'change',
      header: 'Change',
      cell: validator => (
        <SpaceBetween size="xs" direction="horizontal">
          <Button variant="inline-link" ariaLabel={`Edit ${validator.name}`} onClick={() => setDialog({ kind: 'edit', validator })}>
            Edit
          </Button>
          <Button variant="inline-link" ariaLabel={`Delete ${validator.name}`} onClick={() => setDialog({ kind: 'delete', validator })}>
            Delete
          </Button>
        </SpaceBetween>
      ),
    },
  ];
  const create = <Button onClick={() => setDialog({ kind: 'create' })}>Create request validator</Button>;
  return (
    <>
      <ListTable
        title="Request validators"
        address="v"
        query={useAll(V1.GetRequestValidators, { restApiId })}
        columns={columns}
        rowId={validator => validator.id}
        searchLabel="Find by name"
        actions={create}
        empty={{ title: 'No request validators yet', text: 'One is chosen in the method request of each method that is to be checked.' }}
      />
      {dialog?.kind === 'create' && <ValidatorModal restApiId={restApiId} validator={null} onClose={close} />}
      {dialog?.kind === 'edit' && <ValidatorModal restApiId={restApiId} validator={dialog.validator} onClose={close} />}
      {dialog?.kind === 'delete' && (
        <ConfirmModal
          header={`Delete request validator ${dialog.validator.name}?`}
          submit="Delete request validator"
          done={`Request validator ${dialog.validator.name} was deleted`}
          calls={[prepare(V1.DeleteRequestValidator, { restApiId, requestValidatorId: dialog.validator.id })]}
          onClose={close}
        >
          A validator that a method still uses is not deleted: the refusal names the method.
        </ConfirmModal>
      )}
    </>
  );
}
