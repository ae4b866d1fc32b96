import http, { type ClientRequest } from 'node:http';
import type { AddressInfo } from 'node:net';
import { ServiceFault } from '@gatehouse/contract-wire';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BodyReader, MAX_BODY_BYTES } from './body-reader.js';

const reader = new BodyReader();
const server = http.createServer((request, response) => {
  reader.read(request).then(
    body => response.end(String(body.length)),
    (error: unknown) => { response.writeHead(error instanceof ServiceFault ? error.status : 500); response.end(); request.resume(); },
  );
});
let port = 0;
const strangers: ClientRequest[] = [];
beforeAll(async () => { await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve)); ({ port } = server.address() as AddressInfo); });
afterAll(() => { for (const stranger of strangers) stranger.destroy(); server.closeAllConnections(); server.close(); });

/** Sends a body and answers the status and what the reader counted. */
const send = (bytes: number, headers: Readonly<Record<string, string>> = {}): Promise<string> => new Promise((resolve, reject) => {
  const request = http.request({ port, host: '127.0.0.1', agent: false, method: 'POST', headers: { 'content-length': String(bytes), ...headers } }, response => {
    let text = '';
    response.setEncoding('utf8').on('data', (chunk: string) => { text += chunk; }).once('end', () => resolve(`${response.statusCode} ${text}`));
  });
  request.once('error', reject);
  request.end(Buffer.alloc(bytes, ' '));
});
/** Says nine megabytes of ten and then nothing more. */
function stall(): Promise<void> {
  const request = http.request({ port, host: '127.0.0.1', agent: false, method: 'POST', headers: { 'content-length': String(MAX_BODY_BYTES) } });
  request.on('error', () => undefined);
  strangers.push(request);
  return new Promise(resolve => request.write(Buffer.alloc(9 * 1024 * 1024, ' '), () => resolve()));
}

describe('BodyReader', () => {
  it('refuses a body that says it is too large, and one in another encoding', async () => {
    expect(await send(MAX_BODY_BYTES + 1)).toBe('413 ');
    expect(await send(10, { 'content-encoding': 'gzip' })).toBe('415 ');
  });

  it('reads the largest body there may be', async () => {
    expect(await send(MAX_BODY_BYTES)).toBe(`200 ${MAX_BODY_BYTES}`);
  });

  it('while strangers hold what large bodies share: another large one is refused with 503, small ones are read; afterwards all are', async () => {
    await Promise.all(Array.from({ length: 7 }, stall));
    await expect.poll(() => send(2 * 1024 * 1024), { timeout: 5_000 }).toBe('503 ');
    for (let i = 0; i < 20; i++) expect(await send(60 * 1024)).toBe(`200 ${60 * 1024}`);
    for (const stranger of strangers) stranger.destroy();
    await expect.poll(() => send(2 * 1024 * 1024), { timeout: 5_000 }).toBe(`200 ${2 * 1024 * 1024}`);
  });
});
