import Alert from '@cloudscape-design/components/alert';
import Box from '@cloudscape-design/components/box';
import FormField from '@cloudscape-design/components/form-field';
import SpaceBetween from '@cloudscape-design/components/space-between';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import { V1, type Stage } from '@gatehouse/client-calls';
import { useAll, useAnswer } from '../../shared/calls/queries';
import { moment } from '../../shared/parts/dates';
import { changesOf, unserved, type Changes } from './changes';

interface DeployPreviewProps {
  readonly restApiId: string;
  readonly stage: Stage | null;
}
const SHOWN = 10;

/** What the deployment would add and take away at a stage, and what would stop it. */
export function DeployPreview({ restApiId, stage }: DeployPreviewProps) {
  const resources = useAll(V1.GetResources, { restApiId, embed: ['methods'] });
  const live = useAnswer(
    V1.GetDeployment,
    { restApiId, deploymentId: stage?.deploymentId ?? '', embed: ['apisummary'] },
    { enabled: stage !== null },
  );
  if (!resources.data) return null;
  const missing = unserved(resources.data),
    methods = resources.data.reduce((sum, resource) => sum + Object.keys(resource.resourceMethods ?? {}).length, 0);
  const summary = live.data?.value.apiSummary;
  return (
    <SpaceBetween size="s">
      {methods === 0 && <Alert type="warning">The API has no method yet; there is nothing to serve.</Alert>}
      {missing.length > 0 && (
        <Alert type="error" header="Not ready to deploy">
          {missing.slice(0, SHOWN).join(', ')}
          {missing.length > SHOWN ? ` and ${missing.length - SHOWN} more` : ''}: set up an integration first, or delete the method.
        </Alert>
      )}
      {stage && live.data && (
        <Box color="text-body-secondary">
          Now served: deployment <span className="gh-mono">{stage.deploymentId}</span> of {moment(live.data.value.createdDate)}
          {live.data.value.description ? `, "${live.data.value.description}"` : ''}.
        </Box>
      )}
      {summary && <Differences {...changesOf(resources.data, summary)} />}
    </SpaceBetween>
  );
}

function Differences({ added, removed, changed }: Changes) {
  if (added.length + removed.length + changed.length === 0)
    return <Box>No method is added or removed. Changed integrations, mappings and responses go live with the deployment.</Box>;
  const list = (type: 'success' | 'warning' | 'info', word: string, names: readonly string[]) =>
    names.length > 0 && (
      <StatusIndicator key={word} type={type} wrapText>
        {word}: {names.slice(0, SHOWN).join(', ')}
        {names.length > SHOWN ? ` and ${names.length - SHOWN} more` : ''}
      </StatusIndicator>
    );
  return (
    <FormField label="Changes for callers" stretch>
      <SpaceBetween size="xxs">
        {list('success', 'Added', added)}
        {list('warning', 'Removed', removed)}
        {list('info', 'Access changed', changed)}
      </SpaceBetween>
    </FormField>
  );
}
