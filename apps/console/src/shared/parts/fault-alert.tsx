import { CallFault, type FaultKind } from '@gatehouse/client-calls';
import Alert from '@cloudscape-design/components/alert';
import Button from '@cloudscape-design/components/button';
import { BrokenOff } from '../calls/writes';

/** Each kind of refusal has its own words, so that none is taken for another or for an empty list. */
const HEADERS: Readonly<Record<FaultKind, string>> = {
  unauthenticated: 'Your session has ended',
  forbidden: 'You are not allowed to do this',
  notFound: 'This does not exist (any more)',
  conflict: 'This clashes with something that exists',
  stale: 'Somebody else changed this meanwhile',
  throttled: 'Too many requests',
  invalid: 'The request was not accepted',
  server: 'The management API failed',
  network: 'The management API cannot be reached',
};
const ADVICE: Partial<Record<FaultKind, string>> = {
  forbidden: 'Ask an administrator for a policy that allows the action named here.',
  server: "Nothing is known to be wrong with what you entered. Try again; if it stays, the server's log has the details.",
  network: 'Check that it is running and that your network is up. Nothing here is lost.',
};

interface FaultAlertProps {
  readonly fault: unknown;
  readonly onRetry?: () => void;
}

/** A refusal or failure in the server's own words. */
export function FaultAlert({ fault, onRetry }: FaultAlertProps) {
  const cause = fault instanceof BrokenOff ? fault.fault : fault;
  const kind = cause instanceof CallFault ? cause.kind : 'server';
  const message = cause instanceof Error ? cause.message : String(cause);
  return (
    <Alert
      type={kind === 'stale' || kind === 'throttled' ? 'warning' : 'error'}
      header={HEADERS[kind]}
      data-fault={kind}
      action={onRetry && <Button onClick={onRetry}>Try again</Button>}
    >
      <div>{message}</div>
      {cause instanceof CallFault && cause.retryAfterSeconds !== null && <div>Try again in {cause.retryAfterSeconds} s.</div>}
      {ADVICE[kind] && <div>{ADVICE[kind]}</div>}
      {fault instanceof BrokenOff && (
        <div>
          Written before that: {fault.written.map(call => call.operation.name).join(', ')}. Failed: {fault.failed.operation.name}.
        </div>
      )}
      {cause instanceof CallFault && cause.requestId && <small>Request id {cause.requestId}</small>}
    </Alert>
  );
}
