import { fault, type ByteReader, type ByteStream, type Cancelable, type UpstreamRequest, type UpstreamResponse } from '@gatehouse/data-exchange';
import type { Connection } from './connection.js';
import type { Deadlines, Expiring } from './deadlines.js';
import { faultOf } from './faults.js';
import type { UpstreamBody } from './upstream-body.js';

/** Finds a connection for a call: at once, by dialling, or later when one is free. */
export interface Placer { place(call: Call, mustBeFresh: boolean): void; withdraw(call: Call): void }

const CRLF = Buffer.from('\r\n');
const LAST_CHUNK = Buffer.from('0\r\n\r\n');
/** Methods that may be sent again without harm when a kept connection turns out to be dead. */
const REPEATABLE = new Set(['GET', 'HEAD', 'OPTIONS', 'PUT', 'DELETE', 'TRACE']);
const EXPECTS_LENGTH = new Set(['POST', 'PUT', 'PATCH']);

/**
 * One request under way to a backend. A body is read before a connection is taken, so a slow client holds none, and the head leaves
 * together with the first bytes of its body: a request whose body turns out invalid in the tick of its head never reaches a backend.
 */
export class Call implements Cancelable, ByteReader, Expiring {
  readonly dueMs: number;
  connection: Connection | null = null;
  /** The rest of the answer, once its head was handed over. */
  body: UpstreamBody | null = null;
  isBodySent = false;
  isRepeated = false;
  #isHeadSent = false;
  #isSettled = false;
  #held: Buffer[] = [];
  #isHeldLast = false;
  #canTakeMore = false;
  #sentBytes = 0;
  readonly #stream: ByteStream | null;

  constructor(
    readonly request: UpstreamRequest,
    private readonly placer: Placer,
    private readonly deadlines: Deadlines,
    nowMs: number,
    private readonly slot: { cancelable: Cancelable | null },
    private readonly resolve: (response: UpstreamResponse) => void,
    private readonly reject: (error: Error) => void,
  ) {
    const { body } = request;
    this.#stream = body === null || Buffer.isBuffer(body) ? null : body;
    this.dueMs = nowMs + request.timeoutMs;
    deadlines.add(request.timeoutMs, this);
    slot.cancelable = this;
  }

  get isHeadRequest(): boolean {
    return this.request.method === 'HEAD';
  }

  begin(): void {
    if (this.#stream !== null) return this.#stream.read(this);
    this.placer.place(this, false);
  }

  /** The connection is ours: what is ready leaves in one write. */
  attach(connection: Connection): void {
    this.connection = connection;
    const { request } = this;
    const start = `${request.method} ${request.target} HTTP/1.1\r\nHost: ${request.origin.authority}\r\n${request.head}${this.#framing()}\r\n`;
    this.#isHeadSent = true;
    if (this.#stream === null) {
      this.isBodySent = true;
      const body = request.body as Buffer | null;
      if (body === null || body.length === 0) connection.writeText(start);
      else connection.write(Buffer.concat([Buffer.from(start, 'latin1'), body]));
      return;
    }
    const held = this.#held;
    this.#held = [];
    if (this.#isHeldLast) this.isBodySent = true;
    this.#canTakeMore = connection.write(Buffer.concat([Buffer.from(start, 'latin1'), ...held.map(chunk => this.#framed(chunk)), ...(this.#isHeldLast ? this.#last() : [])]));
    if (this.#canTakeMore && !this.isBodySent) this.#stream.resume();
  }

  onChunk(chunk: Buffer): boolean {
    if (this.#isSettled && this.body === null) return true;
    if (this.#isHeadSent) return this.connection?.write(this.#framed(chunk)) ?? true;
    this.#held.push(chunk);
    if (this.#held.length === 1) this.placer.place(this, false);
    return this.#canTakeMore;
  }

  onEnd(): void {
    if (this.isBodySent) return;
    if (!this.#isHeadSent) {
      this.#isHeldLast = true;
      if (this.#held.length === 0) this.placer.place(this, false);
      return;
    }
    this.isBodySent = true;
    for (const last of this.#last()) this.connection?.write(last);
  }

  onFail(error: Error): void {
    this.fail(error);
  }

  /** The backend takes more of the request body again. */
  drained(): void {
    if (!this.isBodySent) this.#stream?.resume();
  }

  respond(response: UpstreamResponse): void {
    if (this.#isSettled) return;
    this.#isSettled = true;
    this.resolve(response);
  }

  /** The last byte of the answer is here. */
  finish(): void {
    this.deadlines.remove(this.request.timeoutMs, this);
    this.connection = null;
    if (this.slot.cancelable === this) this.slot.cancelable = null;
    this.body?.end();
  }

  /** The backend went before its first byte: sent again once, on a new connection, when that can do no harm. */
  lost(error: Error, wasReused: boolean): void {
    this.connection = null;
    const canRepeat = wasReused && !this.isRepeated && !this.#isSettled && this.request.body === null && REPEATABLE.has(this.request.method);
    if (!canRepeat) return this.fail(error);
    this.isRepeated = true;
    this.placer.place(this, true);
  }

  fail(error: Error): void {
    this.deadlines.remove(this.request.timeoutMs, this);
    if (this.slot.cancelable === this) this.slot.cancelable = null;
    const { connection } = this;
    this.connection = null;
    connection?.abandon();
    if (connection === null) this.placer.withdraw(this);
    if (this.#isSettled) return this.body?.fail(error);
    this.#isSettled = true;
    this.reject(faultOf(error));
  }

  cancel(): void {
    this.fail(new Error('the client left'));
  }

  expire(): void {
    this.fail(fault('INTEGRATION_TIMEOUT', `no complete answer within ${this.request.timeoutMs} ms`));
  }

  #framing(): string {
    const { body, method } = this.request;
    if (body === null) return EXPECTS_LENGTH.has(method) ? 'Content-Length: 0\r\n' : '';
    return body.length >= 0 ? `Content-Length: ${body.length}\r\n` : 'Transfer-Encoding: chunked\r\n';
  }

  #framed(chunk: Buffer): Buffer {
    const length = this.#stream?.length ?? 0;
    this.#sentBytes += chunk.length;
    if (length >= 0) {
      if (this.#sentBytes >= length) this.isBodySent = true;
      return chunk;
    }
    return Buffer.concat([Buffer.from(`${chunk.length.toString(16)}\r\n`, 'latin1'), chunk, CRLF]);
  }

  #last(): readonly Buffer[] {
    return this.#stream !== null && this.#stream.length < 0 ? [LAST_CHUNK] : [];
  }
}
