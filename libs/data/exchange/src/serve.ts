import { GatewayFault } from './fault.js';
import { internalFault } from './faults.js';
import type { Exchange } from './exchange.js';
import type { CompiledRoute, Run } from './step.js';

/** One request, from route to answer: afterwards `x.answer` is set. Synchronous until a step returns a promise. Never throws. */
export function serve(route: CompiledRoute, x: Exchange): void | Promise<void> {
  let pending: void | Promise<void>;
  try {
    pending = runUntilAnswered(route.request, x, 0);
  } catch (error) {
    return refuse(route, x, error);
  }
  if (pending === undefined) return respond(route, x);
  return pending.then(() => respond(route, x), (error: unknown) => refuse(route, x, error));
}

/** The always-list runs when the last byte has left or the exchange was aborted: access log, metrics, trace. A failing one stops no other. */
export function finish(route: CompiledRoute, x: Exchange): void {
  for (let i = 0; i < route.always.length; i++) {
    try {
      void route.always[i]!(x);
    } catch (error) {
      x.fault ??= internalFault(error);
    }
  }
}

function runUntilAnswered(list: readonly Run[], x: Exchange, from: number): void | Promise<void> {
  for (let i = from; i < list.length; i++) {
    if (x.answer !== null) return undefined;
    const pending = list[i]!(x);
    if (pending !== undefined) return pending.then(() => runUntilAnswered(list, x, i + 1));
  }
  return undefined;
}

function refuse(route: CompiledRoute, x: Exchange, error: unknown): void {
  x.fault = error instanceof GatewayFault ? error : internalFault(error);
  // A backend's answer that nobody will read is given up, so its socket is freed.
  const unread = x.integrationResponse?.body ?? null;
  if (unread !== null && !Buffer.isBuffer(unread)) unread.destroy();
  for (let i = 0; i < route.fault.length; i++) void route.fault[i]!(x);
  respond(route, x);
}

function respond(route: CompiledRoute, x: Exchange): void {
  for (let i = 0; i < route.response.length; i++) void route.response[i]!(x);
}
