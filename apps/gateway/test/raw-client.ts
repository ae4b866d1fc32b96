import { connect, type Socket } from 'node:net';

/** A client on a bare socket: it sends exactly the bytes that a test says. */
export class RawClient {
  received = '';
  isClosed = false;
  readonly socket: Socket;

  constructor(port: number) {
    this.socket = connect({ port, host: '127.0.0.1', noDelay: true });
    this.socket.on('data', chunk => { this.received += chunk.toString('latin1'); });
    this.socket.on('close', () => { this.isClosed = true; });
    this.socket.on('error', () => { this.isClosed = true; });
  }

  send(bytes: string): this {
    this.socket.write(bytes, 'latin1');
    return this;
  }

  /** Waits until the condition holds; after `ms` the test goes on and its own expectation tells. */
  async until(condition: () => boolean, ms = 2_000): Promise<this> {
    await eventually(condition, ms);
    return this;
  }

  close(): void {
    this.socket.destroy();
  }

  get status(): string {
    return this.received.slice(0, 12);
  }
}

/** Resolves when the condition holds, or after `ms`. */
export async function eventually(condition: () => boolean, ms = 2_000): Promise<void> {
  const until = performance.now() + ms;
  while (!condition() && performance.now() < until) await new Promise(resolve => setTimeout(resolve, 5));
}

export const pause = (ms: number): Promise<void> => new Promise(resolve => setTimeout(resolve, ms));
