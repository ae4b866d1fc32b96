import Button from '@cloudscape-design/components/button';
import Header from '@cloudscape-design/components/header';
import Link from '@cloudscape-design/components/link';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Table from '@cloudscape-design/components/table';
import { prepare, V1, type PlanStage, type UsagePlan } from '@gatehouse/client-calls';
import { useState } from 'react';
import { useAll } from '../../shared/calls/queries';
import { ConfirmModal } from '../../shared/forms/confirm-modal';
import { Empty } from '../../shared/parts/list-table';
import { at } from '../../shared/place';
import { AddStage } from './add-stage';
import { MethodThrottles } from './method-throttles';

type Dialog = { readonly kind: 'add' } | { readonly kind: 'remove' | 'throttle'; readonly stage: PlanStage };

/** The stages that a plan's keys open. */
export function PlanStages({ plan }: { readonly plan: UsagePlan }) {
  const [dialog, setDialog] = useState<Dialog | null>(null);
  const apis = useAll(V1.GetRestApis, {});
  const nameOf = (apiId: string): string => apis.data?.find(({ id }) => id === apiId)?.name ?? apiId;
  const add = <Button onClick={() => setDialog({ kind: 'add' })}>Add stage</Button>;
  const close = (): void => setDialog(null);
  return (
    <>
      <Table
        variant="embedded"
        items={plan.apiStages ?? []}
        trackBy={({ apiId, stage }) => `${apiId}:${stage}`}
        ariaLabels={{ tableLabel: 'Stages' }}
        header={
          <Header variant="h2" counter={`(${plan.apiStages?.length ?? 0})`} actions={add}>
            Stages
          </Header>
        }
        empty={<Empty title="No stages" text="Keys of this plan open nothing until a stage is added." action={add} />}
        columnDefinitions={[
          {
            id: 'api',
            header: 'API',
            cell: row => <Link href={at('restapis', row.apiId, 'resources')}>{nameOf(row.apiId)}</Link>,
            isRowHeader: true,
          },
          { id: 'stage', header: 'Stage', cell: row => <Link href={at('restapis', row.apiId, 'stages', row.stage)}>{row.stage}</Link> },
          { id: 'throttles', header: 'Method throttles', cell: row => Object.keys(row.throttle ?? {}).length },
          {
            id: 'change',
            header: 'Change',
            minWidth: 220,
            cell: row => (
              <SpaceBetween size="xs" direction="horizontal">
                <Button
                  variant="inline-link"
                  ariaLabel={`Method throttles of ${row.stage}`}
                  onClick={() => setDialog({ kind: 'throttle', stage: row })}
                >
                  Method throttles
                </Button>
                <Button
                  variant="inline-link"
                  ariaLabel={`Remove stage ${row.stage}`}
                  onClick={() => setDialog({ kind: 'remove', stage: row })}
                >
                  Remove
                </Button>
              </SpaceBetween>
            ),
          },
        ]}
      />
      {dialog?.kind === 'add' && <AddStage plan={plan} onClose={close} />}
      {dialog?.kind === 'throttle' && <MethodThrottles plan={plan} stage={dialog.stage} onClose={close} />}
      {dialog?.kind === 'remove' && (
        <ConfirmModal
          header={`Remove stage ${dialog.stage.stage}?`}
          submit="Remove stage"
          done={`Stage ${dialog.stage.stage} left ${plan.name}`}
          onClose={close}
          calls={[
            prepare(V1.UpdateUsagePlan, {
              usagePlanId: plan.id,
              patchOperations: [{ op: 'remove', path: '/apiStages', value: `${dialog.stage.apiId}:${dialog.stage.stage}` }],
            }),
          ]}
        >
          Keys of {plan.name} no longer open {nameOf(dialog.stage.apiId)} {dialog.stage.stage}; methods that require a key answer them 403.
        </ConfirmModal>
      )}
    </>
  );
}
