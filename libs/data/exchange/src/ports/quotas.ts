import { quotaLimit, quotaWindow, type QuotaPeriod } from '@gatehouse/contract-primitives';
import type { Clock } from './clock.js';

export interface QuotaTerms { readonly limit: number; readonly offset: number; readonly period: QuotaPeriod }
/** What is counted: one key under one plan, over all the plan's stages. */
export interface QuotaSpec {
  readonly usagePlanId: string;
  readonly apiKeyId: string;
  readonly terms: QuotaTerms;
  /** What to do when the counter cannot be reached and the local slice is spent. */
  readonly onCounterLoss: 'open' | 'closed';
}
/** How a quota stands, for the headers that tell it. */
export interface QuotaStanding { readonly limit: number; readonly remaining: number; readonly resetsAtMs: number }

/** One counter. It is fetched once and kept by whoever spends from it. */
export interface QuotaCounter {
  /** Spends one request; false = the quota is used up. A promise only when the local part is gone and somebody has to be asked. */
  take(): boolean | Promise<boolean>;
  standing(): QuotaStanding | null;
}

/** Counters that outlive a compile: the same plan and key always give the same counter, with renewed terms. */
export interface Quotas { counter(spec: QuotaSpec): QuotaCounter }

/** The twin, and the maker for a gateway that stands alone: exact within this process, forgotten with it. */
export class LocalQuotas implements Quotas {
  readonly #counters = new Map<string, LocalCounter>();

  constructor(private readonly clock: Clock) {}

  counter(spec: QuotaSpec): QuotaCounter {
    const key = `${spec.usagePlanId}/${spec.apiKeyId}`;
    const counter = this.#counters.get(key) ?? new LocalCounter(this.clock);
    this.#counters.set(key, counter);
    counter.terms = spec.terms;
    return counter;
  }
}

class LocalCounter implements QuotaCounter {
  #terms: QuotaTerms = { limit: 0, offset: 0, period: 'DAY' };
  readonly #createdMs: number;
  #window = { fromMs: 0, toMs: 0 };
  #limit = 0;
  #used = 0;

  constructor(private readonly clock: Clock) {
    this.#createdMs = clock.epochMs();
  }

  set terms(terms: QuotaTerms) {
    this.#terms = terms;
    this.#window = { ...this.#window, toMs: 0 };
  }

  take(): boolean {
    this.#roll();
    if (this.#used >= this.#limit) return false;
    this.#used++;
    return true;
  }

  standing(): QuotaStanding {
    this.#roll();
    return { limit: this.#limit, remaining: Math.max(0, this.#limit - this.#used), resetsAtMs: this.#window.toMs };
  }

  /** A window that begins later than the one before starts from nothing; the same one, met again with new terms, keeps what was used. */
  #roll(): void {
    const now = this.clock.epochMs();
    if (now < this.#window.toMs) return;
    const next = quotaWindow(this.#terms.period, now);
    if (next.fromMs > this.#window.fromMs) this.#used = 0;
    this.#window = next;
    this.#limit = quotaLimit(this.#terms, this.#createdMs, now);
  }
}
