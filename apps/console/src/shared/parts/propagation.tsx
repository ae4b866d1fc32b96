import type { CallFault, Propagation } from '@gatehouse/client-calls';
import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useDesk } from '../calls/desk';

/** How long one question may wait at the server for the next change. */
export const WAIT_SECONDS = 5;
const AGAIN_MS = 250;

/** Asks again until every gateway serves it or one cannot. */
export const followed = (state: Propagation | undefined): number | false =>
  state && (state.state === 'active' || state.state === 'failed') ? false : AGAIN_MS;

/** Which gateways serve a revision, followed to the end. */
export function useRevision(revision: number): UseQueryResult<Propagation, CallFault> {
  const { calls } = useDesk();
  return useQuery<Propagation, CallFault>({
    queryKey: ['propagation', revision],
    queryFn: ({ signal }) => calls.propagation(revision, WAIT_SECONDS, signal),
    refetchInterval: query => followed(query.state.data),
  });
}

/** "Served by 2 of 2 gateways". */
export function servedText({ served, total, state, gateways }: Propagation): string {
  if (total === 0) return 'Stored. No gateway is running; the first one that starts will serve it.';
  const failed = gateways
    .filter(gateway => gateway.state === 'failed')
    .map(gateway => `${gateway.name}${gateway.reason ? `: ${gateway.reason}` : ''}`);
  const behind = failed.length > 0 ? ` Not served by ${failed.join('; ')}.` : '';
  return `Served by ${served} of ${total} ${total === 1 ? 'gateway' : 'gateways'}${state === 'active' ? '.' : '…'}${behind}`;
}

/** One line that follows a revision to the gateways. */
export function RevisionState({ revision, onServed }: { readonly revision: number; readonly onServed: () => void }) {
  const { data, error } = useRevision(revision);
  const isServed = data?.state === 'active';
  useEffect(() => {
    if (isServed) onServed();
  }, [isServed, onServed]);
  if (error && !data) return <>Stored. Whether gateways serve it could not be asked: {error.message}</>;
  return <span data-testid="served">{data ? servedText(data) : 'Asking the gateways…'}</span>;
}
