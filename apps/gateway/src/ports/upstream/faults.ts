import { configurationFault, fault, GatewayFault } from '@gatehouse/data-exchange';

/** The address that a name turned out to mean may not be reached. */
export class RefusedAddress extends Error {}

/** Codes by which the platform reports that a backend's certificate is not to be trusted. */
const CERTIFICATE = /^(?:ERR_TLS_|CERT_|DEPTH_ZERO_|SELF_SIGNED_|UNABLE_TO_|HOSTNAME_MISMATCH|INVALID_CA|INVALID_PURPOSE|PATH_LENGTH_EXCEEDED)/;

/** AWS tells a timeout, a network error and a certificate that does not fit apart; what lies behind them only the operator learns. */
export function faultOf(error: unknown): GatewayFault {
  if (error instanceof GatewayFault) return error;
  if (error instanceof RefusedAddress) return configurationFault(`Invalid endpoint address (${error.message})`);
  const { code } = error as NodeJS.ErrnoException;
  if (code !== undefined && CERTIFICATE.test(code)) return configurationFault((error as Error).message);
  return fault('INTEGRATION_FAILURE', error);
}
