import type { Calls, Info, Session } from '@gatehouse/client-calls';
import { createContext, useContext } from 'react';

/** What every page of a signed-in person works with. */
export interface Desk {
  readonly calls: Calls;
  readonly session: Session;
  readonly info: Info;
  /** Where scripts reach the management API: this page's own origin. */
  readonly endpoint: string;
}

/** Filled by the session gate; read through useDesk. */
export const DeskContext = createContext<Desk | null>(null);

/** The desk; pages are shown only after sign-in, so it is always there. */
export function useDesk(): Desk {
  const desk = useContext(DeskContext);
  if (!desk) throw new Error('a page is shown outside of a session');
  return desk;
}
