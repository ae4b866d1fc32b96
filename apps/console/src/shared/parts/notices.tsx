import Flashbar, { type FlashbarProps } from '@cloudscape-design/components/flashbar';
import { createContext, useContext, useEffect, useMemo, useState, type ReactNode } from 'react';
import { RevisionState } from './propagation';

interface Notice {
  readonly id: number;
  readonly text: string;
  readonly revision: number | null;
}
type Notify = (notice: { readonly text: string; readonly revision?: number | null }) => void;

const NotifyContext = createContext<Notify | null>(null);
const NoticesContext = createContext<{ readonly notices: readonly Notice[]; readonly drop: (id: number) => void }>({
  notices: [],
  drop: () => undefined,
});
/** Older ones would push the page away from under the hand; each write replaces the notice of the one before. */
const SHOWN = 1;
/** How long a notice stays once there is nothing more to follow. */
const STAYS_MS = 10_000;

/** Keeps what was done lately, so that pages can say so after they have gone. */
export function NoticesProvider({ children }: { readonly children: ReactNode }) {
  const [notices, setNotices] = useState<readonly Notice[]>([]);
  const { notify, drop } = useMemo(() => {
    let last = 0;
    return {
      notify: (({ text, revision = null }) => setNotices(now => [{ id: ++last, text, revision }, ...now].slice(0, SHOWN))) satisfies Notify,
      drop: (id: number) => setNotices(now => now.filter(notice => notice.id !== id)),
    };
  }, []);
  const shown = useMemo(() => ({ notices, drop }), [notices, drop]);
  return (
    <NotifyContext.Provider value={notify}>
      <NoticesContext.Provider value={shown}>{children}</NoticesContext.Provider>
    </NotifyContext.Provider>
  );
}

/** Says that something was done. */
export function useNotify(): Notify {
  const notify = useContext(NotifyContext);
  if (!notify) throw new Error('notices are shown outside of their provider');
  return notify;
}

/** Takes a notice away some time after its revision is served. */
function Followed({ notice: { id, revision }, drop }: { readonly notice: Notice; readonly drop: (id: number) => void }) {
  const [isServed, setServed] = useState(revision === null);
  useEffect(() => {
    if (!isServed) return;
    const timer = window.setTimeout(() => drop(id), STAYS_MS);
    return () => window.clearTimeout(timer);
  }, [isServed, id, drop]);
  return revision === null ? null : <RevisionState revision={revision} onServed={() => setServed(true)} />;
}

/** The bar above the page. */
export function Notices() {
  const { notices, drop } = useContext(NoticesContext);
  const items = notices.map(
    (notice): FlashbarProps.MessageDefinition => ({
      id: String(notice.id),
      type: 'success',
      header: notice.text,
      dismissible: true,
      dismissLabel: 'Dismiss message',
      onDismiss: () => drop(notice.id),
      content: <Followed key={notice.id} notice={notice} drop={drop} />,
    }),
  );
  return <Flashbar items={items} />;
}
