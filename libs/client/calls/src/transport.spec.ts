import { describe, expect, it } from 'vitest';
import { CallFault } from './call-fault.js';
import { createTransport } from './transport.js';

const answering = (response: Response) => {
  const asked: RequestInit[] = [];
  const send = createTransport({
    origin: 'http://h',
    csrfToken: () => 'token',
    fetch: (_url, init) => {
      asked.push(init ?? {});
      return Promise.resolve(response);
    },
  });
  return { send, asked };
};
const get = { method: 'GET', path: '/x' };

describe('what comes back', () => {
  it('a refusal of a file is a fault in words, never a file', async () => {
    const { send } = answering(new Response('{"message":"Invalid stage identifier specified"}', { status: 404 }));
    await expect(send({ ...get, answersFile: true })).rejects.toThrow(CallFault);
  });

  it('something that is not JSON is a fault', async () => {
    await expect(answering(new Response('<html>')).send(get)).rejects.toThrow('not JSON');
  });

  it('a file keeps its bytes and the name that the server gave it', async () => {
    const bytes = new Uint8Array([0, 255, 128, 10]);
    const headers = { 'content-disposition': 'attachment; filename="oas30_2026-11-20T10:00:00Z.yaml"' };
    const { body } = await answering(new Response(bytes, { headers })).send({ ...get, answersFile: true });
    expect(body).toEqual({ bytes, name: 'oas30_2026-11-20T10:00:00Z.yaml' });
    expect((await answering(new Response(bytes)).send({ ...get, answersFile: true })).body).toEqual({ bytes, name: null });
  });

  it("an operation's own Accept replaces JSON", async () => {
    const { send, asked } = answering(new Response('{}'));
    await send({ ...get, headers: { accept: 'application/yaml' } });
    expect(new Headers(asked[0]?.headers).get('accept')).toBe('application/yaml');
  });
});
