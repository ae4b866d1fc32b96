import Button from '@cloudscape-design/components/button';
import Link from '@cloudscape-design/components/link';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { V1, type Model } from '@gatehouse/client-calls';
import { useState } from 'react';
import { useAll } from '../../shared/calls/queries';
import { FormModal } from '../../shared/forms/form-modal';
import { useDraft } from '../../shared/forms/use-draft';
import { WriteForm } from '../../shared/forms/write-form';
import type { Column } from '../../shared/parts/list-cut';
import { ListTable } from '../../shared/parts/list-table';
import { at, useGo } from '../../shared/place';
import { creation, ModelForm, NEW_MODEL, type ModelDraft } from './model-draft';
import { ModelFields } from './model-fields';
import { ValidatorList } from './validator-list';

const columnsOf = (restApiId: string): readonly Column<Model>[] => [
  {
    id: 'name',
    header: 'Name',
    cell: model => <Link href={at('restapis', restApiId, 'models', model.name)}>{model.name}</Link>,
    text: model => model.name,
    order: model => model.name,
    isRowHeader: true,
  },
  { id: 'type', header: 'Content type', cell: model => model.contentType, text: model => model.contentType, order: model => model.contentType },
  { id: 'description', header: 'Description', cell: model => model.description || '-', text: model => model.description ?? '' },
];

/** C-16: the models of an API, and what of a request is checked. */
export function ModelList({ restApiId }: { readonly restApiId: string }) {
  const [creating, setCreating] = useState(false);
  const create = (
    <Button variant="primary" onClick={() => setCreating(true)}>
      Create model
    </Button>
  );
  return (
    <SpaceBetween size="xl">
      <ListTable
        title="Models"
        variant="full-page"
        query={useAll(V1.GetModels, { restApiId })}
        columns={columnsOf(restApiId)}
        rowId={model => model.name}
        searchLabel="Find by name, type or description"
        actions={create}
        empty={{ title: 'No models yet', text: 'A model says what a body looks like; a request validator checks it.', action: create }}
      />
      <ValidatorList restApiId={restApiId} />
      {creating && <CreateModel restApiId={restApiId} onClose={() => setCreating(false)} />}
    </SpaceBetween>
  );
}

function CreateModel({ restApiId, onClose }: { readonly restApiId: string; readonly onClose: () => void }) {
  const go = useGo();
  const draft = useDraft<ModelDraft, ModelDraft>(NEW_MODEL, ModelForm);
  return (
    <FormModal header="Create model" size="large" dirty={draft.dirty} onClose={onClose}>
      <WriteForm
        draft={draft}
        submit="Create model"
        canSaveUnchanged
        guard={false}
        onCancel={onClose}
        calls={parsed => creation(restApiId, parsed)}
        done={`Model ${draft.value.name} was created`}
        onSaved={() => {
          onClose();
          go(at('restapis', restApiId, 'models', draft.value.name));
        }}
      >
        <ModelFields draft={draft} isNew />
      </WriteForm>
    </FormModal>
  );
}
