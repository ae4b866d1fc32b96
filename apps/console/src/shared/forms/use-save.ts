import { CallFault, type Answer, type Call } from '@gatehouse/client-calls';
import { useState } from 'react';
import { BrokenOff, useWrites } from '../calls/writes';
import { fieldOf } from './fault-field';
import type { Draft } from './use-draft';

/** How a form is saved. */
export interface SaveOptions<T, P> {
  readonly draft: Draft<T, P>;
  /** What will be written; nothing at all when the form says what it said at first. */
  readonly calls: (parsed: P) => readonly Call[];
  /** What the notice says afterwards. */
  readonly done: string;
  readonly onSaved?: (answers: readonly Answer<unknown>[]) => void;
  /** Asks for the row as it is now, after somebody else was faster. */
  readonly reread?: () => Promise<{ readonly value: T; readonly etag: string | null }>;
}

interface Outcome<T> {
  readonly fault: unknown;
  /** What an earlier try has written already; the next try goes on after it. */
  readonly written: readonly Call[];
  readonly theirs: { readonly value: T; readonly etag: string | null } | null;
}

const sameCall = (a: Call | undefined, b: Call | undefined): boolean => JSON.stringify(a) === JSON.stringify(b);

/** What is left to write after a try that broke off: a call that went through is not made again unless the form has changed it. */
export function remaining(prepared: readonly Call[], written: readonly Call[]): readonly Call[] {
  const firstNew = prepared.findIndex((call, index) => !sameCall(call, written[index]));
  return firstNew < 0 ? [] : prepared.slice(firstNew);
}

/** Saves a form: parses, writes, and keeps everything typed when that fails. */
export function useSave<T extends object, P>({ draft, calls, done, onSaved, reread }: SaveOptions<T, P>) {
  const write = useWrites();
  const [tried, setTried] = useState(false);
  const [saving, setSaving] = useState(false);
  const [outcome, setOutcome] = useState<Outcome<T> | null>(null);
  const prepared = draft.parsed === null ? [] : calls(draft.parsed);

  async function save(ifMatch: string | null = draft.etag): Promise<void> {
    setTried(true);
    if (draft.parsed === null || saving) return;
    setSaving(true);
    const earlier = outcome?.written ?? [];
    const left = remaining(prepared, earlier);
    setOutcome(null);
    try {
      const answers = left.length > 0 ? await write(left, { ifMatch, done }) : [];
      setTried(false);
      draft.settle(answers[0]?.etag ?? draft.etag);
      onSaved?.(answers);
    } catch (fault) {
      const isStale = fault instanceof CallFault && fault.kind === 'stale';
      const written = [...prepared.slice(0, prepared.length - left.length), ...(fault instanceof BrokenOff ? fault.written : [])];
      setOutcome({ fault, written, theirs: isStale && reread ? await reread().catch(() => null) : null });
    } finally {
      setSaving(false);
    }
  }

  const cause = outcome?.fault instanceof BrokenOff ? outcome.fault.fault : outcome?.fault;
  const atField = outcome && fieldOf(cause, Object.keys(draft.value));
  const problems = {
    ...(tried ? draft.problems : {}),
    ...(atField && cause instanceof Error ? { [atField]: cause.message } : {}),
  };
  return {
    save,
    saving,
    prepared,
    problems,
    fault: outcome?.fault ?? null,
    theirs: outcome?.theirs ?? null,
    isAtField: atField !== null && outcome !== null,
    forget: () => {
      setOutcome(null);
      setTried(false);
    },
  };
}
