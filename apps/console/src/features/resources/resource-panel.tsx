import Button from '@cloudscape-design/components/button';
import ButtonDropdown from '@cloudscape-design/components/button-dropdown';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs';
import Link from '@cloudscape-design/components/link';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Table from '@cloudscape-design/components/table';
import type { Resource } from '@gatehouse/client-calls';
import { useState } from 'react';
import { Empty } from '../../shared/parts/list-table';
import { at } from '../../shared/place';
import { CorsWizard } from './cors-wizard';
import { CreateMethod } from './create-method';
import { CreateResource } from './create-resource';
import { DeleteResource } from './delete-resource';
import { methodsOf } from './tree';

interface ResourcePanelProps {
  readonly restApiId: string;
  readonly resource: Resource;
  readonly resources: readonly Resource[];
}
type Dialog = 'resource' | 'method' | 'cors' | 'delete';

/** One resource: its methods, and what can be made of it. */
export function ResourcePanel({ restApiId, resource, resources }: ResourcePanelProps) {
  const [dialog, setDialog] = useState<Dialog | null>(null);
  const close = (): void => setDialog(null);
  const methods = methodsOf(resource);
  const createMethod = <Button onClick={() => setDialog('method')}>Create method</Button>;
  const props = { restApiId, resource, onClose: close };
  return (
    <SpaceBetween size="l">
      <Container
        header={
          <Header
            variant="h2"
            actions={
              <SpaceBetween size="xs" direction="horizontal">
                <Button onClick={() => setDialog('resource')}>Create resource</Button>
                <ButtonDropdown
                  ariaLabel="More actions for this resource"
                  onItemClick={({ detail }) => setDialog(detail.id as Dialog)}
                  items={[
                    { id: 'cors', text: 'Enable CORS', disabled: methods.length === 0, disabledReason: 'Create a method first.' },
                    {
                      id: 'delete',
                      text: 'Delete resource',
                      disabled: resource.path === '/',
                      disabledReason: 'The root resource belongs to the API.',
                    },
                  ]}
                >
                  Actions
                </ButtonDropdown>
              </SpaceBetween>
            }
          >
            {resource.path}
          </Header>
        }
      >
        <KeyValuePairs
          columns={3}
          items={[
            { label: 'Path', value: resource.path },
            { label: 'Resource ID', value: <span className="gh-mono">{resource.id}</span> },
            { label: 'CORS', value: methods.includes('OPTIONS') ? 'An OPTIONS method answers preflights' : 'Not enabled' },
          ]}
        />
      </Container>
      <Table
        items={methods.map(httpMethod => ({ httpMethod, method: resource.resourceMethods?.[httpMethod] }))}
        trackBy="httpMethod"
        ariaLabels={{ tableLabel: 'Methods' }}
        header={
          <Header variant="h2" counter={`(${methods.length})`} actions={createMethod}>
            Methods
          </Header>
        }
        empty={<Empty title="No methods yet" text="A path answers only to methods that are set up here." action={createMethod} />}
        columnDefinitions={[
          {
            id: 'method',
            header: 'Method',
            isRowHeader: true,
            cell: row => (
              <Link href={at('restapis', restApiId, 'resources', resource.id, 'methods', row.httpMethod)}>{row.httpMethod}</Link>
            ),
          },
          { id: 'integration', header: 'Integration', cell: row => row.method?.methodIntegration?.type ?? 'not set up' },
          { id: 'authorization', header: 'Authorization', cell: row => row.method?.authorizationType ?? '-' },
          { id: 'key', header: 'API key', cell: row => (row.method?.apiKeyRequired ? 'Required' : 'Not required') },
        ]}
      />
      {dialog === 'resource' && <CreateResource {...props} />}
      {dialog === 'method' && <CreateMethod {...props} />}
      {dialog === 'cors' && <CorsWizard {...props} />}
      {dialog === 'delete' && <DeleteResource {...props} resources={resources} />}
    </SpaceBetween>
  );
}
