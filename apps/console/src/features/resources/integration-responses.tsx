import Alert from '@cloudscape-design/components/alert';
import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Table from '@cloudscape-design/components/table';
import { prepare, V1, type IntegrationResponse, type Method } from '@gatehouse/client-calls';
import { useState } from 'react';
import { ConfirmModal } from '../../shared/forms/confirm-modal';
import { Empty } from '../../shared/parts/list-table';
import { DeployHint } from './deploy-hint';
import { EditIntegrationResponse } from './edit-integration-response';
import { isProxy } from './integration-draft';
import type { MethodPlace } from './method-place';

type Dialog = { readonly kind: 'create' } | { readonly kind: 'edit' | 'delete'; readonly response: IntegrationResponse };

/** C-05: which backend answers become which method responses. */
export function IntegrationResponses({ place, method }: { readonly place: MethodPlace; readonly method: Method }) {
  const [dialog, setDialog] = useState<Dialog | null>(null);
  const integration = method.methodIntegration;
  if (!integration) return <Alert type="info">Set up the integration request first.</Alert>;
  if (isProxy(integration.type))
    return (
      <Alert type="info">
        Not used: a proxy integration passes the backend's status, headers and body through. To map answers, choose the type HTTP.
      </Alert>
    );
  const responses = Object.values(integration.integrationResponses ?? {});
  const create = <Button onClick={() => setDialog({ kind: 'create' })}>Create response</Button>;
  const close = (): void => setDialog(null);
  return (
    <SpaceBetween size="m">
      {responses.length > 0 && responses.every(response => response.selectionPattern) && (
        <Alert type="warning">There is no default response. An answer that no pattern matches becomes a 500.</Alert>
      )}
      <Table
        variant="embedded"
        items={responses}
        trackBy="statusCode"
        ariaLabels={{ tableLabel: 'Integration responses' }}
        header={
          <Header variant="h3" actions={create}>
            Integration responses
          </Header>
        }
        empty={<Empty title="No responses" text="Without a default response the gateway cannot answer." action={create} />}
        columnDefinitions={[
          { id: 'status', header: 'Method response', cell: response => response.statusCode, isRowHeader: true },
          {
            id: 'pattern',
            header: 'Selected when',
            cell: response =>
              response.selectionPattern ? <span className="gh-mono">{response.selectionPattern}</span> : 'no other matches (default)',
          },
          { id: 'headers', header: 'Headers', cell: response => Object.keys(response.responseParameters ?? {}).length },
          {
            id: 'templates',
            header: 'Templates',
            cell: response => Object.keys(response.responseTemplates ?? {}).join(', ') || <Box color="text-body-secondary">none</Box>,
          },
          {
            id: 'actions',
            header: 'Actions',
            cell: response => (
              <SpaceBetween size="xs" direction="horizontal">
                <Button
                  variant="inline-link"
                  ariaLabel={`Edit response ${response.statusCode}`}
                  onClick={() => setDialog({ kind: 'edit', response })}
                >
                  Edit
                </Button>
                <Button
                  variant="inline-link"
                  ariaLabel={`Delete response ${response.statusCode}`}
                  onClick={() => setDialog({ kind: 'delete', response })}
                >
                  Delete
                </Button>
              </SpaceBetween>
            ),
          },
        ]}
      />
      <DeployHint />
      {dialog && dialog.kind !== 'delete' && (
        <EditIntegrationResponse
          place={place}
          method={method}
          statusCode={dialog.kind === 'edit' ? dialog.response.statusCode : null}
          onClose={close}
        />
      )}
      {dialog?.kind === 'delete' && (
        <ConfirmModal
          header={`Delete integration response ${dialog.response.statusCode}?`}
          submit="Delete response"
          done={`Integration response ${dialog.response.statusCode} was deleted`}
          calls={[prepare(V1.DeleteIntegrationResponse, { ...place, statusCode: dialog.response.statusCode })]}
          onClose={close}
        >
          {dialog.response.selectionPattern
            ? 'Answers that its pattern selects will fall to the default response.'
            : 'It is the default response: answers that no pattern selects will become a 500.'}
        </ConfirmModal>
      )}
    </SpaceBetween>
  );
}
