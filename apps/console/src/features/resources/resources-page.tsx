import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { V1, type Resource } from '@gatehouse/client-calls';
import type { ReactNode } from 'react';
import { useAll } from '../../shared/calls/queries';
import { FaultAlert } from '../../shared/parts/fault-alert';
import { Loaded } from '../../shared/parts/loaded';
import { at, useGo } from '../../shared/place';
import { MethodPanel } from './method-panel';
import { ResourcePanel } from './resource-panel';
import { ResourceTree, selectedKey } from './resource-tree';
import { gone } from './gone';

interface ResourcesPageProps {
  readonly restApiId: string;
  readonly resourceId?: string | undefined;
  readonly httpMethod?: string | undefined;
  /** The way to deploy; another feature's, put in by the app. */
  readonly deploy: ReactNode;
  /** What an import has to say, put in likewise. */
  readonly notice: ReactNode;
}

/** C-02: the tree of paths beside the resource or method that the address names. */
export function ResourcesPage(props: ResourcesPageProps) {
  const resources = useAll(V1.GetResources, { restApiId: props.restApiId, embed: ['methods'] });
  return (
    <SpaceBetween size="l">
      <Header variant="h1" actions={props.deploy}>
        Resources
      </Header>
      {props.notice}
      <Loaded query={resources}>{found => <Split {...props} resources={found} />}</Loaded>
    </SpaceBetween>
  );
}

function Split({ restApiId, resourceId, httpMethod, resources }: ResourcesPageProps & { readonly resources: readonly Resource[] }) {
  const go = useGo();
  const resource = resourceId === undefined ? resources.find(({ path }) => path === '/') : resources.find(({ id }) => id === resourceId);
  const keepFilter = (href: string): string => {
    const filter = new URLSearchParams(window.location.search).get('path');
    return filter ? `${href}?${new URLSearchParams({ path: filter })}` : href;
  };
  return (
    <div className="gh-split">
      <Container>
        <ResourceTree
          resources={resources}
          selected={selectedKey(resource?.id, httpMethod)}
          onOpen={row =>
            go(
              keepFilter(
                row.httpMethod
                  ? at('restapis', restApiId, 'resources', row.resource.id, 'methods', row.httpMethod)
                  : at('restapis', restApiId, 'resources', row.resource.id),
              ),
            )
          }
        />
      </Container>
      {!resource ? (
        <FaultAlert fault={gone(`There is no resource ${resourceId ?? '/'} in this API.`)} />
      ) : httpMethod === undefined ? (
        <ResourcePanel key={resource.id} restApiId={restApiId} resource={resource} resources={resources} />
      ) : (
        <MethodPanel key={`${resource.id} ${httpMethod}`} restApiId={restApiId} resource={resource} httpMethod={httpMethod} />
      )}
    </div>
  );
}
