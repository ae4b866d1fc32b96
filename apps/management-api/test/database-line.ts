import net from 'node:net';
import { newDatabase } from './database.js';

/** A way to the database that can be cut and mended. */
export class DatabaseLine {
  readonly #sockets = new Set<net.Socket>();
  #server = net.createServer();
  port = 0;

  constructor(private readonly target: number) {}

  open(): Promise<void> {
    this.#server = net.createServer(near => {
      const far = net.connect(this.target, '127.0.0.1');
      for (const [a, b] of [[near, far], [far, near]] as const) {
        this.#sockets.add(a);
        a.on('error', () => b.destroy());
        a.on('close', () => { this.#sockets.delete(a); b.destroy(); });
        a.pipe(b);
      }
    });
    return new Promise(resolve => this.#server.listen(this.port, '127.0.0.1', () => {
      this.port = (this.#server.address() as net.AddressInfo).port;
      resolve();
    }));
  }

  cut(): Promise<void> {
    const closed = new Promise<void>(resolve => this.#server.close(() => resolve()));
    for (const socket of this.#sockets) socket.destroy();
    return closed;
  }
}

/** A database of one's own behind such a line, and how it is reached. */
export async function newDatabaseLine(): Promise<{ readonly line: DatabaseLine; readonly databaseUrl: string }> {
  const url = new URL(await newDatabase());
  const line = new DatabaseLine(Number(url.port));
  await line.open();
  url.port = String(line.port);
  return { line, databaseUrl: url.href };
}
