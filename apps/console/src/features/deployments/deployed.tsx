import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import Modal from '@cloudscape-design/components/modal';
import ProgressBar from '@cloudscape-design/components/progress-bar';
import SpaceBetween from '@cloudscape-design/components/space-between';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import Table from '@cloudscape-design/components/table';
import type { CallFault, Deployment, Propagation } from '@gatehouse/client-calls';
import { useQuery } from '@tanstack/react-query';
import { useDesk } from '../../shared/calls/desk';
import { FaultAlert } from '../../shared/parts/fault-alert';
import { InvokePanel } from '../../shared/parts/invoke-panel';
import { followed, servedText, WAIT_SECONDS } from '../../shared/parts/propagation';

interface DeployedProps {
  readonly restApiId: string;
  readonly deployment: Deployment;
  readonly stageName: string;
  readonly onClose: () => void;
}

/** Follows a deployment to the end: which gateways serve it, and where it is called. */
export function Deployed({ restApiId, deployment, stageName, onClose }: DeployedProps) {
  const { calls } = useDesk();
  const { data, error, refetch } = useQuery<Propagation, CallFault>({
    queryKey: ['deployment propagation', restApiId, deployment.id],
    refetchInterval: query => followed(query.state.data),
    queryFn: ({ signal }) => calls.deploymentPropagation(restApiId, deployment.id, WAIT_SECONDS, signal),
  });
  return (
    <Modal
      visible
      size="large"
      header={`Deployed to ${stageName}`}
      closeAriaLabel="Close the deployment"
      onDismiss={onClose}
      footer={
        <Box float="right">
          <Button variant="primary" onClick={onClose}>
            Close
          </Button>
        </Box>
      }
    >
      <SpaceBetween size="l">
        {error && !data ? <FaultAlert fault={error} onRetry={() => void refetch()} /> : <Progress propagation={data} />}
        <InvokePanel restApiId={restApiId} stageName={stageName} deploymentId={deployment.id} />
      </SpaceBetween>
    </Modal>
  );
}

const STATES = { applied: 'success', behind: 'in-progress', failed: 'error' } as const;
const WORDS = { applied: 'serves it', behind: 'not yet', failed: 'cannot serve it' } as const;

function Progress({ propagation }: { readonly propagation: Propagation | undefined }) {
  if (!propagation) return <StatusIndicator type="loading">Asking the gateways</StatusIndicator>;
  const { served, total, state, gateways } = propagation;
  return (
    <SpaceBetween size="s">
      <div data-testid="deployment-served">
        {total === 0 ? (
          <StatusIndicator type="warning">{servedText(propagation)}</StatusIndicator>
        ) : (
          <ProgressBar
            value={(served / total) * 100}
            label="Gateways"
            {...(state === 'active'
              ? { status: 'success' as const, resultText: servedText(propagation) }
              : state === 'failed'
                ? { status: 'error' as const, resultText: servedText(propagation) }
                : { additionalInfo: servedText(propagation) })}
          />
        )}
      </div>
      {gateways.length > 0 && (
        <Table
          variant="embedded"
          items={gateways}
          trackBy="id"
          ariaLabels={{ tableLabel: 'Gateways' }}
          columnDefinitions={[
            { id: 'name', header: 'Gateway', cell: gateway => gateway.name, isRowHeader: true },
            {
              id: 'state',
              header: 'State',
              cell: gateway => (
                <StatusIndicator type={STATES[gateway.state]}>
                  {WORDS[gateway.state]}
                  {gateway.reason ? `: ${gateway.reason}` : ''}
                </StatusIndicator>
              ),
            },
            { id: 'revision', header: 'Revision', cell: gateway => gateway.appliedRevision },
          ]}
        />
      )}
    </SpaceBetween>
  );
}
