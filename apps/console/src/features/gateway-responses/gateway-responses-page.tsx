import Badge from '@cloudscape-design/components/badge';
import Button from '@cloudscape-design/components/button';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { prepare, V1, type GatewayResponse } from '@gatehouse/client-calls';
import { useState } from 'react';
import { useAll } from '../../shared/calls/queries';
import { ConfirmModal } from '../../shared/forms/confirm-modal';
import type { Column } from '../../shared/parts/list-cut';
import { ListTable } from '../../shared/parts/list-table';
import { EditResponse } from './edit-response';
import { corsCalls } from './response-draft';
import { WHEN } from './response-types';

type Type = GatewayResponse['responseType'];
type Dialog = { readonly kind: 'edit' | 'reset'; readonly type: Type } | { readonly kind: 'cors' };

/** C-15: what the gateway answers by itself, type by type. */
export function GatewayResponsesPage({ restApiId }: { readonly restApiId: string }) {
  const [dialog, setDialog] = useState<Dialog | null>(null);
  const close = (): void => setDialog(null);
  const responses = useAll(V1.GetGatewayResponses, { restApiId });
  const columns: readonly Column<GatewayResponse>[] = [
    {
      id: 'type',
      header: 'Type',
      cell: each => <span className="gh-mono">{each.responseType}</span>,
      text: each => each.responseType,
      order: each => each.responseType,
      isRowHeader: true,
    },
    { id: 'status', header: 'Status', cell: each => each.statusCode ?? '-', text: each => each.statusCode ?? '', order: each => each.statusCode ?? '' },
    {
      id: 'wording',
      header: 'Wording',
      cell: each => (each.defaultResponse ? 'default' : <Badge color="blue">custom</Badge>),
      text: each => (each.defaultResponse ? 'default' : 'custom'),
      order: each => (each.defaultResponse ? 1 : 0),
    },
    { id: 'when', header: 'Answered when', cell: each => WHEN[each.responseType], text: each => WHEN[each.responseType] },
    {
      id: 'change',
      header: 'Change',
      cell: each => (
        <SpaceBetween size="xs" direction="horizontal">
          <Button
            variant="inline-link"
            ariaLabel={`Edit ${each.responseType}`}
            onClick={() => setDialog({ kind: 'edit', type: each.responseType })}
          >
            Edit
          </Button>
          {!each.defaultResponse && (
            <Button
              variant="inline-link"
              ariaLabel={`Reset ${each.responseType}`}
              onClick={() => setDialog({ kind: 'reset', type: each.responseType })}
            >
              Reset
            </Button>
          )}
        </SpaceBetween>
      ),
    },
  ];
  const forBrowsers = corsCalls(restApiId, responses.data ?? []);
  return (
    <>
      <ListTable
        title="Gateway responses"
        variant="full-page"
        query={responses}
        columns={columns}
        rowId={each => each.responseType}
        searchLabel="Find by type, status or occasion"
        actions={
          <Button disabled={forBrowsers.length === 0} onClick={() => setDialog({ kind: 'cors' })}>
            Add CORS headers
          </Button>
        }
        empty={{ title: 'No gateway responses', text: 'An API always has all of them.' }}
      />
      {dialog?.kind === 'edit' && <EditResponse restApiId={restApiId} responseType={dialog.type} onClose={close} />}
      {dialog?.kind === 'reset' && (
        <ConfirmModal
          header={`Reset ${dialog.type}?`}
          submit="Reset to default"
          done={`Gateway response ${dialog.type} is the default again`}
          calls={[prepare(V1.DeleteGatewayResponse, { restApiId, responseType: dialog.type })]}
          onClose={close}
        >
          Its status, headers and templates are lost; the type answers in AWS&apos;s words again, after the next deployment.
        </ConfirmModal>
      )}
      {dialog?.kind === 'cors' && (
        <ConfirmModal
          header="Add CORS headers to 4xx and 5xx?"
          submit="Add CORS headers"
          done="Browsers may read the gateway's own answers"
          calls={forBrowsers}
          onClose={close}
        >
          The default 4xx and 5xx answers get Access-Control-Allow-Origin: *, so that a page of another origin can read why it was refused.
          Types with a wording of their own are left as they are.
        </ConfirmModal>
      )}
    </>
  );
}
