import Button from '@cloudscape-design/components/button';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Tabs from '@cloudscape-design/components/tabs';
import { V1, type Answer, type Stage } from '@gatehouse/client-calls';
import { useState, type ReactNode } from 'react';
import { useAnswer } from '../../shared/calls/queries';
import { InvokePanel } from '../../shared/parts/invoke-panel';
import { Loaded } from '../../shared/parts/loaded';
import { at, useAddressText } from '../../shared/place';
import { AccessLog } from './access-log';
import { DeleteStage } from './delete-stage';
import { ExportStage } from './export-stage';
import { GenerateSdk } from './generate-sdk';
import { MethodOverrides } from './method-overrides';
import { StageDetails } from './stage-details';
import type { StagePlace } from './stage-place';
import { StageThrottle } from './stage-throttle';
import { StageVariables } from './stage-variables';

interface StagePageProps extends StagePlace {
  readonly deploy: ReactNode;
  readonly history: (activeId: string) => ReactNode;
}

/** C-08 to C-12: one stage. */
export function StagePage({ restApiId, stageName, deploy, history }: StagePageProps) {
  const stage = useAnswer(V1.GetStage, { restApiId, stageName });
  return (
    <Loaded query={stage}>
      {answer => <Page key={stageName} place={{ restApiId, stageName }} answer={answer} deploy={deploy} history={history} />}
    </Loaded>
  );
}

interface PageProps {
  readonly place: StagePlace;
  readonly answer: Answer<Stage>;
  readonly deploy: ReactNode;
  readonly history: (activeId: string) => ReactNode;
}

function Page({ place, answer, deploy, history }: PageProps) {
  const [tab, setTab] = useAddressText('tab');
  const [deleting, setDeleting] = useState(false);
  const props = { place, answer };
  const tabs = [
    { id: 'details', label: 'Details', content: <StageDetails {...props} /> },
    { id: 'throttling', label: 'Throttling', content: <StageThrottle {...props} /> },
    { id: 'overrides', label: 'Method overrides', content: <MethodOverrides {...props} /> },
    { id: 'variables', label: 'Variables', content: <StageVariables {...props} /> },
    { id: 'logs', label: 'Access log', content: <AccessLog {...props} /> },
    { id: 'export', label: 'Export', content: <ExportStage place={place} /> },
    { id: 'sdk', label: 'SDK', content: <GenerateSdk place={place} /> },
    { id: 'history', label: 'Deployment history', content: history(answer.value.deploymentId) },
  ];
  return (
    <SpaceBetween size="l">
      <Header
        variant="h1"
        actions={
          <SpaceBetween size="xs" direction="horizontal">
            <Button href={`${at('restapis', place.restApiId, 'dashboard')}?${new URLSearchParams({ stage: place.stageName })}`}>
              View dashboard
            </Button>
            <Button onClick={() => setDeleting(true)}>Delete stage</Button>
            {deploy}
          </SpaceBetween>
        }
      >
        {place.stageName}
      </Header>
      <Container header={<Header variant="h2">Call it</Header>}>
        <InvokePanel {...place} deploymentId={answer.value.deploymentId} />
      </Container>
      <Tabs
        variant="container"
        ariaLabel="Parts of the stage"
        activeTabId={tabs.some(({ id }) => id === tab) ? tab : 'details'}
        onChange={({ detail }) => setTab(detail.activeTabId)}
        tabs={tabs}
      />
      {deleting && <DeleteStage place={place} onClose={() => setDeleting(false)} />}
    </SpaceBetween>
  );
}
