import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { NoPet, PetShop, ShopIsFull } from './pet-shop.js';

const MAX_BODY_BYTES = 64 * 1024;
const MAX_SLOW_MS = 60_000;

interface Answer { readonly status: number; readonly body?: unknown; readonly headers?: Readonly<Record<string, string>> }
type Handler = (call: { readonly id: number; readonly query: URLSearchParams; readonly body: string; readonly request: IncomingMessage }) => Answer | Promise<Answer>;

class TooLarge extends Error {}

const notFound: Answer = { status: 404, body: { message: 'no such pet' } };

/** The example backend: plain HTTP, nothing but node:http. `/echo` answers the request that it saw, `/slow?ms=` takes its time. */
export function petstoreServer(shop = new PetShop()): Server {
  const routes: Readonly<Record<string, Handler>> = {
    'GET /': () => ({ status: 200, body: { name: 'Gatehouse pet store', try: ['/pets', '/pets/1', '/echo', '/slow?ms=200'] } }),
    'GET /health': () => ({ status: 200, body: { status: 'up' } }),
    'GET /pets': ({ query }) => ({ status: 200, body: shop.list(query) }),
    'POST /pets': ({ body }) => { const pet = shop.add(parse(body)); return { status: 201, body: pet, headers: { Location: `/pets/${pet.id}` } }; },
    'GET /pets/{id}': ({ id }) => { const pet = shop.find(id); return pet === null ? notFound : { status: 200, body: pet }; },
    'PUT /pets/{id}': ({ id, body }) => { const pet = shop.replace(id, parse(body)); return pet === null ? notFound : { status: 200, body: pet }; },
    'DELETE /pets/{id}': ({ id }) => (shop.remove(id) ? { status: 204 } : notFound),
    'GET /slow': async ({ query }) => {
      const ms = Math.min(MAX_SLOW_MS, Math.max(0, Number(query.get('ms') ?? 1_000) || 0));
      await new Promise(resolve => setTimeout(resolve, ms));
      return { status: 200, body: { waitedMs: ms } };
    },
  };
  const server = createServer((request, response) => void answer(routes, request, response));
  server.keepAliveTimeout = 65_000;
  server.on('clientError', (_error, socket) => socket.destroy());
  return server;
}

async function answer(routes: Readonly<Record<string, Handler>>, request: IncomingMessage, response: ServerResponse): Promise<void> {
  try {
    const url = new URL(request.url ?? '/', 'http://petstore');
    const body = await read(request);
    const id = /^\/pets\/(\d{1,9})$/.exec(url.pathname)?.[1];
    const handler = routes[`${request.method} ${id === undefined ? url.pathname : '/pets/{id}'}`];
    if (url.pathname === '/echo' || url.pathname.startsWith('/echo/')) return send(request, response, { status: 200, body: echo(request, body) });
    if (handler === undefined) return send(request, response, { status: 404, body: { message: 'not found' } });
    send(request, response, await handler({ id: Number(id), query: url.searchParams, body, request }));
  } catch (error) {
    send(request, response, refusal(error));
  }
}

const echo = (request: IncomingMessage, body: string): unknown => ({ method: request.method, url: request.url, headers: request.headers, rawHeaders: request.rawHeaders, body });

function refusal(error: unknown): Answer {
  if (error instanceof NoPet) return { status: 400, body: { message: error.message } };
  if (error instanceof TooLarge) return { status: 413, body: { message: 'a request may have 64 KB' }, headers: { Connection: 'close' } };
  if (error instanceof ShopIsFull) return { status: 507, body: { message: error.message } };
  return { status: 500, body: { message: 'the pet store failed' } };
}

function send(request: IncomingMessage, response: ServerResponse, { status, body, headers = {} }: Answer): void {
  if (response.destroyed) return;
  const text = body === undefined ? '' : JSON.stringify(body);
  response.writeHead(status, { ...(body === undefined ? {} : { 'Content-Type': 'application/json', 'Content-Length': String(Buffer.byteLength(text)) }), ...headers });
  response.end(request.method === 'HEAD' ? undefined : text);
}

function parse(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    throw new NoPet('the body is not JSON');
  }
}

async function read(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    size += (chunk as Buffer).length;
    if (size > MAX_BODY_BYTES) throw new TooLarge();
    chunks.push(chunk as Buffer);
  }
  return Buffer.concat(chunks).toString('utf8');
}
