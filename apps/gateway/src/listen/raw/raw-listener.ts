import { createServer, type Server } from 'node:net';
import { acceptedFirst, FAREWELL_MS, REFUSALS, type Listener, type ListenerOptions } from '../listener.js';
import { RawConnection, type ConnectionHost } from './raw-connection.js';

const LOOK_MS = 250;
/** How long a client may take to close its side after we closed ours. */
const LINGER_MS = 2_000;

/** Our own HTTP/1.1 server on bare sockets: a strict parser, no objects that an exchange does not need. */
export class RawListener implements Listener, ConnectionHost {
  isDraining = false;
  readonly #server: Server;
  #accepted = 0;
  readonly #connections = new Set<RawConnection>();
  readonly #timer: NodeJS.Timeout;

  constructor(readonly options: ListenerOptions) {
    this.#server = createServer({ noDelay: true, allowHalfOpen: false }, socket => {
      this.#accepted++;
      this.#connections.add(new RawConnection(socket, this));
    });
    this.#timer = setInterval(() => this.#look(), Math.min(LOOK_MS, (options.headersTimeoutMs ?? LOOK_MS) / 2));
    this.#timer.unref();
  }

  listen(port: number, host: string): Promise<number> {
    return new Promise((resolve, reject) => {
      this.#server.once('error', reject);
      this.#server.listen({ port, host, backlog: 4_096 }, () => {
        const address = this.#server.address();
        resolve(typeof address === 'object' && address !== null ? address.port : port);
      });
    });
  }

  async drain(graceMs: number): Promise<void> {
    await acceptedFirst(() => this.#accepted);
    this.isDraining = true;
    const closed = new Promise<void>(resolve => this.#server.close(() => resolve()));
    const farewell = setTimeout(() => { for (const connection of this.#connections) if (connection.owes === 'request') connection.socket.end(() => connection.socket.destroy()); }, Math.min(FAREWELL_MS, graceMs));
    const timer = setTimeout(() => { for (const { socket } of this.#connections) socket.destroy(); }, graceMs);
    await closed;
    clearTimeout(farewell);
    clearTimeout(timer);
    clearInterval(this.#timer);
  }

  get inFlight(): number {
    let count = 0;
    for (const { isBusy } of this.#connections) if (isBusy) count++;
    return count;
  }

  closed(connection: RawConnection): void {
    this.#connections.delete(connection);
  }

  /** Cuts off who owes too long: slow heads, slow bodies, connections that rest, and clients that never close. */
  #look(): void {
    const { headersTimeoutMs = 10_000, requestTimeoutMs = 60_000, keepAliveMs = 65_000, clock } = this.options;
    const now = clock.monotonicMs();
    for (const connection of this.#connections) {
      const waitedMs = now - connection.sinceMs;
      if (connection.isEnding) { if (waitedMs > LINGER_MS && connection.socket.writableLength === 0) connection.socket.destroy(); continue; }
      switch (connection.owes) {
        case 'head': if (waitedMs > headersTimeoutMs) connection.refuse(REFUSALS.tooSlow); break;
        case 'body': if (waitedMs > requestTimeoutMs) connection.socket.destroy(); break;
        case 'request': if (waitedMs > keepAliveMs) connection.socket.destroy(); break;
        case 'nothing': break;
      }
    }
  }
}
