import Button from '@cloudscape-design/components/button';
import Header from '@cloudscape-design/components/header';
import Link from '@cloudscape-design/components/link';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Table from '@cloudscape-design/components/table';
import { prepare, V1, type BasePathMapping } from '@gatehouse/client-calls';
import { useState } from 'react';
import { useAll } from '../../shared/calls/queries';
import { ConfirmModal } from '../../shared/forms/confirm-modal';
import { Empty } from '../../shared/parts/list-table';
import { at } from '../../shared/place';
import { EditMapping } from './edit-mapping';
import type { DomainPlace } from './domain-place';

type Dialog = { readonly kind: 'add' } | { readonly kind: 'edit' | 'delete'; readonly mapping: BasePathMapping };

interface MappingTableProps {
  readonly place: DomainPlace;
  readonly mappings: readonly BasePathMapping[];
}

/** Where each base path of a domain leads. */
export function MappingTable({ place, mappings }: MappingTableProps) {
  const [dialog, setDialog] = useState<Dialog | null>(null);
  const close = (): void => setDialog(null);
  const apis = useAll(V1.GetRestApis, {});
  const nameOf = (restApiId: string): string => apis.data?.find(({ id }) => id === restApiId)?.name ?? restApiId;
  const add = <Button onClick={() => setDialog({ kind: 'add' })}>Add mapping</Button>;
  return (
    <>
      <Table
        items={mappings}
        trackBy="basePath"
        ariaLabels={{ tableLabel: 'Mappings' }}
        header={
          <Header variant="h2" counter={`(${mappings.length})`} actions={add} description="The longest base path wins, by whole segments.">
            Mappings
          </Header>
        }
        empty={<Empty title="No mappings" text="The domain leads nowhere until a base path is mapped to an API." action={add} />}
        columnDefinitions={[
          { id: 'path', header: 'Base path', cell: each => <span className="gh-mono">{each.basePath}</span>, isRowHeader: true },
          { id: 'api', header: 'API', cell: each => <Link href={at('restapis', each.restApiId, 'resources')}>{nameOf(each.restApiId)}</Link> },
          {
            id: 'stage',
            header: 'Stage',
            cell: each => (each.stage ? <Link href={at('restapis', each.restApiId, 'stages', each.stage)}>{each.stage}</Link> : 'the next segment'),
          },
          {
            id: 'change',
            header: 'Change',
            cell: mapping => (
              <SpaceBetween size="xs" direction="horizontal">
                <Button variant="inline-link" ariaLabel={`Edit ${mapping.basePath}`} onClick={() => setDialog({ kind: 'edit', mapping })}>
                  Edit
                </Button>
                <Button variant="inline-link" ariaLabel={`Delete ${mapping.basePath}`} onClick={() => setDialog({ kind: 'delete', mapping })}>
                  Delete
                </Button>
              </SpaceBetween>
            ),
          },
        ]}
      />
      {dialog?.kind === 'add' && <EditMapping place={place} mapping={null} onClose={close} />}
      {dialog?.kind === 'edit' && <EditMapping place={place} mapping={dialog.mapping} onClose={close} />}
      {dialog?.kind === 'delete' && (
        <ConfirmModal
          header={`Delete mapping ${dialog.mapping.basePath}?`}
          submit="Delete mapping"
          done={`Mapping ${dialog.mapping.basePath} of ${place.domainName} was deleted`}
          calls={[prepare(V1.DeleteBasePathMapping, { ...place, basePath: dialog.mapping.basePath })]}
          onClose={close}
        >
          Callers of {place.domainName} no longer reach {nameOf(dialog.mapping.restApiId)} by this path: they are answered 403 at once.
        </ConfirmModal>
      )}
    </>
  );
}
