import Button from '@cloudscape-design/components/button';
import Link from '@cloudscape-design/components/link';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { V1, type Stage } from '@gatehouse/client-calls';
import { useState, type ReactNode } from 'react';
import { useAll } from '../../shared/calls/queries';
import { moment } from '../../shared/parts/dates';
import type { Column } from '../../shared/parts/list-cut';
import { ListTable } from '../../shared/parts/list-table';
import { at } from '../../shared/place';
import { CreateStage } from './create-stage';
import { STAGE_WIDE, throttleText } from './throttle';

interface StagesPageProps {
  readonly restApiId: string;
  readonly deploy: ReactNode;
}

/** C-08: the stages of an API. */
export function StagesPage({ restApiId, deploy }: StagesPageProps) {
  const [creating, setCreating] = useState(false);
  const columns: readonly Column<Stage>[] = [
    {
      id: 'name',
      header: 'Stage',
      cell: stage => <Link href={at('restapis', restApiId, 'stages', stage.stageName)}>{stage.stageName}</Link>,
      text: stage => stage.stageName,
      order: stage => stage.stageName,
      isRowHeader: true,
    },
    {
      id: 'deployment',
      header: 'Deployment',
      cell: stage => <span className="gh-mono">{stage.deploymentId}</span>,
      text: stage => stage.deploymentId,
    },
    { id: 'throttle', header: 'Throttle', cell: stage => throttleText(stage.methodSettings?.[STAGE_WIDE]) },
    {
      id: 'updated',
      header: 'Last updated',
      cell: stage => moment(stage.lastUpdatedDate),
      order: stage => stage.lastUpdatedDate.getTime(),
    },
    { id: 'description', header: 'Description', cell: stage => stage.description || '-', text: stage => stage.description ?? '' },
  ];
  return (
    <>
      <ListTable
        title="Stages"
        variant="full-page"
        query={useAll(V1.GetStages, { restApiId })}
        columns={columns}
        rowId={stage => stage.stageName}
        searchLabel="Find by name or description"
        actions={
          <SpaceBetween size="xs" direction="horizontal">
            <Button onClick={() => setCreating(true)}>Create stage</Button>
            {deploy}
          </SpaceBetween>
        }
        empty={{ title: 'No stages yet', text: 'Deploy the API to a new stage; then it can be called.' }}
      />
      {creating && <CreateStage restApiId={restApiId} deploy={deploy} onClose={() => setCreating(false)} />}
    </>
  );
}
