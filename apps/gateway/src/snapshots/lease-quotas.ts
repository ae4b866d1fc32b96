import type { LeaseAnswer, LeaseRequest } from '@gatehouse/contract-snapshot';
import type { Clock, QuotaCounter, Quotas, QuotaSpec, QuotaStanding } from '@gatehouse/data-exchange';
import { book, emptySlice, giveBack, isLow, take, type QuotaSlice } from '@gatehouse/engine-throttle';

type Ask = (request: LeaseRequest) => Promise<LeaseAnswer>;

/** Slices smaller than this are asked for one by one: what is fetched ahead and lost with the process would be missed. */
const SMALLEST_TO_PREFETCH = 16;
/** A counter that stands at zero is asked about again at most this often: a quota may have been extended or a slice returned. */
const LOOK_AGAIN_MS = 500;
/** A slice that nobody touched for this long goes back, so that other gateways can spend it. */
const IDLE_MS = 5_000;

/** Quotas on slices that the control tower grants: local and synchronous while the slice lasts, exact over all gateways. */
export class LeaseQuotas implements Quotas {
  readonly #counters = new Map<string, LeasedCounter>();
  readonly #wanting = new Map<LeasedCounter, { want: number; back: number; windowFromMs: number }>();
  #asking = false;

  constructor(private readonly boot: string, private readonly ask: Ask, private readonly clock: Clock) {}

  counter(spec: QuotaSpec): QuotaCounter {
    const key = `${spec.usagePlanId}/${spec.apiKeyId}`;
    let counter = this.#counters.get(key);
    if (counter === undefined) this.#counters.set(key, counter = new LeasedCounter(spec, this.clock, (of, want) => this.#want(of, want)));
    counter.renew(spec);
    return counter;
  }

  /** Returns slices that lie idle; called now and then, and with `all` when the gateway stops. */
  async giveBack(all = false): Promise<void> {
    for (const counter of this.#counters.values()) {
      const rest = counter.rest(all ? 0 : IDLE_MS);
      if (rest === null) continue;
      const wanting = this.#wanting.get(counter) ?? { want: 0, back: 0, windowFromMs: rest.windowFromMs };
      this.#wanting.set(counter, { ...wanting, back: wanting.back + rest.back, windowFromMs: rest.windowFromMs });
    }
    await this.#flush();
  }

  #want(counter: LeasedCounter, want: number): void {
    const wanting = this.#wanting.get(counter) ?? { want: 0, back: 0, windowFromMs: counter.windowFromMs };
    this.#wanting.set(counter, { ...wanting, want: wanting.want + want });
    void this.#flush();
  }

  /** One call at a time carries what all counters want; who comes meanwhile rides with the next. */
  async #flush(): Promise<void> {
    if (this.#asking || this.#wanting.size === 0) return;
    this.#asking = true;
    // The requests of this turn of the event loop ride together.
    await new Promise(resolve => setImmediate(resolve));
    const batch = new Map(this.#wanting);
    this.#wanting.clear();
    const wants = [...batch].map(([{ spec }, { want, back, windowFromMs }]) => ({ usagePlanId: spec.usagePlanId, apiKeyId: spec.apiKeyId, want, back, windowFromMs }));
    try {
      const { grants } = await this.ask({ boot: this.boot, wants });
      const granted = new Map(grants.map(grant => [`${grant.usagePlanId}/${grant.apiKeyId}`, grant]));
      for (const counter of batch.keys()) counter.answered(granted.get(`${counter.spec.usagePlanId}/${counter.spec.apiKeyId}`) ?? null);
    } catch {
      // The control tower is dark: each plan's own rule decides for those who wait.
      for (const [counter, { back }] of batch) counter.dark(back);
    } finally {
      this.#asking = false;
    }
    if (this.#wanting.size > 0) void this.#flush();
  }
}

class LeasedCounter implements QuotaCounter {
  readonly #slice: QuotaSlice = emptySlice();
  #waiting: ((isAdmitted: boolean) => void)[] = [];
  #isPrefetching = false;
  #askedMs = 0;
  #usedMs = 0;

  constructor(public spec: QuotaSpec, private readonly clock: Clock, private readonly want: (counter: LeasedCounter, want: number) => void) {}

  get windowFromMs(): number {
    return this.#slice.windowFromMs;
  }

  renew(spec: QuotaSpec): void {
    this.spec = spec;
  }

  take(): boolean | Promise<boolean> {
    const now = this.clock.epochMs();
    this.#usedMs = now;
    const taken = take(this.#slice, 1, now);
    if (taken === 'taken') {
      if (!this.#isPrefetching && this.#slice.granted >= SMALLEST_TO_PREFETCH && isLow(this.#slice, now)) this.#prefetch(now);
      return true;
    }
    if (taken === 'spent' && now - this.#askedMs < LOOK_AGAIN_MS) return false;
    this.#askedMs = now;
    return new Promise(resolve => {
      this.#waiting.push(resolve);
      this.want(this, 1);
    });
  }

  standing(): QuotaStanding | null {
    const { limit, left, remaining, windowToMs } = this.#slice;
    return windowToMs === 0 ? null : { limit, remaining: left + remaining, resetsAtMs: windowToMs };
  }

  /** What may go back: null when the slice is empty, or was touched within `idleMs`, or somebody waits for it. */
  rest(idleMs: number): { readonly back: number; readonly windowFromMs: number } | null {
    const isBusy = this.#waiting.length > 0 || this.#isPrefetching || this.clock.epochMs() - this.#usedMs < idleMs;
    return isBusy || this.#slice.left === 0 ? null : giveBack(this.#slice);
  }

  /** The grant goes to those who wait, in the order they came; null = the plan has no quota any more, so nobody is held back. */
  answered(grant: LeaseAnswer['grants'][number] | null): void {
    this.#isPrefetching = false;
    const waiting = this.#waiting;
    this.#waiting = [];
    if (grant !== null) book(this.#slice, grant);
    const stillWaiting: typeof waiting = [];
    for (const resolve of waiting) {
      const taken = grant === null ? 'taken' : take(this.#slice, 1, this.clock.epochMs());
      if (taken === 'ask') stillWaiting.push(resolve);
      else resolve(taken === 'taken');
    }
    if (stillWaiting.length === 0) return;
    this.#waiting = [...stillWaiting, ...this.#waiting];
    this.want(this, stillWaiting.length);
  }

  dark(back: number): void {
    this.#isPrefetching = false;
    this.#slice.left += back;
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const resolve of waiting) resolve(take(this.#slice, 1, this.clock.epochMs()) === 'taken' || this.spec.onCounterLoss === 'open');
  }

  #prefetch(now: number): void {
    this.#isPrefetching = true;
    this.#askedMs = now;
    this.want(this, this.#slice.granted);
  }
}
