import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';

/** What an origin does with a connection; `bytes` is everything that has arrived on it so far. */
export type Behaviour = (socket: Socket, bytes: string, connection: number) => void;

export const OK = (body = 'ok', extra = ''): string => `HTTP/1.1 200 OK\r\nContent-Length: ${Buffer.byteLength(body)}\r\n${extra}\r\n${body}`;

/** Counts whole heads in a byte record: good enough for requests without bodies. */
export const headsIn = (bytes: string): number => bytes.split('\r\n\r\n').length - 1;

/** A backend on a bare socket: it records every byte that arrives and answers as the test says. */
export class RawOrigin {
  readonly received: string[] = [];
  readonly sockets: Socket[] = [];
  readonly #server: Server;

  constructor(private behaviour: Behaviour = (socket, bytes) => { if (bytes.endsWith('\r\n\r\n')) socket.write(OK()); }) {
    this.#server = createServer({ noDelay: true }, socket => {
      const at = this.sockets.push(socket) - 1;
      this.received[at] = '';
      socket.on('error', () => socket.destroy());
      socket.on('data', chunk => {
        this.received[at] += chunk.toString('latin1');
        this.behaviour(socket, this.received[at]!, at);
      });
    });
  }

  async start(): Promise<this> {
    await new Promise<void>(resolve => this.#server.listen(0, '127.0.0.1', resolve));
    return this;
  }

  get base(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  get all(): string {
    return this.received.join('');
  }

  behave(behaviour: Behaviour): void {
    this.behaviour = behaviour;
    this.received.length = 0;
    for (const socket of this.sockets.splice(0)) socket.destroy();
  }

  async stop(): Promise<void> {
    for (const socket of this.sockets) socket.destroy();
    await new Promise(resolve => this.#server.close(resolve));
  }
}
