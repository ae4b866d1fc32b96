import { dayOf } from '@gatehouse/contract-primitives';
import type { UsageRow } from '@gatehouse/contract-snapshot';
import type { Clock } from './clock.js';

/** Counts what was admitted for one key under one plan. */
export interface UsageCounter { admit(): void }
/** The ledger of admitted requests, by day. */
export interface Usage { counter(usagePlanId: string, apiKeyId: string): UsageCounter }

const DAY_MS = 86_400_000;

/** Usage in this process until it is drained: each drain answers what was added since the one before. */
export class UsageLedger implements Usage {
  readonly #counters = new Map<string, Counter>();

  constructor(private readonly clock: Clock) {}

  counter(usagePlanId: string, apiKeyId: string): UsageCounter {
    const key = `${usagePlanId}/${apiKeyId}`;
    const counter = this.#counters.get(key) ?? new Counter(usagePlanId, apiKeyId, this.clock);
    this.#counters.set(key, counter);
    return counter;
  }

  drainUsage(): UsageRow[] {
    return [...this.#counters.values()].flatMap(counter => counter.drain());
  }
}

class Counter implements UsageCounter {
  #used = 0;
  #dayStartMs = 0;
  #closed: UsageRow[] = [];

  constructor(private readonly usagePlanId: string, private readonly apiKeyId: string, private readonly clock: Clock) {}

  admit(): void {
    const now = this.clock.epochMs();
    if (now - this.#dayStartMs >= DAY_MS || now < this.#dayStartMs) this.#roll(now);
    this.#used++;
  }

  drain(): UsageRow[] {
    this.#roll(this.#dayStartMs);
    const rows = this.#closed;
    this.#closed = [];
    return rows;
  }

  #roll(now: number): void {
    if (this.#used > 0) this.#closed.push({ usagePlanId: this.usagePlanId, apiKeyId: this.apiKeyId, day: dayOf(this.#dayStartMs), used: this.#used });
    this.#used = 0;
    this.#dayStartMs = Math.floor(now / DAY_MS) * DAY_MS;
  }
}
