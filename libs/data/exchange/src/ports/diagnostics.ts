import type { Exchange } from '../exchange.js';
import type { GatewayFault } from '../fault.js';

/** What the operator should know and the caller must not: the cause of a fault that is the gateway's or the configuration's. */
export interface Diagnostics { fault(fault: GatewayFault, x: Exchange): void }

/** The twin: keeps the causes, newest last. */
export class MemoryDiagnostics implements Diagnostics {
  readonly faults: GatewayFault[] = [];

  fault(fault: GatewayFault): void {
    this.faults.push(fault);
  }
}
