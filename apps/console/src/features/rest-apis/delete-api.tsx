import Alert from '@cloudscape-design/components/alert';
import Spinner from '@cloudscape-design/components/spinner';
import { prepare, V1, type RestApi, type Stage, type UsagePlan } from '@gatehouse/client-calls';
import { useAll } from '../../shared/calls/queries';
import { ConfirmModal } from '../../shared/forms/confirm-modal';
import { FaultAlert } from '../../shared/parts/fault-alert';
import { at, useGo } from '../../shared/place';

/** Deletes an API after naming its stages and the usage plans that hold it. */
export function DeleteApi({ api, onClose }: { readonly api: RestApi; readonly onClose: () => void }) {
  const go = useGo();
  const stages = useAll(V1.GetStages, { restApiId: api.id });
  const plans = useAll(V1.GetUsagePlans, {});
  const fault = stages.error ?? plans.error;
  const holding = (plans.data ?? []).filter(plan => plan.apiStages?.some(stage => stage.apiId === api.id));
  return (
    <ConfirmModal
      header={`Delete API ${api.name}?`}
      submit="Delete API"
      done={`API ${api.name} was deleted`}
      typed={api.name.trim() === api.name ? api.name : 'delete'}
      isBlocked={!stages.data}
      calls={[prepare(V1.DeleteRestApi, { restApiId: api.id })]}
      onClose={onClose}
      onDone={() => go(at('restapis'))}
    >
      <div>Its resources, methods, deployments and stages are deleted with it. This cannot be undone.</div>
      {fault ? <FaultAlert fault={fault} /> : stages.data && plans.data ? <Breaks stages={stages.data} plans={holding} /> : <Spinner />}
    </ConfirmModal>
  );
}

function Breaks({ stages, plans }: { readonly stages: readonly Stage[]; readonly plans: readonly UsagePlan[] }) {
  if (stages.length === 0) return <Alert type="info">It has no stage, so nobody can be calling it.</Alert>;
  return (
    <Alert type="warning" header="What will break">
      <ul>
        {stages.map(stage => (
          <li key={stage.stageName}>
            Stage <b>{stage.stageName}</b>: every call to it will be refused.
          </li>
        ))}
        {plans.map(plan => (
          <li key={plan.id}>
            Usage plan <b>{plan.name}</b> loses its stages of this API.
          </li>
        ))}
      </ul>
    </Alert>
  );
}
