import type { Origin } from '@gatehouse/data-exchange';
import type { AddressPolicy } from './address-policy.js';
import type { Call, Placer } from './call.js';
import { Connection, type Keeper } from './connection.js';

export interface PoolLimits { readonly maxConnections: number; readonly idleMs: number; readonly nowMs: () => number }

/** How long a kept connection may have rested when the request must not be sent twice: a backend's idle limit is rarely shorter. */
const FRESH_ENOUGH_MS = 500;
/** Stops using a kept connection this long before the backend says it closes it. */
const MARGIN_MS = 1_000;

/** The connections to one backend: the one used last is used next, so the others can grow old and go. */
export class OriginPool implements Placer, Keeper {
  readonly #idle: Connection[] = [];
  readonly #waiting = new Set<Call>();
  #open = 0;

  constructor(private readonly origin: Origin, private readonly isAllowed: AddressPolicy, private readonly limits: PoolLimits) {}

  get isUnused(): boolean {
    return this.#open === 0 && this.#waiting.size === 0;
  }

  place(call: Call, mustBeFresh: boolean): void {
    const kept = mustBeFresh ? undefined : this.#takeIdle(call);
    if (kept !== undefined) {
      kept.isReused = true;
      return kept.serve(call);
    }
    if (this.#open >= this.limits.maxConnections) {
      this.#waiting.add(call);
      return;
    }
    this.#dial(call);
  }

  withdraw(call: Call): void {
    this.#waiting.delete(call);
  }

  release(connection: Connection): void {
    const [next] = this.#waiting;
    if (next !== undefined) {
      this.#waiting.delete(next);
      connection.isReused = true;
      return connection.serve(next);
    }
    connection.idleSinceMs = this.limits.nowMs();
    this.#idle.push(connection);
  }

  gone(connection: Connection): void {
    this.#open--;
    const at = this.#idle.indexOf(connection);
    if (at >= 0) this.#idle.splice(at, 1);
    const [next] = this.#waiting;
    if (next === undefined) return;
    this.#waiting.delete(next);
    this.#dial(next);
  }

  /** Closes what has rested too long. */
  sweep(): void {
    const before = this.limits.nowMs() - this.limits.idleMs;
    while (this.#idle[0] !== undefined && this.#idle[0].idleSinceMs < before) this.#idle.shift()?.abandon();
  }

  close(): void {
    for (const connection of this.#idle.splice(0)) connection.abandon();
  }

  #takeIdle(call: Call): Connection | undefined {
    const now = this.limits.nowMs();
    const isRepeatable = call.request.body === null && call.request.method !== 'POST' && call.request.method !== 'PATCH';
    for (let connection = this.#idle.pop(); connection !== undefined; connection = this.#idle.pop()) {
      const restedMs = now - connection.idleSinceMs;
      const told = connection.keepAliveMs > 0 ? Math.max(0, connection.keepAliveMs - MARGIN_MS) : Infinity;
      if (restedMs < Math.min(this.limits.idleMs, told, isRepeatable ? Infinity : FRESH_ENOUGH_MS) && connection.isIdle) return connection;
      // A connection too old for this request may still serve one that can be repeated, unless it is too old for any.
      if (restedMs < Math.min(this.limits.idleMs, told) && connection.isIdle) {
        this.#idle.push(connection);
        return undefined;
      }
      connection.abandon();
    }
    return undefined;
  }

  #dial(call: Call): void {
    this.#open++;
    let connection: Connection;
    try {
      connection = new Connection(this.origin, this.isAllowed, this);
    } catch (error) {
      this.#open--;
      return call.fail(error instanceof Error ? error : new Error(String(error)));
    }
    connection.serve(call);
  }
}
