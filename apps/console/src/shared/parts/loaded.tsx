import type { CallFault } from '@gatehouse/client-calls';
import type { UseQueryResult } from '@tanstack/react-query';
import Box from '@cloudscape-design/components/box';
import Spinner from '@cloudscape-design/components/spinner';
import type { ReactNode } from 'react';
import { FaultAlert } from './fault-alert';

interface LoadedProps<T> {
  readonly query: UseQueryResult<T, CallFault>;
  readonly children: (value: T) => ReactNode;
}

/** Shows a query's value once it is there; until then that it loads, or why it cannot. A failed refresh keeps what was shown. */
export function Loaded<T>({ query, children }: LoadedProps<T>) {
  if (query.data !== undefined) {
    return (
      <>
        {query.error && query.error.kind !== 'unauthenticated' && <FaultAlert fault={query.error} onRetry={() => void query.refetch()} />}
        {children(query.data)}
      </>
    );
  }
  if (query.error) return <FaultAlert fault={query.error} onRetry={() => void query.refetch()} />;
  return (
    <Box textAlign="center" padding="xl">
      <Spinner size="large" />{' '}
      <Box variant="span" color="text-body-secondary">
        Loading
      </Box>
    </Box>
  );
}
