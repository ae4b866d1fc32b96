import { CallFault, prepare, type Call } from '@gatehouse/client-calls';
import type { Operation } from '@gatehouse/contract-wire';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useDesk } from '../calls/desk';
import { askAgain } from '../calls/writes';
import type { Draft } from './use-draft';

/** How far a test call has come. */
export type Outcome<Out> =
  | { readonly kind: 'none' | 'asking' }
  | { readonly kind: 'answered'; readonly value: Out }
  | { readonly kind: 'refused'; readonly fault: unknown };

/** A form that asks and stores nothing, with what came back last. */
export interface Trial<Out> {
  readonly ask: () => Promise<void>;
  readonly outcome: Outcome<Out>;
  readonly problems: Readonly<Record<string, string>>;
  readonly prepared: readonly Call[];
}

/** Makes test calls out of a form. Held above the form where both shall outlive a change of tabs. */
export function useTry<T extends object, P, In extends object, Out>(
  draft: Draft<T, P>,
  operation: Operation<In, Out>,
  input: (parsed: P) => In,
): Trial<Out> {
  const { calls } = useDesk();
  const queries = useQueryClient();
  const [tried, setTried] = useState(false);
  const [outcome, setOutcome] = useState<Outcome<Out>>({ kind: 'none' });
  async function ask(): Promise<void> {
    setTried(true);
    if (draft.parsed === null || outcome.kind === 'asking') return;
    setOutcome({ kind: 'asking' });
    try {
      const { value } = await calls.call(operation, input(draft.parsed));
      setOutcome({ kind: 'answered', value });
    } catch (fault) {
      if (fault instanceof CallFault && fault.kind === 'unauthenticated') void askAgain(queries);
      setOutcome({ kind: 'refused', fault });
    }
  }
  return {
    ask,
    outcome,
    problems: tried ? draft.problems : {},
    prepared: draft.parsed === null ? [] : [prepare(operation, input(draft.parsed))],
  };
}
