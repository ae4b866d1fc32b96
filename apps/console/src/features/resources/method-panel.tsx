import Button from '@cloudscape-design/components/button';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Tabs from '@cloudscape-design/components/tabs';
import { prepare, V1, type Answer, type Method, type Resource } from '@gatehouse/client-calls';
import { useState } from 'react';
import { useAnswer } from '../../shared/calls/queries';
import { ConfirmModal } from '../../shared/forms/confirm-modal';
import { Loaded } from '../../shared/parts/loaded';
import { at, useAddressText, useGo } from '../../shared/place';
import { IntegrationRequest } from './integration-request';
import { IntegrationResponses } from './integration-responses';
import { MethodDiagram, type BoxId } from './method-diagram';
import { MethodRequest } from './method-request';
import { MethodResponses } from './method-responses';
import { TestMethod, useMethodTest } from './test-method';

interface MethodPanelProps {
  readonly restApiId: string;
  readonly resource: Resource;
  readonly httpMethod: string;
}

/** One method: the diagram of its execution, and below it the editor of the chosen box, or a test of the whole. */
export function MethodPanel({ restApiId, resource, httpMethod }: MethodPanelProps) {
  const method = useAnswer(V1.GetMethod, { restApiId, resourceId: resource.id, httpMethod });
  return (
    <Loaded query={method}>{answer => <Panel restApiId={restApiId} resource={resource} httpMethod={httpMethod} answer={answer} />}</Loaded>
  );
}

const TABS: ReadonlyArray<readonly [BoxId, string]> = [
  ['method-request', 'Method request'],
  ['integration-request', 'Integration request'],
  ['integration-responses', 'Integration responses'],
  ['method-responses', 'Method responses'],
];

function Panel({ restApiId, resource, httpMethod, answer }: MethodPanelProps & { readonly answer: Answer<Method> }) {
  const go = useGo();
  const [box, setBox] = useAddressText('box');
  const [deleting, setDeleting] = useState(false);
  const isTesting = box === 'test';
  const chosen = TABS.find(([id]) => id === box)?.[0] ?? 'method-request';
  const place = { restApiId, resourceId: resource.id, httpMethod };
  const props = { place, method: answer.value };
  const test = useMethodTest(place, answer.value, resource);
  return (
    <SpaceBetween size="l">
      <Container
        header={
          <Header
            variant="h2"
            actions={
              <SpaceBetween size="xs" direction="horizontal">
                <Button disabled={isTesting} onClick={() => setBox('test')}>
                  Test
                </Button>
                <Button onClick={() => setDeleting(true)}>Delete method</Button>
              </SpaceBetween>
            }
          >
            <span className="gh-method gh-method-large" data-method={httpMethod}>
              {httpMethod}
            </span>{' '}
            {resource.path}
          </Header>
        }
      >
        <MethodDiagram method={answer.value} chosen={isTesting ? null : chosen} onChoose={setBox} />
      </Container>
      {isTesting ? (
        <Container
          header={
            <Header variant="h2" actions={<Button onClick={() => setBox('')}>Back to the method</Button>}>
              Test
            </Header>
          }
        >
          <TestMethod place={place} test={test} />
        </Container>
      ) : (
        <Tabs
          activeTabId={chosen}
          ariaLabel="Parts of the method"
          onChange={({ detail }) => setBox(detail.activeTabId)}
          variant="container"
          tabs={TABS.map(([id, label]) => ({
            id,
            label,
            content:
              id === 'method-request' ? (
                <MethodRequest {...props} etag={answer.etag} />
              ) : id === 'integration-request' ? (
                <IntegrationRequest {...props} resource={resource} />
              ) : id === 'integration-responses' ? (
                <IntegrationResponses {...props} />
              ) : (
                <MethodResponses {...props} />
              ),
          }))}
        />
      )}
      {deleting && (
        <ConfirmModal
          header={`Delete ${httpMethod} ${resource.path}?`}
          submit="Delete method"
          done={`Method ${httpMethod} ${resource.path} was deleted`}
          calls={[prepare(V1.DeleteMethod, place)]}
          onClose={() => setDeleting(false)}
          onDone={() => go(at('restapis', restApiId, 'resources', resource.id))}
        >
          Its integration and responses go with it. Stages keep serving it until the next deployment; then callers get 403 Missing
          Authentication Token.
        </ConfirmModal>
      )}
    </SpaceBetween>
  );
}
