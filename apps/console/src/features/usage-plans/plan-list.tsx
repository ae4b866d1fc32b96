import Button from '@cloudscape-design/components/button';
import Link from '@cloudscape-design/components/link';
import { V1, type UsagePlan } from '@gatehouse/client-calls';
import { useState } from 'react';
import { useAll } from '../../shared/calls/queries';
import { FormModal } from '../../shared/forms/form-modal';
import { useDraft } from '../../shared/forms/use-draft';
import { WriteForm } from '../../shared/forms/write-form';
import type { Column } from '../../shared/parts/list-cut';
import { ListTable } from '../../shared/parts/list-table';
import { at, useGo } from '../../shared/place';
import { creation, NEW_PLAN, PlanForm, quotaText, throttleText, type PlanDraft } from './plan-draft';
import { PlanFields } from './plan-fields';

const COLUMNS: readonly Column<UsagePlan>[] = [
  {
    id: 'name',
    header: 'Name',
    cell: plan => <Link href={at('usageplans', plan.id)}>{plan.name}</Link>,
    text: plan => plan.name,
    order: plan => plan.name,
    isRowHeader: true,
  },
  { id: 'id', header: 'ID', cell: plan => <span className="gh-mono">{plan.id}</span>, text: plan => plan.id, order: plan => plan.id },
  { id: 'throttle', header: 'Throttle', cell: throttleText, order: plan => plan.throttle?.rateLimit ?? Infinity },
  { id: 'quota', header: 'Quota', cell: quotaText, order: plan => plan.quota?.limit ?? Infinity },
  {
    id: 'stages',
    header: 'Stages',
    cell: plan => plan.apiStages?.length ?? 0,
    text: plan => (plan.apiStages ?? []).map(({ apiId, stage }) => `${apiId}:${stage}`).join(' '),
    order: plan => plan.apiStages?.length ?? 0,
  },
  { id: 'description', header: 'Description', cell: plan => plan.description || '-', text: plan => plan.description ?? '' },
];

/** C-20: all usage plans of the account. */
export function PlanList() {
  const [creating, setCreating] = useState(false);
  const create = (
    <Button variant="primary" onClick={() => setCreating(true)}>
      Create usage plan
    </Button>
  );
  return (
    <>
      <ListTable
        title="Usage plans"
        variant="full-page"
        query={useAll(V1.GetUsagePlans, {})}
        columns={COLUMNS}
        rowId={plan => plan.id}
        searchLabel="Find by name, id or stage"
        actions={create}
        empty={{ title: 'No usage plans yet', text: 'A plan says which stages its keys open, how fast and how often.', action: create }}
      />
      {creating && <CreatePlan onClose={() => setCreating(false)} />}
    </>
  );
}

function CreatePlan({ onClose }: { readonly onClose: () => void }) {
  const go = useGo();
  const draft = useDraft<PlanDraft, PlanDraft>(NEW_PLAN, PlanForm);
  return (
    <FormModal header="Create usage plan" size="large" dirty={draft.dirty} onClose={onClose}>
      <WriteForm
        draft={draft}
        submit="Create usage plan"
        canSaveUnchanged
        guard={false}
        onCancel={onClose}
        calls={creation}
        done={`Usage plan ${draft.value.name} was created`}
        onSaved={([answer]) => {
          onClose();
          go(at('usageplans', (answer?.value as UsagePlan).id));
        }}
      >
        <PlanFields draft={draft} autoFocus />
      </WriteForm>
    </FormModal>
  );
}
