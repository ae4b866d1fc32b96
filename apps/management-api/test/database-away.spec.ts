import net from 'node:net';
import { CreateRestApiCommand } from '@aws-sdk/client-api-gateway';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newDatabase } from './database.js';
import { startSystem, type TestSystem } from './system.js';

/** A way to the database that can be cut and mended. */
class Line {
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

let system: TestSystem;
let line: Line;
beforeAll(async () => {
  const url = new URL(await newDatabase());
  line = new Line(Number(url.port));
  await line.open();
  url.port = String(line.port);
  system = await startSystem(url.href);
});
afterAll(async () => {
  await system.close();
  await line.cut();
});

describe('a database that is away', () => {
  it('answers reads, writes and readiness with 503 within two seconds, and everything works again when it is back', async () => {
    const made = await system.aws.send(new CreateRestApiCommand({ name: 'before' }));
    await line.cut();
    for (const [method, path, body] of [['GET', '/restapis', undefined], ['POST', '/restapis', { name: 'x' }], ['DELETE', `/restapis/${made.id}`, undefined]] as const) {
      const started = Date.now();
      const answer = await system.request(method, path, body);
      expect([answer.status, answer.headers.get('x-amzn-errortype'), answer.headers.get('retry-after')]).toEqual([503, 'ServiceUnavailableException', '1']);
      expect(answer.text).not.toMatch(/ECONNREFUSED|127\.0\.0\.1/);
      expect(Date.now() - started).toBeLessThan(2_000);
    }
    expect((await system.request('GET', '/health/ready')).status).toBe(503);
    expect((await system.request('GET', '/health/live')).status).toBe(200);
    await line.open();
    const after = await system.request('GET', `/restapis/${made.id}`);
    expect([after.status, after.body['name']]).toEqual([200, 'before']);
    expect(system.unexpected.length).toBeGreaterThan(0);
  });
});
