import { CallFault, type Answer, type Call } from '@gatehouse/client-calls';
import { useQueryClient, type QueryClient } from '@tanstack/react-query';
import { useDesk } from './desk';
import { useNotify } from '../parts/notices';

/** A row of calls that broke off: what was written before stays written, and the person is told so. */
export class BrokenOff extends Error {
  constructor(
    readonly fault: unknown,
    readonly written: readonly Call[],
    readonly failed: Call,
  ) {
    super('a later step failed', { cause: fault });
  }
}

/** Asks again for everything on the screen. The session is not among it: its end must not take the page away. */
export const askAgain = (queries: QueryClient): Promise<void> =>
  queries.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'session' });

/** An update answers the row as it is now: it takes the place of what was read before, so that the next form begins with its ETag. */
function takeOver(queries: QueryClient, { operation, input }: Call, answer: Answer<unknown>): void {
  if (!operation.name.startsWith('Update') || answer.etag === null) return;
  const { patchOperations: _written, ...place } = input;
  queries.setQueryData([operation.name.replace('Update', 'Get'), place], (before: unknown) => (before === undefined ? undefined : answer));
}

/** Runs a form's calls in order. Afterwards everything on the screen is asked again, and the notice follows the revision to the gateways. */
export function useWrites(): (
  calls: readonly Call[],
  options: { readonly ifMatch?: string | null; readonly done: string },
) => Promise<readonly Answer<unknown>[]> {
  const { calls: desk } = useDesk();
  const notify = useNotify();
  const queries = useQueryClient();
  return async (calls, { ifMatch, done }) => {
    const answers: Answer<unknown>[] = [];
    try {
      for (const [index, call] of calls.entries()) {
        const answer = await desk.write(call, index === 0 && ifMatch ? { ifMatch } : {}).catch((fault: unknown) => {
          throw index === 0 ? fault : new BrokenOff(fault, calls.slice(0, index), call);
        });
        answers.push(answer);
        takeOver(queries, call, answer);
      }
    } catch (fault) {
      // A session that has ended is asked about once more, so that the sign-in comes up over the form.
      if (fault instanceof CallFault && fault.kind === 'unauthenticated') void askAgain(queries);
      throw fault;
    } finally {
      if (answers.length > 0) void askAgain(queries);
    }
    notify({ text: done, revision: answers.reduce<number | null>((last, { revision }) => revision ?? last, null) });
    return answers;
  };
}
