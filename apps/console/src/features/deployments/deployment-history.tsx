import Button from '@cloudscape-design/components/button';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import { prepare, V1, type Deployment } from '@gatehouse/client-calls';
import { useState } from 'react';
import { useAll } from '../../shared/calls/queries';
import { ConfirmModal } from '../../shared/forms/confirm-modal';
import { moment } from '../../shared/parts/dates';
import type { Column } from '../../shared/parts/list-cut';
import { ListTable } from '../../shared/parts/list-table';

interface DeploymentHistoryProps {
  readonly restApiId: string;
  readonly stageName: string;
  readonly activeId: string;
}

/** C-10: every deployment, the one this stage serves, and the way back to an older one. */
export function DeploymentHistory({ restApiId, stageName, activeId }: DeploymentHistoryProps) {
  const deployments = useAll(V1.GetDeployments, { restApiId });
  const [target, setTarget] = useState<Deployment | null>(null);
  const newestFirst = {
    ...deployments,
    data: deployments.data && [...deployments.data].sort((a, b) => b.createdDate.getTime() - a.createdDate.getTime()),
  } as typeof deployments;
  const columns: readonly Column<Deployment>[] = [
    { id: 'created', header: 'Date', cell: row => moment(row.createdDate), order: row => row.createdDate.getTime(), isRowHeader: true },
    { id: 'active', header: 'State', cell: row => (row.id === activeId ? <StatusIndicator>Active</StatusIndicator> : '-') },
    { id: 'description', header: 'Description', cell: row => row.description || '-', text: row => row.description ?? '' },
    { id: 'id', header: 'ID', cell: row => <span className="gh-mono">{row.id}</span>, text: row => row.id },
    {
      id: 'change',
      header: 'Change',
      cell: row =>
        row.id !== activeId && (
          <Button variant="inline-link" ariaLabel={`Make active: deployment ${row.id}`} onClick={() => setTarget(row)}>
            Make active
          </Button>
        ),
    },
  ];
  return (
    <>
      <ListTable
        title="Deployment history"
        variant="embedded"
        address="d"
        query={newestFirst}
        columns={columns}
        rowId={row => row.id}
        searchLabel="Find by description or id"
        empty={{ title: 'No deployments', text: 'Deploy the API to begin its history.' }}
      />
      {target && (
        <ConfirmModal
          header={`Serve deployment ${target.id} on ${stageName}?`}
          submit="Make active"
          done={`${stageName} serves deployment ${target.id}`}
          onClose={() => setTarget(null)}
          calls={[
            prepare(V1.UpdateStage, {
              restApiId,
              stageName,
              patchOperations: [{ op: 'replace', path: '/deploymentId', value: target.id }],
            }),
          ]}
        >
          <div>
            From {moment(target.createdDate)}
            {target.description ? `, "${target.description}"` : ''}. Gateways switch within seconds; the stage's variables, limits and the
            draft stay as they are.
          </div>
        </ConfirmModal>
      )}
    </>
  );
}
