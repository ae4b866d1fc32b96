import type { Clock } from '@gatehouse/data-exchange';

/** The machine's clocks. */
export const systemClock: Clock = { monotonicMs: () => performance.now(), epochMs: () => Date.now() };
