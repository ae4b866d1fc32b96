import Alert from '@cloudscape-design/components/alert';
import Spinner from '@cloudscape-design/components/spinner';
import { prepare, V1 } from '@gatehouse/client-calls';
import { useAll } from '../../shared/calls/queries';
import { ConfirmModal } from '../../shared/forms/confirm-modal';
import { FaultAlert } from '../../shared/parts/fault-alert';
import { at, useGo } from '../../shared/place';
import type { StagePlace } from './stage-place';

/** Deletes a stage after naming the usage plans that hold it. */
export function DeleteStage({ place, onClose }: { readonly place: StagePlace; readonly onClose: () => void }) {
  const go = useGo();
  const plans = useAll(V1.GetUsagePlans, {});
  const holding = plans.data?.filter(plan =>
    plan.apiStages?.some(({ apiId, stage }) => apiId === place.restApiId && stage === place.stageName),
  );
  return (
    <ConfirmModal
      header={`Delete stage ${place.stageName}?`}
      submit="Delete stage"
      done={`Stage ${place.stageName} was deleted`}
      typed={place.stageName}
      calls={[prepare(V1.DeleteStage, { ...place })]}
      onClose={onClose}
      onDone={() => go(at('restapis', place.restApiId, 'stages'))}
    >
      <Alert type="warning" header="What will break">
        Every call to this stage will be refused. Its variables, limits and log settings are lost; the deployment stays.
        {plans.error ? (
          <FaultAlert fault={plans.error} />
        ) : !holding ? (
          <Spinner />
        ) : (
          holding.length > 0 && <div>Usage plans that lose it: {holding.map(plan => plan.name).join(', ')}.</div>
        )}
      </Alert>
    </ConfirmModal>
  );
}
