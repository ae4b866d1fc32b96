import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A small HTTP backend: two pets, and 201 for every POST. */
export class PetOrigin {
  readonly #server: Server = createServer((request, response) => {
    const pet = /^\/pets\/([12])$/.exec(request.url ?? '')?.[1];
    const body = pet === undefined ? '[]' : JSON.stringify({ id: Number(pet), name: pet === '1' ? 'Rex' : 'Tom' });
    response.writeHead(request.method === 'POST' ? 201 : 200, { 'Content-Type': 'application/json', 'Content-Length': body.length });
    request.resume().on('end', () => response.end(body));
  });

  async start(): Promise<this> {
    await new Promise<void>(resolve => this.#server.listen(0, '127.0.0.1', resolve));
    return this;
  }

  get base(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  stop(): void {
    this.#server.closeAllConnections();
    this.#server.close();
  }
}
