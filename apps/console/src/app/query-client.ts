import { CallFault } from '@gatehouse/client-calls';
import { QueryClient } from '@tanstack/react-query';

/** Only what may heal by itself is asked again: a lost network and a failing server, twice. */
const mayHeal = (fault: unknown): boolean => fault instanceof CallFault && (fault.kind === 'network' || fault.kind === 'server');

/** Answers are fresh for two seconds: pages that share a list ask once, and a return to a page asks again. */
export const createQueries = (): QueryClient =>
  new QueryClient({
    defaultOptions: {
      queries: { staleTime: 2_000, retry: (failures, fault) => failures < 2 && mayHeal(fault), retryDelay: 500, networkMode: 'always' },
      mutations: { networkMode: 'always' },
    },
  });
