import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { Server as NetServer, type Socket } from 'node:net';
import { canonicalAddress } from '@gatehouse/contract-primitives';
import { Exchange, finish, newRequestIds, serve } from '@gatehouse/data-exchange';
import { writeAnswer } from './answer-writer.js';
import { checkFraming } from './framing.js';
import { acceptedFirst, FAREWELL_MS, MAX_HEAD_BYTES, REFUSALS, type Listener, type ListenerOptions } from './listener.js';
import { NodeSink } from './node-sink.js';
import { RequestBody } from './request-body.js';

/** What is the same for all requests of a connection, and those under way: more than one when a client pipelines. */
interface ClientConnection { readonly exchanges: Set<Exchange>; readonly sourceIp: string; readonly port: number }

const BY_CODE: Readonly<Record<string, string>> = { HPE_HEADER_OVERFLOW: REFUSALS.headTooLarge, ERR_HTTP_REQUEST_TIMEOUT: REFUSALS.tooSlow };

/** node:http reads the bytes; what its parser lets through although it is ambiguous is refused before it becomes an exchange. */
export class NodeListener implements Listener {
  readonly server: Server;
  #accepted = 0;
  readonly #open = new Map<Socket, ClientConnection>();
  #isDraining = false;

  constructor(private readonly options: ListenerOptions) {
    const { headersTimeoutMs = 10_000, requestTimeoutMs = 60_000, keepAliveMs = 65_000 } = options;
    this.server = createServer({
      noDelay: true, maxHeaderSize: MAX_HEAD_BYTES, headersTimeout: headersTimeoutMs, requestTimeout: requestTimeoutMs, keepAliveTimeout: keepAliveMs,
      connectionsCheckingInterval: Math.min(1_000, headersTimeoutMs), requireHostHeader: false, insecureHTTPParser: false,
    });
    // Every header is judged: none may hide behind a count.
    this.server.maxHeadersCount = 0;
    this.server.on('request', (message: IncomingMessage, response: ServerResponse) => this.#guarded(message, response, null));
    this.server.on('checkContinue', (message: IncomingMessage, response: ServerResponse) => this.#guarded(message, response, () => response.writeContinue()));
    this.server.on('connection', socket => this.#onConnection(socket));
    this.server.on('clientError', (error: NodeJS.ErrnoException, socket) => refuse(socket as Socket, BY_CODE[error.code ?? ''] ?? REFUSALS.badRequest));
    this.server.on('connect', (_message, socket) => refuse(socket as Socket, REFUSALS.badRequest));
  }

  listen(port: number, host: string): Promise<number> {
    return new Promise((resolve, reject) => {
      this.server.once('error', reject);
      this.server.listen({ port, host, backlog: 4_096 }, () => {
        const address = this.server.address();
        resolve(typeof address === 'object' && address !== null ? address.port : port);
      });
    });
  }

  async drain(graceMs: number): Promise<void> {
    await acceptedFirst(() => this.#accepted);
    this.#isDraining = true;
    // Not node:http's own close, which cuts resting connections in the same breath.
    const closed = new Promise<void>(resolve => NetServer.prototype.close.call(this.server, () => resolve()));
    const farewell = setTimeout(() => this.server.closeIdleConnections(), Math.min(FAREWELL_MS, graceMs));
    const timer = setTimeout(() => this.server.closeAllConnections(), graceMs);
    await closed;
    clearTimeout(farewell);
    clearTimeout(timer);
  }

  get inFlight(): number {
    let count = 0;
    for (const { exchanges } of this.#open.values()) count += exchanges.size;
    return count;
  }

  #onConnection(socket: Socket): void {
    this.#accepted++;
    const exchanges = new Set<Exchange>();
    this.#open.set(socket, { exchanges, sourceIp: canonicalAddress(socket.remoteAddress), port: socket.localPort ?? 0 });
    socket.on('error', ignoreReset);
    socket.on('close', () => {
      this.#open.delete(socket);
      for (const x of exchanges) this.#abort(x);
      exchanges.clear();
    });
  }

  /** A bug costs this connection, not the process. */
  #guarded(message: IncomingMessage, response: ServerResponse, welcome: (() => void) | null): void {
    try {
      this.#serve(message, response, welcome);
    } catch (error) {
      this.options.onBug(error);
      message.socket.destroy();
    }
  }

  #serve(message: IncomingMessage, response: ServerResponse, welcome: (() => void) | null): void {
    const { socket } = message;
    const framing = checkFraming(message.httpVersion, message.url ?? '', message.rawHeaders);
    const connection = this.#open.get(socket);
    if (framing === null || connection === undefined) return refuse(socket, REFUSALS.badRequest);
    const { exchanges } = connection;
    const x = this.#exchange(message, framing.host, framing.bodyLength === 0 ? null : new RequestBody(message, framing.bodyLength, welcome), connection);
    exchanges.add(x);
    const answer = (): void => this.#answer(x, response, exchanges);
    const pending = serve(x.route, x);
    if (pending === undefined) answer();
    else void pending.then(answer, (error: unknown) => this.#bug(error, response, exchanges, x));
  }

  #exchange(message: IncomingMessage, host: string, body: RequestBody | null, { sourceIp, port }: ClientConnection): Exchange {
    const { clock, finder } = this.options;
    const target = message.url ?? '/';
    const at = target.indexOf('?');
    const method = message.method ?? '';
    const found = finder.find(method, host, at < 0 ? target : target.slice(0, at));
    return new Exchange(
      {
        method, basePath: found.basePath, path: found.path, query: at < 0 ? '' : target.slice(at + 1), headers: message.rawHeaders, host, protocol: message.httpVersion === '1.1' ? 'HTTP/1.1' : 'HTTP/1.0',
        sourceIp, scheme: 'http', port, body,
      },
      found.route, found.values, newRequestIds(), clock.monotonicMs(), clock.epochMs(),
    );
  }

  #answer(x: Exchange, response: ServerResponse, exchanges: Set<Exchange>): void {
    if (x.isAborted) return;
    if (this.#isDraining) response.shouldKeepAlive = false;
    try {
      writeAnswer(x, new NodeSink(response, x.inbound.method === 'HEAD'), () => this.#end(x, exchanges));
    } catch (error) {
      this.#bug(error, response, exchanges, x);
    }
  }

  #end(x: Exchange, exchanges: Set<Exchange>): void {
    if (x.endedMs >= 0) return;
    exchanges.delete(x);
    x.endedMs = this.options.clock.monotonicMs();
    finish(x.route, x);
  }

  #abort(x: Exchange): void {
    x.abort();
    if (x.endedMs >= 0) return;
    x.endedMs = this.options.clock.monotonicMs();
    finish(x.route, x);
  }

  #bug(error: unknown, response: ServerResponse, exchanges: Set<Exchange>, x: Exchange): void {
    this.options.onBug(error);
    response.destroy();
    this.#end(x, exchanges);
  }
}

/** A reset is how a client says that it has gone; its connection's close event tells the rest. */
const ignoreReset = (): void => undefined;

function refuse(socket: Socket, answer: string): void {
  if (socket.writable && !socket.destroyed) socket.end(answer, 'latin1', () => socket.destroy());
  else socket.destroy();
}
