import { collect, fault, GatewayFault, TooManyBytes, type Exchange } from '@gatehouse/data-exchange';

/** AWS's payload limit, in both directions. */
const MAX_BODY_BYTES = 10 * 1024 * 1024;

/** Reads the whole request body into `x.requestBody`. Without a body it is there at once. */
export function readRequestBody(x: Exchange): void | Promise<void> {
  const { body } = x.inbound;
  if (x.requestBody !== null || body === null) return undefined;
  return collect(body, MAX_BODY_BYTES).then(bytes => { x.requestBody = bytes; }, (error: unknown) => { throw asFault(error, 'REQUEST_TOO_LARGE'); });
}

/** Reads the whole body of the backend's answer into `x.responseBody`. */
export function readResponseBody(x: Exchange): Promise<void> {
  const body = x.integrationResponse?.body ?? null;
  return collect(body, MAX_BODY_BYTES).then(bytes => { x.responseBody = bytes; }, (error: unknown) => { throw asFault(error, 'INTEGRATION_FAILURE'); });
}

function asFault(error: unknown, tooLarge: 'REQUEST_TOO_LARGE' | 'INTEGRATION_FAILURE'): unknown {
  if (error instanceof GatewayFault) return error;
  return error instanceof TooManyBytes ? fault(tooLarge, error) : fault('INTEGRATION_FAILURE', error);
}
