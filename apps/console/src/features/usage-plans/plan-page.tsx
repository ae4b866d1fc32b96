import Button from '@cloudscape-design/components/button';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Tabs from '@cloudscape-design/components/tabs';
import { V1, type Answer, type UsagePlan } from '@gatehouse/client-calls';
import { useState } from 'react';
import { useDesk } from '../../shared/calls/desk';
import { useAnswer } from '../../shared/calls/queries';
import { useDraft } from '../../shared/forms/use-draft';
import { WriteForm } from '../../shared/forms/write-form';
import { Loaded } from '../../shared/parts/loaded';
import { useAddressText } from '../../shared/place';
import { DeletePlan } from './delete-plan';
import { changePlan, draftOfPlan, PlanForm, quotaText, throttleText, type PlanDraft } from './plan-draft';
import { PlanFields } from './plan-fields';
import { PlanKeys } from './plan-keys';
import { PlanStages } from './plan-stages';
import { PlanUsage } from './plan-usage';

/** C-20: one usage plan. */
export function PlanPage({ usagePlanId }: { readonly usagePlanId: string }) {
  return <Loaded query={useAnswer(V1.GetUsagePlan, { usagePlanId })}>{answer => <Page key={usagePlanId} answer={answer} />}</Loaded>;
}

function Page({ answer }: { readonly answer: Answer<UsagePlan> }) {
  const plan = answer.value;
  const [tab, setTab] = useAddressText('tab');
  const [deleting, setDeleting] = useState(false);
  const tabs = [
    { id: 'stages', label: 'Stages', content: <PlanStages plan={plan} /> },
    { id: 'keys', label: 'API keys', content: <PlanKeys plan={plan} /> },
    { id: 'usage', label: 'Usage', content: <PlanUsage plan={plan} /> },
    { id: 'settings', label: 'Settings', content: <PlanSettings answer={answer} /> },
  ];
  return (
    <SpaceBetween size="l">
      <Header variant="h1" actions={<Button onClick={() => setDeleting(true)}>Delete usage plan</Button>} description={plan.description}>
        {plan.name}
      </Header>
      <Container>
        <KeyValuePairs
          columns={4}
          items={[
            { label: 'ID', value: <span className="gh-mono">{plan.id}</span> },
            { label: 'Throttle', value: throttleText(plan) },
            { label: 'Quota', value: quotaText(plan) },
            { label: 'Stages', value: plan.apiStages?.length ?? 0 },
          ]}
        />
      </Container>
      <Tabs
        variant="container"
        ariaLabel="Parts of the usage plan"
        activeTabId={tabs.some(({ id }) => id === tab) ? tab : 'stages'}
        onChange={({ detail }) => setTab(detail.activeTabId)}
        tabs={tabs}
      />
      {deleting && <DeletePlan plan={plan} onClose={() => setDeleting(false)} />}
    </SpaceBetween>
  );
}

function PlanSettings({ answer: { value: plan, etag } }: { readonly answer: Answer<UsagePlan> }) {
  const { calls } = useDesk();
  const draft = useDraft<PlanDraft, PlanDraft>(draftOfPlan(plan), PlanForm, etag);
  const reread = async () => {
    const now = await calls.call(V1.GetUsagePlan, { usagePlanId: plan.id });
    return { value: draftOfPlan(now.value), etag: now.etag };
  };
  return (
    <WriteForm
      draft={draft}
      submit="Save"
      calls={parsed => changePlan(plan.id, draft.base, parsed)}
      done={`Usage plan ${draft.value.name} was saved`}
      reread={reread}
    >
      <PlanFields draft={draft} />
    </WriteForm>
  );
}
