import Button from '@cloudscape-design/components/button';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { prepare, V1, type DocumentationPart } from '@gatehouse/client-calls';
import { useState } from 'react';
import { useAll } from '../../shared/calls/queries';
import { ConfirmModal } from '../../shared/forms/confirm-modal';
import type { Column } from '../../shared/parts/list-cut';
import { ListTable } from '../../shared/parts/list-table';
import { CreatePart } from './create-part';
import { EditPart } from './edit-part';
import { ImportParts } from './import-parts';
import { placeText, summaryOf } from './part-draft';

type Dialog = { readonly kind: 'create' | 'import' } | { readonly kind: 'edit' | 'delete'; readonly part: DocumentationPart };

/** What the owner says of each place of the API, sorted by place. */
export function PartList({ restApiId }: { readonly restApiId: string }) {
  const [dialog, setDialog] = useState<Dialog | null>(null);
  const close = (): void => setDialog(null);
  const column = (id: string, header: string, text: (part: DocumentationPart) => string): Column<DocumentationPart> => ({
    id,
    header,
    cell: part => text(part) || '-',
    text,
    order: text,
  });
  const columns: readonly Column<DocumentationPart>[] = [
    { ...column('type', 'Type', part => part.location.type), isRowHeader: true },
    column('path', 'Path', part => part.location.path ?? ''),
    column('method', 'Method', part => part.location.method ?? ''),
    column('status', 'Status', part => part.location.statusCode ?? ''),
    column('name', 'Name', part => part.location.name ?? ''),
    { ...column('properties', 'Says', part => summaryOf(part.properties)), width: 300 },
    {
      id: 'change',
      header: 'Change',
      cell: part => (
        <SpaceBetween size="xs" direction="horizontal">
          <Button variant="inline-link" ariaLabel={`Edit ${placeText(part.location)}`} onClick={() => setDialog({ kind: 'edit', part })}>
            Edit
          </Button>
          <Button variant="inline-link" ariaLabel={`Delete ${placeText(part.location)}`} onClick={() => setDialog({ kind: 'delete', part })}>
            Delete
          </Button>
        </SpaceBetween>
      ),
    },
  ];
  const create = <Button onClick={() => setDialog({ kind: 'create' })}>Create documentation part</Button>;
  return (
    <>
      <ListTable
        title="Documentation parts"
        query={useAll(V1.GetDocumentationParts, { restApiId })}
        columns={columns}
        rowId={part => part.id}
        searchLabel="Find by place or text"
        actions={
          <SpaceBetween size="xs" direction="horizontal">
            <Button onClick={() => setDialog({ kind: 'import' })}>Import</Button>
            {create}
          </SpaceBetween>
        }
        empty={{
          title: 'Nothing is documented yet',
          text: 'A part says something of one place: the API, a path, a method, a parameter, a response.',
          action: create,
        }}
      />
      {dialog?.kind === 'create' && <CreatePart restApiId={restApiId} onClose={close} />}
      {dialog?.kind === 'import' && <ImportParts restApiId={restApiId} onClose={close} />}
      {dialog?.kind === 'edit' && <EditPart restApiId={restApiId} documentationPartId={dialog.part.id} onClose={close} />}
      {dialog?.kind === 'delete' && (
        <ConfirmModal
          header="Delete documentation part?"
          submit="Delete documentation part"
          done={`The documentation of ${placeText(dialog.part.location)} was deleted`}
          calls={[prepare(V1.DeleteDocumentationPart, { restApiId, documentationPartId: dialog.part.id })]}
          onClose={close}
        >
          What is said of {placeText(dialog.part.location)} is lost. Published versions keep it.
        </ConfirmModal>
      )}
    </>
  );
}
