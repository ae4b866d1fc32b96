import type { Diagnostics, Exchange, GatewayFault } from '@gatehouse/data-exchange';
import type { Logger } from 'pino';

const WINDOW_MS = 10_000;
const MAX_PER_WINDOW = 50;

/** Writes the causes of 5xx faults to the process log, at most fifty in ten seconds: a broken backend under load must not become a broken disk. */
export class FaultLog implements Diagnostics {
  #windowStartMs = 0;
  #count = 0;
  #skipped = 0;

  constructor(private readonly log: Logger, private readonly nowMs: () => number = Date.now) {}

  fault(fault: GatewayFault, x: Exchange): void {
    const now = this.nowMs();
    if (now - this.#windowStartMs >= WINDOW_MS) {
      if (this.#skipped > 0) this.log.warn({ skipped: this.#skipped }, 'more faults than are written');
      this.#windowStartMs = now;
      this.#count = this.#skipped = 0;
    }
    if (++this.#count > MAX_PER_WINDOW) {
      this.#skipped++;
      return;
    }
    const { api, stage, resourcePath } = x.route.route;
    const cause = fault.cause instanceof Error ? { message: fault.cause.message, code: (fault.cause as NodeJS.ErrnoException).code, stack: isBug(fault) ? fault.cause.stack : undefined } : fault.cause;
    this.log.warn({ requestId: x.requestId, api: api.restApiId, stage: stage.stageName, resourcePath, method: x.inbound.method, type: fault.row.type, cause }, 'fault');
  }
}

/** Only what nobody foresaw carries a stack worth keeping. */
const isBug = (fault: GatewayFault): boolean => fault.row.type === 'DEFAULT_5XX';
