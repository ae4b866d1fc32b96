import { CallFault, createCalls, type Info, type Session } from '@gatehouse/client-calls';
import Box from '@cloudscape-design/components/box';
import Spinner from '@cloudscape-design/components/spinner';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import { DeskContext } from '../shared/calls/desk';
import { askAgain } from '../shared/calls/writes';
import { FaultAlert } from '../shared/parts/fault-alert';
import { NoticesProvider } from '../shared/parts/notices';
import { Pages } from './pages';
import { SessionEnded } from './session-ended';
import { SignIn } from './sign-in';

/** Calls with the token of the session at hand; held outside of React because a call reads it at the moment it is sent. */
function callsWithToken() {
  let token: string | null = null;
  const calls = createCalls({ origin: '', fetch: window.fetch.bind(window), csrfToken: () => token });
  return {
    calls,
    remember: (session: Session): void => {
      token = session.csrfToken;
    },
  };
}

/** Nothing but the sign-in is shown without a session. When one ends in the middle, the page stays, with all that was typed. */
export function SessionGate() {
  const [{ calls, remember }] = useState(callsWithToken);
  const queries = useQueryClient();
  const session = useQuery<Session | null, CallFault>({
    queryKey: ['session'],
    staleTime: Infinity,
    gcTime: Infinity,
    refetchOnWindowFocus: false,
    queryFn: async ({ signal }) => {
      const found = await calls.session(signal).catch((fault: unknown) => {
        if (fault instanceof CallFault && fault.kind === 'unauthenticated') return null;
        throw fault;
      });
      if (found) remember(found);
      return found;
    },
  });
  const info = useQuery<Info, CallFault>({
    queryKey: ['info'],
    queryFn: ({ signal }) => calls.info(signal),
    enabled: Boolean(session.data),
    staleTime: 60_000,
  });
  const enter = useCallback(
    (found: Session): void => {
      remember(found);
      queries.setQueryData(['session'], found);
      void askAgain(queries);
    },
    [queries, remember],
  );
  const lost = (!session.data && session.error) || (!info.data && info.error);
  if (lost)
    return (
      <Box padding="xxl">
        <FaultAlert
          fault={lost}
          onRetry={() => {
            void session.refetch();
            void info.refetch();
          }}
        />
      </Box>
    );
  if (session.data === null) return <SignIn calls={calls} onSignedIn={enter} />;
  if (!session.data || !info.data)
    return (
      <Box textAlign="center" padding="xxxl">
        <Spinner size="large" />
      </Box>
    );
  return (
    <DeskContext.Provider value={{ calls, session: session.data, info: info.data, endpoint: window.location.origin }}>
      <NoticesProvider>
        <Pages
          onSignedOut={() => {
            queries.clear();
            queries.setQueryData(['session'], null);
          }}
        />
        <SessionEnded calls={calls} userName={session.data.userName} onSignedIn={enter} />
      </NoticesProvider>
    </DeskContext.Provider>
  );
}
