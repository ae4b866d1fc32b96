import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { petstoreServer } from './petstore-server.js';

let server: Server;
let base = '';
beforeAll(async () => {
  server = petstoreServer();
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => { server.closeAllConnections(); server.close(); });

const call = async (path: string, init?: RequestInit): Promise<{ status: number; body: unknown }> => {
  const response = await fetch(base + path, init);
  const text = await response.text();
  return { status: response.status, body: text === '' ? null : (JSON.parse(text) as unknown) };
};

describe('the pet store', () => {
  it.each([
    ['GET', '/nothing', undefined, 404], ['GET', '/pets/999', undefined, 404], ['POST', '/pets', '{', 400], ['POST', '/pets', '[]', 400],
    ['POST', '/pets', '{"name":"x","type":"y","price":-1}', 400], ['PUT', '/pets/999', '{"name":"x","type":"y","price":1}', 404], ['POST', '/pets', 'x'.repeat(70_000), 413],
  ])('%s %s with %j is refused', async (method, path, body, status) => {
    expect((await call(path, { method, ...(body === undefined ? {} : { body }) })).status).toBe(status);
  });

  it('keeps, changes and gives away pets', async () => {
    const made = await call('/pets', { method: 'POST', body: '{"name":"Kim","type":"dog","price":5}' });
    expect(made).toMatchObject({ status: 201, body: { name: 'Kim' } });
    const { id } = made.body as { id: number };
    expect(await call(`/pets/${id}`)).toMatchObject({ status: 200, body: { id, price: 5 } });
    expect(await call(`/pets/${id}`, { method: 'PUT', body: '{"name":"Kim","type":"cat","price":6}' })).toMatchObject({ status: 200, body: { type: 'cat' } });
    expect((await call('/pets?type=cat&maxPrice=10')).body).toMatchObject([{ id }]);
    expect((await call(`/pets/${id}`, { method: 'DELETE' })).status).toBe(204);
    expect((await call(`/pets/${id}`)).status).toBe(404);
  });

  it('echoes what it saw', async () => {
    expect((await call('/echo/a?b=1', { method: 'POST', body: 'hello', headers: { 'X-Y': 'z' } })).body).toMatchObject({ method: 'POST', url: '/echo/a?b=1', body: 'hello', headers: { 'x-y': 'z' } });
  });
});
