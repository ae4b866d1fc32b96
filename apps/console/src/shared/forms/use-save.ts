import { CallFault, type Answer, type Call } from '@gatehouse/client-calls';
import { useState } from 'react';
import { BrokenOff, useWrites } from '../calls/writes';
import { fieldOf } from './fault-field';
import type { Draft } from './use-draft';

/** A form as it is stored now. */
interface Version<T> {
  readonly value: T;
  readonly etag: string | null;
}

/** Somebody else has saved the same settings since the form was opened. */
class Overtaken extends Error {
  constructor(
    readonly theirs: Version<unknown>,
    options: ErrorOptions,
  ) {
    super('somebody else was faster', options);
  }
}

const isStale = (fault: unknown): boolean => fault instanceof CallFault && fault.kind === 'stale';

/** How a form is saved. */
export interface SaveOptions<T, P> {
  readonly draft: Draft<T, P>;
  /** What will be written; nothing at all when the form says what it said at first. */
  readonly calls: (parsed: P) => readonly Call[];
  /** What the notice says afterwards. */
  readonly done: string;
  readonly onSaved?: (answers: readonly Answer<unknown>[]) => void;
  /** Asks for the row as it is now, after somebody else was faster. */
  readonly reread?: () => Promise<Version<T>>;
}

interface Outcome<T> {
  readonly fault: unknown;
  /** What an earlier try has written already; the next try goes on after it. */
  readonly written: readonly Call[];
  readonly theirs: Version<T> | null;
}

const sameCall = (a: Call, b: Call | undefined): boolean => b !== undefined && JSON.stringify(a) === JSON.stringify(b);

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

  async function attempt(ifMatch: string | null, left: readonly Call[]): Promise<readonly Answer<unknown>[]> {
    try {
      return left.length > 0 ? await write(left, { ifMatch, done }) : [];
    } catch (fault) {
      if (!isStale(fault) || !reread) throw fault;
      const theirs = await reread();
      // The other changed something that this form does not show: there is nothing to decide.
      if (JSON.stringify(theirs.value) === JSON.stringify(draft.base) && ifMatch !== theirs.etag) return attempt(theirs.etag, left);
      throw new Overtaken(theirs, { cause: fault });
    }
  }

  async function save(ifMatch: string | null = draft.etag): Promise<void> {
    setTried(true);
    if (draft.parsed === null || saving) return;
    setSaving(true);
    const left = remaining(prepared, outcome?.written ?? []);
    setOutcome(null);
    try {
      const answers = await attempt(ifMatch, left);
      setTried(false);
      draft.settle(answers[0]?.etag ?? draft.etag);
      onSaved?.(answers);
    } catch (fault) {
      const written = [...prepared.slice(0, prepared.length - left.length), ...(fault instanceof BrokenOff ? fault.written : [])];
      setOutcome({ fault, written, theirs: fault instanceof Overtaken ? (fault.theirs as Version<T>) : null });
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
