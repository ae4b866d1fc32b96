import Badge from '@cloudscape-design/components/badge';
import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { V1, type CallFault } from '@gatehouse/client-calls';
import type { UseQueryResult } from '@tanstack/react-query';
import { useState } from 'react';
import { useAnswer } from '../../shared/calls/queries';
import type { Column } from '../../shared/parts/list-cut';
import { ListTable } from '../../shared/parts/list-table';
import { EditOverride } from './edit-override';
import type { StageFormProps } from './stage-place';
import { isThrottled, methodLimits, STAGE_WIDE, throttleText, type MethodLimit } from './throttle';

/** Every deployed method with the limit that holds for it: inherited from the stage, or its own. */
export function MethodOverrides({ place, answer }: StageFormProps) {
  const stage = answer.value;
  const [editing, setEditing] = useState<MethodLimit | null>(null);
  const deployment = useAnswer(V1.GetDeployment, { restApiId: place.restApiId, deploymentId: stage.deploymentId, embed: ['apisummary'] });
  const rows = {
    ...deployment,
    data: deployment.data && methodLimits(deployment.data.value.apiSummary ?? {}, stage.methodSettings),
  } as UseQueryResult<readonly MethodLimit[], CallFault>;
  const inherited = stage.methodSettings?.[STAGE_WIDE];
  const columns: readonly Column<MethodLimit>[] = [
    { id: 'path', header: 'Path', cell: row => row.path, text: row => row.path, order: row => row.path, isRowHeader: true },
    {
      id: 'method',
      header: 'Method',
      cell: row => (
        <span className="gh-method" data-method={row.method}>
          {row.method}
        </span>
      ),
      text: row => row.method,
      order: row => row.method,
    },
    { id: 'limit', header: 'Throttle', cell: row => throttleText(isThrottled(row.own) ? row.own : inherited) },
    {
      id: 'source',
      header: 'From',
      cell: row => (isThrottled(row.own) ? <Badge color="blue">Overridden</Badge> : <Badge color="grey">Inherited</Badge>),
      order: row => (isThrottled(row.own) ? 0 : 1),
    },
    {
      id: 'edit',
      header: 'Change',
      cell: row => (
        <Button variant="inline-link" ariaLabel={`Edit the throttle of ${row.method} ${row.path}`} onClick={() => setEditing(row)}>
          Edit
        </Button>
      ),
    },
  ];
  return (
    <SpaceBetween size="m">
      <ListTable
        title="Methods"
        variant="embedded"
        address="m"
        query={rows}
        columns={columns}
        rowId={row => `${row.method} ${row.path}`}
        searchLabel="Find by path or method"
        empty={{ title: 'No methods are deployed', text: 'Create a method and deploy the API to this stage.' }}
      />
      <Box variant="small" color="text-body-secondary">
        Stage-wide: {throttleText(inherited)}. A method with its own limit has its own bucket as well.
      </Box>
      {editing && <EditOverride place={place} answer={answer} target={editing} onClose={() => setEditing(null)} />}
    </SpaceBetween>
  );
}
