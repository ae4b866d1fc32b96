import { ServiceFault } from '@gatehouse/contract-wire';

/** PostgreSQL's codes for two writers who met: unique and exclusion violations, serialization, deadlock, lock timeout, a parent that has just gone. */
const COLLISIONS: ReadonlySet<string> = new Set(['23505', '23P01', '23503', '40001', '40P01', '55P03']);
/** The server goes away, starts up, takes no more connections, or gave a statement up for its time. */
const AWAY: ReadonlySet<string> = new Set(['57014', '57P01', '57P02', '57P03', '53300', '08000', '08001', '08003', '08004', '08006', 'ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'EHOSTUNREACH', 'ENOTFOUND', 'EAI_AGAIN']);
/** node-postgres tells these by text alone. */
const AWAY_TEXT = /Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error|Query read timeout|Cannot use a pool after calling end|Driver not Connected/i;

/** What the caller hears of an error. `isExpected` = no need to log it with its stack. */
export interface Heard { readonly fault: ServiceFault; readonly isExpected: boolean }

/** Turns anything thrown into a fault. What is unknown becomes 500 without detail; the error itself is for the log. */
export function faultOfError(error: unknown): Heard {
  if (error instanceof ServiceFault) return { fault: error, isExpected: true };
  const code = codeOf(error);
  if (code && COLLISIONS.has(code)) return { fault: concurrentModification(error), isExpected: true };
  if ((code && AWAY.has(code)) || (error instanceof Error && AWAY_TEXT.test(error.message))) {
    return { fault: new ServiceFault('ServiceUnavailableException', 'The service is temporarily unavailable. Please try again later.', { 'Retry-After': '1' }, { cause: error }), isExpected: false };
  }
  return { fault: new ServiceFault('InternalFailure', 'Internal server error', {}, { cause: error }), isExpected: false };
}

/** AWS's sentence for two writers who met. */
export const concurrentModification = (cause?: unknown): ServiceFault =>
  new ServiceFault('ConflictException', 'Unable to complete operation due to concurrent modification. Please try again later.', {}, { cause });

/** TypeORM wraps the driver's error; a connection refused on all addresses is an AggregateError. */
function codeOf(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null) return undefined;
  const { code, driverError, errors } = error as { code?: unknown; driverError?: unknown; errors?: unknown };
  if (typeof code === 'string') return code;
  if (driverError) return codeOf(driverError);
  return Array.isArray(errors) ? codeOf(errors[0]) : undefined;
}
