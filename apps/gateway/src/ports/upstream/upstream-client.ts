import type { Cancelable, Origin, Upstream, UpstreamRequest, UpstreamResponse } from '@gatehouse/data-exchange';
import { addressPolicy, type AddressPolicy } from './address-policy.js';
import { Call } from './call.js';
import { Deadlines } from './deadlines.js';
import { OriginPool, type PoolLimits } from './origin-pool.js';

export interface UpstreamOptions { readonly outboundPrivate: 'allow' | 'deny'; readonly maxConnections?: number; readonly idleMs?: number; readonly nowMs?: () => number }

const SWEEP_MS = 1_000;

/** The gateway's HTTP/1.1 client: own sockets with keep-alive, a strict parser, streams both ways. */
export class UpstreamClient implements Upstream {
  readonly #pools = new Map<string, OriginPool>();
  readonly #byOrigin = new WeakMap<Origin, OriginPool>();
  readonly #isAllowed: AddressPolicy;
  readonly #limits: PoolLimits;
  readonly #deadlines: Deadlines;
  readonly #sweeper: NodeJS.Timeout;

  constructor({ outboundPrivate, maxConnections = 1_024, idleMs = 30_000, nowMs = () => performance.now() }: UpstreamOptions) {
    this.#isAllowed = addressPolicy(outboundPrivate);
    this.#limits = { maxConnections, idleMs, nowMs };
    this.#deadlines = new Deadlines(nowMs);
    this.#sweeper = setInterval(() => this.#sweep(), SWEEP_MS);
    this.#sweeper.unref();
  }

  send(request: UpstreamRequest, slot: { cancelable: Cancelable | null }): Promise<UpstreamResponse> {
    return new Promise((resolve, reject) => new Call(request, this.#poolOf(request.origin), this.#deadlines, this.#limits.nowMs(), slot, resolve, reject).begin());
  }

  close(): void {
    clearInterval(this.#sweeper);
    for (const pool of this.#pools.values()) pool.close();
  }

  #poolOf(origin: Origin): OriginPool {
    const known = this.#byOrigin.get(origin);
    if (known !== undefined && this.#pools.get(origin.key) === known) return known;
    const pool = this.#pools.get(origin.key) ?? new OriginPool(origin, this.#isAllowed, this.#limits);
    this.#pools.set(origin.key, pool);
    this.#byOrigin.set(origin, pool);
    return pool;
  }

  #sweep(): void {
    for (const [key, pool] of this.#pools) {
      pool.sweep();
      if (pool.isUnused) this.#pools.delete(key);
    }
  }
}
