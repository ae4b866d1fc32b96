import Box from '@cloudscape-design/components/box';
import { V1, type BasePathMapping, type DomainName } from '@gatehouse/client-calls';
import { useDesk } from '../../shared/calls/desk';
import { useAnswer } from '../../shared/calls/queries';
import { sampleCall } from '../../shared/parts/invoke-url';
import { Copyable } from '../../shared/parts/invoke-panel';
import { callCommand } from './domain-place';

interface CallItProps {
  readonly domain: DomainName;
  readonly mapping: BasePathMapping;
}

/** A command that calls the domain at a gateway, before DNS knows of it. */
export function CallIt({ domain, mapping }: CallItProps) {
  const { info } = useDesk();
  const { restApiId, stage = '' } = mapping;
  const stages = useAnswer(V1.GetStage, { restApiId, stageName: stage }, { enabled: stage !== '' });
  const deploymentId = stages.data?.value.deploymentId ?? '';
  const deployment = useAnswer(V1.GetDeployment, { restApiId, deploymentId, embed: ['apisummary'] }, { enabled: deploymentId !== '' });
  if (domain.endpointConfiguration?.types?.includes('PRIVATE'))
    return <Box color="text-body-secondary">Only private listeners with an access association serve it.</Box>;
  const path = deployment.data ? sampleCall(deployment.data.value.apiSummary).path : '/';
  return <Copyable text={callCommand(info.gateway.url, domain.domainName, mapping, path)} label="the curl command" />;
}
