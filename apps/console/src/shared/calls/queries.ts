import type { Answer, CallFault, ListOf } from '@gatehouse/client-calls';
import type { Operation } from '@gatehouse/contract-wire';
import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { useDesk } from './desk';

interface Options {
  readonly enabled?: boolean;
}

/** One row, with the ETag that its edit must present. */
export function useAnswer<In extends object, Out>(
  operation: Operation<In, Out>,
  input: In,
  options: Options = {},
): UseQueryResult<Answer<Out>, CallFault> {
  const { calls } = useDesk();
  return useQuery<Answer<Out>, CallFault>({
    queryKey: [operation.name, input],
    queryFn: ({ signal }) => calls.call(operation, input, { signal }),
    ...options,
  });
}

/** A whole list, all its pages. */
export function useAll<In extends object, T>(
  operation: Operation<In, ListOf<T>>,
  input: In,
  options: Options = {},
): UseQueryResult<readonly T[], CallFault> {
  const { calls } = useDesk();
  return useQuery<readonly T[], CallFault>({
    queryKey: [operation.name, 'all', input],
    queryFn: ({ signal }) => calls.all(operation, input, { signal }),
    ...options,
  });
}
