import Button from '@cloudscape-design/components/button';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { prepare, V1, type DocumentationVersion } from '@gatehouse/client-calls';
import { useState } from 'react';
import { useAll } from '../../shared/calls/queries';
import { ConfirmModal } from '../../shared/forms/confirm-modal';
import { moment } from '../../shared/parts/dates';
import type { Column } from '../../shared/parts/list-cut';
import { ListTable } from '../../shared/parts/list-table';
import { PublishVersion } from './publish-version';

type Dialog = { readonly kind: 'publish' } | { readonly kind: 'delete'; readonly version: string };

/** The documentation as it was at some moments, each under a name that stages show. */
export function VersionList({ restApiId }: { readonly restApiId: string }) {
  const [dialog, setDialog] = useState<Dialog | null>(null);
  const close = (): void => setDialog(null);
  const stages = useAll(V1.GetStages, { restApiId });
  const shownBy = (version: string): string =>
    (stages.data ?? [])
      .filter(stage => stage.documentationVersion === version)
      .map(({ stageName }) => stageName)
      .join(', ');
  const columns: readonly Column<DocumentationVersion>[] = [
    { id: 'version', header: 'Version', cell: each => each.version, text: each => each.version, order: each => each.version, isRowHeader: true },
    { id: 'created', header: 'Published', cell: each => moment(each.createdDate), order: each => each.createdDate.getTime() },
    { id: 'stages', header: 'Shown by', cell: each => shownBy(each.version) || '-', text: each => shownBy(each.version) },
    { id: 'description', header: 'Description', cell: each => each.description || '-', text: each => each.description ?? '' },
    {
      id: 'change',
      header: 'Change',
      cell: ({ version }) => (
        <SpaceBetween size="xs" direction="horizontal">
          <Button variant="inline-link" ariaLabel={`Delete version ${version}`} onClick={() => setDialog({ kind: 'delete', version })}>
            Delete
          </Button>
        </SpaceBetween>
      ),
    },
  ];
  const publish = <Button onClick={() => setDialog({ kind: 'publish' })}>Publish documentation</Button>;
  return (
    <>
      <ListTable
        title="Versions"
        address="v"
        query={useAll(V1.GetDocumentationVersions, { restApiId })}
        columns={columns}
        rowId={each => each.version}
        searchLabel="Find by version or description"
        actions={publish}
        empty={{ title: 'Nothing is published yet', text: 'A version keeps all parts as they are now; a stage shows one in its exports.', action: publish }}
      />
      {dialog?.kind === 'publish' && <PublishVersion restApiId={restApiId} onClose={close} />}
      {dialog?.kind === 'delete' && (
        <ConfirmModal
          header={`Delete version ${dialog.version}?`}
          submit="Delete version"
          done={`Documentation version ${dialog.version} was deleted`}
          calls={[prepare(V1.DeleteDocumentationVersion, { restApiId, documentationVersion: dialog.version })]}
          isBlocked={shownBy(dialog.version) !== ''}
          onClose={close}
        >
          {shownBy(dialog.version)
            ? `Stages show it: ${shownBy(dialog.version)}. Choose another version there first.`
            : 'No stage shows it. The parts themselves stay.'}
        </ConfirmModal>
      )}
    </>
  );
}
