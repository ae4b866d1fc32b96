import { createServer } from 'node:http';
import { ExpressAdapter } from '@nestjs/platform-express';

/** A caller that says nothing for this long, in either direction, is gone. The longest answer that waits (propagation) waits half as long. */
const SILENT_MS = 120_000;

/** Nest's Express with a server that looks for slow callers every second: Node's own default looks every thirty, so a limit of ten would be forty. */
export class DoorAdapter extends ExpressAdapter {
  override initHttpServer(): void {
    this.httpServer = createServer({ headersTimeout: 10_000, requestTimeout: 60_000, connectionsCheckingInterval: 1_000 }, this.getInstance());
    this.httpServer.setTimeout(SILENT_MS);
  }
}
