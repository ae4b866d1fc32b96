import Alert from '@cloudscape-design/components/alert';
import Spinner from '@cloudscape-design/components/spinner';
import { prepare, V1, type UsagePlan } from '@gatehouse/client-calls';
import { useAll } from '../../shared/calls/queries';
import { ConfirmModal } from '../../shared/forms/confirm-modal';
import { FaultAlert } from '../../shared/parts/fault-alert';
import { at, useGo } from '../../shared/place';

/** Deletes a plan after naming its keys and stages. Stages and keys are taken out first, because a plan that has any is refused. */
export function DeletePlan({ plan, onClose }: { readonly plan: UsagePlan; readonly onClose: () => void }) {
  const go = useGo();
  const keys = useAll(V1.GetUsagePlanKeys, { usagePlanId: plan.id });
  const stages = (plan.apiStages ?? []).map(({ apiId, stage }) => `${apiId}:${stage}`);
  return (
    <ConfirmModal
      header={`Delete usage plan ${plan.name}?`}
      submit="Delete usage plan"
      done={`Usage plan ${plan.name} was deleted`}
      onClose={onClose}
      onDone={() => go(at('usageplans'))}
      isBlocked={!keys.data}
      calls={[
        ...(stages.length > 0
          ? [
              prepare(V1.UpdateUsagePlan, {
                usagePlanId: plan.id,
                patchOperations: stages.map(value => ({ op: 'remove' as const, path: '/apiStages', value })),
              }),
            ]
          : []),
        ...(keys.data ?? []).map(key => prepare(V1.DeleteUsagePlanKey, { usagePlanId: plan.id, keyId: key.id })),
        prepare(V1.DeleteUsagePlan, { usagePlanId: plan.id }),
      ]}
    >
      {keys.error ? (
        <FaultAlert fault={keys.error} />
      ) : !keys.data ? (
        <Spinner />
      ) : keys.data.length + stages.length === 0 ? (
        <div>It has no key and no stage; nothing will break.</div>
      ) : (
        <Alert type="warning" header="What will break">
          <ul>
            {keys.data.length > 0 && <li>Keys that no longer open its stages: {keys.data.map(key => key.name ?? key.id).join(', ')}.</li>}
            {stages.length > 0 && <li>Stages taken out first: {stages.join(', ')}.</li>}
          </ul>
        </Alert>
      )}
    </ConfirmModal>
  );
}
