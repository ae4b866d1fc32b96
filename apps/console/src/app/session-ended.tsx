import { CallFault, type Calls, type Session } from '@gatehouse/client-calls';
import Modal from '@cloudscape-design/components/modal';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { SignInForm } from './sign-in-form';

interface SessionEndedProps {
  readonly calls: Calls;
  readonly userName: string;
  readonly onSignedIn: (session: Session) => void;
}

/** A token renewed so lately and refused again is no stale token. */
const RENEWED_MS = 3_000;

/**
 * Comes up over the page when any question is answered "not signed in", so that a half-filled form survives the end of a session.
 * Before that it looks whether the same person has signed in again in another window: then only the page's token is stale.
 */
export function SessionEnded({ calls, userName, onSignedIn }: SessionEndedProps) {
  const queries = useQueryClient();
  const [ended, setEnded] = useState(false);
  useEffect(() => {
    let renewedAt = 0,
      isAsking = false;
    const renew = async (): Promise<void> => {
      isAsking = true;
      const session = Date.now() - renewedAt < RENEWED_MS ? null : await calls.session().catch(() => null);
      isAsking = false;
      if (session?.userName !== userName) return setEnded(true);
      renewedAt = Date.now();
      onSignedIn(session);
    };
    return queries.getQueryCache().subscribe(event => {
      if (event.type !== 'updated' || event.action.type !== 'error' || event.query.queryKey[0] === 'session' || isAsking) return;
      const fault: unknown = event.action.error;
      if (fault instanceof CallFault && fault.kind === 'unauthenticated') void renew();
    });
  }, [queries, calls, userName, onSignedIn]);
  if (!ended) return null;
  return (
    <Modal visible header="Your session has ended" closeAriaLabel="Close" onDismiss={() => setEnded(false)}>
      <SpaceBetween size="m">
        <div>Sign in again to go on. The page behind this window is kept as it is.</div>
        <SignInForm
          calls={calls}
          userName={userName}
          onSignedIn={session => {
            setEnded(false);
            onSignedIn(session);
          }}
        />
      </SpaceBetween>
    </Modal>
  );
}
