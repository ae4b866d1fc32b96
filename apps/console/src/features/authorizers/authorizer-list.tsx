import Button from '@cloudscape-design/components/button';
import Link from '@cloudscape-design/components/link';
import { V1, type Authorizer } from '@gatehouse/client-calls';
import { useState } from 'react';
import { useAll } from '../../shared/calls/queries';
import { FormModal } from '../../shared/forms/form-modal';
import { useDraft } from '../../shared/forms/use-draft';
import { WriteForm } from '../../shared/forms/write-form';
import type { Column } from '../../shared/parts/list-cut';
import { ListTable } from '../../shared/parts/list-table';
import { at, useGo } from '../../shared/place';
import { AuthorizerForm, creation, NEW_AUTHORIZER, type AuthorizerDraft } from './authorizer-draft';
import { AuthorizerFields, typeText } from './authorizer-fields';

const columnsOf = (restApiId: string): readonly Column<Authorizer>[] => [
  {
    id: 'name',
    header: 'Name',
    cell: each => <Link href={at('restapis', restApiId, 'authorizers', each.id)}>{each.name}</Link>,
    text: each => each.name,
    order: each => each.name,
    isRowHeader: true,
  },
  { id: 'type', header: 'Type', cell: each => typeText(each.type), text: each => typeText(each.type), order: each => each.type },
  {
    id: 'source',
    header: 'Identity',
    cell: each => <span className="gh-mono">{each.identitySource ?? '-'}</span>,
    text: each => each.identitySource ?? '',
  },
  {
    id: 'ttl',
    header: 'Decisions are kept',
    cell: each => (each.authorizerResultTtlInSeconds ? `${each.authorizerResultTtlInSeconds} s` : each.type === 'COGNITO_USER_POOLS' ? '-' : 'not'),
    order: each => each.authorizerResultTtlInSeconds ?? 0,
  },
  { id: 'id', header: 'ID', cell: each => <span className="gh-mono">{each.id}</span>, text: each => each.id },
];

/** C-14: the authorizers of an API. */
export function AuthorizerList({ restApiId }: { readonly restApiId: string }) {
  const [creating, setCreating] = useState(false);
  const create = (
    <Button variant="primary" onClick={() => setCreating(true)}>
      Create authorizer
    </Button>
  );
  return (
    <>
      <ListTable
        title="Authorizers"
        variant="full-page"
        query={useAll(V1.GetAuthorizers, { restApiId })}
        columns={columnsOf(restApiId)}
        rowId={each => each.id}
        searchLabel="Find by name, type or identity"
        actions={create}
        empty={{
          title: 'No authorizers yet',
          text: 'One finds out who calls; a method request chooses it, and the next deployment brings it to the stages.',
          action: create,
        }}
      />
      {creating && <CreateAuthorizer restApiId={restApiId} onClose={() => setCreating(false)} />}
    </>
  );
}

function CreateAuthorizer({ restApiId, onClose }: { readonly restApiId: string; readonly onClose: () => void }) {
  const go = useGo();
  const draft = useDraft<AuthorizerDraft, AuthorizerDraft>(NEW_AUTHORIZER, AuthorizerForm);
  return (
    <FormModal header="Create authorizer" size="large" dirty={draft.dirty} onClose={onClose}>
      <WriteForm
        draft={draft}
        submit="Create authorizer"
        canSaveUnchanged
        guard={false}
        onCancel={onClose}
        calls={parsed => creation(restApiId, parsed)}
        done={`Authorizer ${draft.value.name} was created`}
        onSaved={([answer]) => {
          onClose();
          go(at('restapis', restApiId, 'authorizers', (answer?.value as Authorizer).id));
        }}
      >
        <AuthorizerFields draft={draft} isNew />
      </WriteForm>
    </FormModal>
  );
}
