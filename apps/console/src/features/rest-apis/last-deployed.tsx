import Box from '@cloudscape-design/components/box';
import { V1 } from '@gatehouse/client-calls';
import { useAll } from '../../shared/calls/queries';
import { moment } from '../../shared/parts/dates';

/** When an API was last deployed; asked for the rows on the screen only. */
export function LastDeployed({ restApiId }: { readonly restApiId: string }) {
  const deployments = useAll(V1.GetDeployments, { restApiId });
  if (deployments.error)
    return (
      <Box variant="span" color="text-status-error">
        not known
      </Box>
    );
  if (!deployments.data)
    return (
      <Box variant="span" color="text-body-secondary">
        …
      </Box>
    );
  const last = deployments.data.reduce<Date | undefined>(
    (latest, { createdDate }) => (!latest || createdDate > latest ? createdDate : latest),
    undefined,
  );
  return last ? (
    <>{moment(last)}</>
  ) : (
    <Box variant="span" color="text-body-secondary">
      never
    </Box>
  );
}
