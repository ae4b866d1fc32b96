import Button from '@cloudscape-design/components/button';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { ReactNode } from 'react';
import { KeyList } from '../features/api-keys/key-list';
import { KeyPage } from '../features/api-keys/key-page';
import { AuthorizerList } from '../features/authorizers/authorizer-list';
import { AuthorizerPage } from '../features/authorizers/authorizer-page';
import { CertificateList } from '../features/client-certificates/certificate-list';
import { CertificatePage } from '../features/client-certificates/certificate-page';
import { DashboardPage } from '../features/dashboard/dashboard-page';
import { DeployButton } from '../features/deployments/deploy-button';
import { DeploymentHistory } from '../features/deployments/deployment-history';
import { DocumentationPage } from '../features/documentation/documentation-page';
import { DomainList } from '../features/domain-names/domain-list';
import { DomainPage } from '../features/domain-names/domain-page';
import { GatewayResponsesPage } from '../features/gateway-responses/gateway-responses-page';
import { ModelList } from '../features/models/model-list';
import { ModelPage } from '../features/models/model-page';
import { ResourcesPage } from '../features/resources/resources-page';
import { ApiList } from '../features/rest-apis/api-list';
import { ApiSettings } from '../features/rest-apis/api-settings';
import { CreateApi } from '../features/rest-apis/create-api';
import { ImportIntoApi } from '../features/rest-apis/import-into-api';
import { ImportWarnings } from '../features/rest-apis/import-warnings';
import { StagePage } from '../features/stages/stage-page';
import { StagesPage } from '../features/stages/stages-page';
import { PlanList } from '../features/usage-plans/plan-list';
import { PlanPage } from '../features/usage-plans/plan-page';
import { LinkList } from '../features/vpc-links/link-list';
import { at } from '../shared/place';

type Params = Readonly<Record<string, string>>;

/** One page for the tree, whatever is chosen in it: `resources/{resourceId}/methods/{httpMethod}`, so that folds and scroll stay. */
function resources({ restApiId = '', _splat = '' }: Params): ReactNode {
  const [resourceId, , httpMethod] = _splat.split('/');
  return (
    <ResourcesPage
      restApiId={restApiId}
      resourceId={resourceId || undefined}
      httpMethod={httpMethod || undefined}
      deploy={
        <SpaceBetween size="xs" direction="horizontal">
          <Button href={at('restapis', restApiId, 'import')}>Import</Button>
          <DeployButton restApiId={restApiId} />
        </SpaceBetween>
      }
      notice={<ImportWarnings restApiId={restApiId} />}
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
  '/restapis/$restApiId/authorizers': ({ restApiId = '' }) => <AuthorizerList restApiId={restApiId} />,
  '/restapis/$restApiId/authorizers/$authorizerId': ({ restApiId = '', authorizerId = '' }) => (
    <AuthorizerPage restApiId={restApiId} authorizerId={authorizerId} />
  ),
  '/restapis/$restApiId/models': ({ restApiId = '' }) => <ModelList restApiId={restApiId} />,
  '/restapis/$restApiId/models/$modelName': ({ restApiId = '', modelName = '' }) => (
    <ModelPage restApiId={restApiId} modelName={modelName} />
  ),
  '/restapis/$restApiId/gatewayresponses': ({ restApiId = '' }) => <GatewayResponsesPage restApiId={restApiId} />,
  '/restapis/$restApiId/documentation': ({ restApiId = '' }) => <DocumentationPage restApiId={restApiId} />,
  '/restapis/$restApiId/dashboard': ({ restApiId = '' }) => <DashboardPage restApiId={restApiId} />,
  '/restapis/$restApiId/import': ({ restApiId = '' }) => <ImportIntoApi restApiId={restApiId} />,
  '/restapis/$restApiId/settings': ({ restApiId = '' }) => <ApiSettings restApiId={restApiId} />,
  '/apikeys': () => <KeyList />,
  '/apikeys/$apiKeyId': ({ apiKeyId = '' }) => <KeyPage apiKeyId={apiKeyId} />,
  '/usageplans': () => <PlanList />,
  '/usageplans/$usagePlanId': ({ usagePlanId = '' }) => <PlanPage usagePlanId={usagePlanId} />,
  '/domainnames': () => <DomainList />,
  '/domainnames/$domainName': ({ domainName = '' }) => <DomainPage domainName={domainName} />,
  '/vpclinks': () => <LinkList />,
  '/clientcertificates': () => <CertificateList />,
  '/clientcertificates/$clientCertificateId': ({ clientCertificateId = '' }) => (
    <CertificatePage clientCertificateId={clientCertificateId} />
  ),
};
