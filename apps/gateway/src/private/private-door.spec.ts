import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { privateDoor } from './private-door.js';

let isReady = false;
let server: Server;
let base = '';
beforeAll(async () => {
  server = privateDoor({ isReady: () => isReady, requests: () => ({ requests: 7, error4xx: 2, error5xx: 1 }), inFlight: () => 3, stages: () => 4, revision: () => 5 });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => { server.closeAllConnections(); server.close(); });

it.each(['/', '/metrics/', '/health', '/__proto__', '/constructor', '/admin', '/_aws/execute-api/x/y'])('%s is 404', async path => {
  expect((await fetch(base + path)).status).toBe(404);
});

it('takes nothing', async () => {
  expect((await fetch(`${base}/metrics`, { method: 'POST', body: 'x' })).status).toBe(405);
});

it('is alive before it is ready', async () => {
  const status = async (path: string) => (await fetch(base + path)).status;
  expect([await status('/health/live'), await status('/health/ready')]).toEqual([200, 503]);
  isReady = true;
  expect(await status('/health/ready')).toBe(200);
});

it('tells figures to Prometheus, and nothing secret', async () => {
  const text = await (await fetch(`${base}/metrics`)).text();
  for (const line of ['gatehouse_requests_total 7', 'gatehouse_client_errors_total 2', 'gatehouse_server_errors_total 1', 'gatehouse_requests_in_flight 3', 'gatehouse_stages 4', 'gatehouse_revision 5']) expect(text).toContain(`\n${line}\n`);
  for (const line of text.trim().split('\n')) expect(line).toMatch(/^(?:# (?:HELP|TYPE) \w+ .+|\w+ [\d.e+-]+)$/);
});
