import Button from '@cloudscape-design/components/button';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Table from '@cloudscape-design/components/table';
import { prepare, V1, type Method, type MethodResponse } from '@gatehouse/client-calls';
import { useState } from 'react';
import { ConfirmModal } from '../../shared/forms/confirm-modal';
import { Empty } from '../../shared/parts/list-table';
import { DeployHint } from './deploy-hint';
import { EditMethodResponse } from './edit-method-response';
import type { MethodPlace } from './method-place';

type Dialog = { readonly kind: 'create' } | { readonly kind: 'edit' | 'delete'; readonly response: MethodResponse };

/** C-05: the statuses and headers that a client may get. */
export function MethodResponses({ place, method }: { readonly place: MethodPlace; readonly method: Method }) {
  const [dialog, setDialog] = useState<Dialog | null>(null);
  const responses = Object.values(method.methodResponses ?? {});
  const isMapped = (status: string): boolean => status in (method.methodIntegration?.integrationResponses ?? {});
  const create = <Button onClick={() => setDialog({ kind: 'create' })}>Create response</Button>;
  const close = (): void => setDialog(null);
  return (
    <SpaceBetween size="m">
      <Table
        variant="embedded"
        items={responses}
        trackBy="statusCode"
        ariaLabels={{ tableLabel: 'Method responses' }}
        header={
          <Header variant="h3" actions={create}>
            Method responses
          </Header>
        }
        empty={
          <Empty
            title="No responses are declared"
            text="Integration responses answer with a status that is declared here."
            action={create}
          />
        }
        columnDefinitions={[
          { id: 'status', header: 'Status', cell: response => response.statusCode, isRowHeader: true },
          {
            id: 'headers',
            header: 'Headers',
            cell: response =>
              Object.keys(response.responseParameters ?? {})
                .map(key => key.replace('method.response.header.', ''))
                .join(', ') || 'none',
          },
          {
            id: 'models',
            header: 'Models',
            cell: response =>
              Object.entries(response.responseModels ?? {})
                .map(([type, model]) => `${type}: ${model}`)
                .join(', ') || 'none',
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
        <EditMethodResponse place={place} statusCode={dialog.kind === 'edit' ? dialog.response.statusCode : null} onClose={close} />
      )}
      {dialog?.kind === 'delete' && (
        <ConfirmModal
          header={`Delete method response ${dialog.response.statusCode}?`}
          submit="Delete response"
          done={`Method response ${dialog.response.statusCode} was deleted`}
          calls={[
            ...(isMapped(dialog.response.statusCode)
              ? [prepare(V1.DeleteIntegrationResponse, { ...place, statusCode: dialog.response.statusCode })]
              : []),
            prepare(V1.DeleteMethodResponse, { ...place, statusCode: dialog.response.statusCode }),
          ]}
          onClose={close}
        >
          {isMapped(dialog.response.statusCode)
            ? 'The integration response of this status uses it and is deleted with it.'
            : 'No integration response uses it.'}
        </ConfirmModal>
      )}
    </SpaceBetween>
  );
}
