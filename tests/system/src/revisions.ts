import type { APIGatewayClient, ServiceOutputTypes } from '@aws-sdk/client-api-gateway';
import type { OwnRest, Propagation } from './own-rest.js';

const seen = new WeakMap<object, number>();
const watched = new WeakSet<APIGatewayClient>();

/** Notes the `x-gatehouse-revision` of every answer of this client. */
function watch(aws: APIGatewayClient): void {
  if (watched.has(aws)) return;
  watched.add(aws);
  aws.middlewareStack.add(next => async args => {
    const result = await next(args);
    const { headers = {} } = result.response as { headers?: Readonly<Record<string, string>> };
    const revision = headers['x-gatehouse-revision'];
    if (revision !== undefined) seen.set(result.output, Number(revision));
    return result;
  }, { step: 'initialize', name: 'noteRevision', override: true });
}

/** Makes a change and answers the revision that carries it; null when no gateway had to hear of it. */
export async function changed(aws: APIGatewayClient, change: (aws: APIGatewayClient) => Promise<ServiceOutputTypes>): Promise<number | null> {
  watch(aws);
  return seen.get(await change(aws)) ?? null;
}

/** Makes a change and waits until every live gateway serves it. Throws when they do not, or when there was nothing to serve. */
export async function changedEverywhere(aws: APIGatewayClient, rest: OwnRest, change: (aws: APIGatewayClient) => Promise<ServiceOutputTypes>): Promise<Propagation> {
  const revision = await changed(aws, change);
  if (revision === null) throw new Error('the change made no revision');
  const propagation = await rest.revision(revision);
  if (propagation.state !== 'active') throw new Error(`the change is not served everywhere: ${JSON.stringify(propagation)}`);
  return propagation;
}
