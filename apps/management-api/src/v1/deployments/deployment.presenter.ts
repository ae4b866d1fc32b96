import { type Deployment, type MethodSnapshot } from '@gatehouse/contract-wire';
import { type DeploymentRow, type RestApiSource } from '@gatehouse/control-store';

/** Row -> AWS's Deployment; the summary only when the caller embeds it. */
export const presentDeployment = ({ id, description, createdAt }: Pick<DeploymentRow, 'id' | 'description' | 'createdAt'>, source: RestApiSource | null = null): Deployment =>
  ({ id, description: description ?? undefined, createdDate: createdAt, apiSummary: source ? summarise(source) : undefined });

/** Path -> method -> what it asks of callers, as it was deployed. */
function summarise({ resources }: RestApiSource): Record<string, Record<string, MethodSnapshot>> {
  const withMethods = resources.filter(resource => resource.methods.length > 0);
  return Object.fromEntries(withMethods.map(({ path, methods }) => [
    path,
    Object.fromEntries(methods.map(({ httpMethod, fields: { authorizationType, apiKeyRequired } }) => [httpMethod, { authorizationType, apiKeyRequired }])),
  ]));
}
