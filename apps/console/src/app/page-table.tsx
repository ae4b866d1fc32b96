import type { ReactNode } from 'react';
import { KeyList } from '../features/api-keys/key-list';
import { KeyPage } from '../features/api-keys/key-page';
import { DashboardPage } from '../features/dashboard/dashboard-page';
import { DeployButton } from '../features/deployments/deploy-button';
import { DeploymentHistory } from '../features/deployments/deployment-history';
import { ResourcesPage } from '../features/resources/resources-page';
import { ApiList } from '../features/rest-apis/api-list';
import { ApiSettings } from '../features/rest-apis/api-settings';
import { CreateApi } from '../features/rest-apis/create-api';
import { StagePage } from '../features/stages/stage-page';
import { StagesPage } from '../features/stages/stages-page';
import { PlanList } from '../features/usage-plans/plan-list';
import { PlanPage } from '../features/usage-plans/plan-page';

type Params = Readonly<Record<string, string>>;

/** One page for the tree, whatever is chosen in it: `resources/{resourceId}/methods/{httpMethod}`, so that folds and scroll stay. */
function resources({ restApiId = '', _splat = '' }: Params): ReactNode {
  const [resourceId, , httpMethod] = _splat.split('/');
  return (
    <ResourcesPage
      restApiId={restApiId}
      resourceId={resourceId || undefined}
      httpMethod={httpMethod || undefined}
      deploy={<DeployButton restApiId={restApiId} />}
    />
  );
}

/** Address -> page. Features never know each other; here they are put together. */
export const PAGES: Readonly<Record<string, (params: Params) => ReactNode>> = {
  '/restapis': () => <ApiList />,
  '/restapis/create': () => <CreateApi />,
  '/restapis/$restApiId': resources,
  '/restapis/$restApiId/resources/$': resources,
  '/restapis/$restApiId/stages': ({ restApiId = '' }) => (
    <StagesPage restApiId={restApiId} deploy={<DeployButton restApiId={restApiId} />} />
  ),
  '/restapis/$restApiId/stages/$stageName': ({ restApiId = '', stageName = '' }) => (
    <StagePage
      restApiId={restApiId}
      stageName={stageName}
      deploy={<DeployButton restApiId={restApiId} stageName={stageName} />}
      history={activeId => <DeploymentHistory restApiId={restApiId} stageName={stageName} activeId={activeId} />}
    />
  ),
  '/restapis/$restApiId/dashboard': ({ restApiId = '' }) => <DashboardPage restApiId={restApiId} />,
  '/restapis/$restApiId/settings': ({ restApiId = '' }) => <ApiSettings restApiId={restApiId} />,
  '/apikeys': () => <KeyList />,
  '/apikeys/$apiKeyId': ({ apiKeyId = '' }) => <KeyPage apiKeyId={apiKeyId} />,
  '/usageplans': () => <PlanList />,
  '/usageplans/$usagePlanId': ({ usagePlanId = '' }) => <PlanPage usagePlanId={usagePlanId} />,
};
