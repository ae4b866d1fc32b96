import type { Socket } from 'node:net';
import { canonicalAddress } from '@gatehouse/contract-primitives';
import { Exchange, finish, newRequestIds, serve } from '@gatehouse/data-exchange';
import { writeAnswer } from '../answer-writer.js';
import { MAX_HEAD_BYTES, REFUSALS, type ListenerOptions } from '../listener.js';
import { RawBody, type BodySource } from './raw-body.js';
import { RawSink, type SinkSetting } from './raw-sink.js';
import { parseRequestHead, type RequestHead } from './request-head.js';

const HEAD_END = Buffer.from('\r\n\r\n');
const CONTINUE = 'HTTP/1.1 100 Continue\r\n\r\n';
const CR = 13, LF = 10;
const BARE_LF = /(?:^|[^\r])\n/;
/** A body that nobody wanted is read to its end up to this size, so that the connection can go on; beyond it the connection is closed. */
const MAX_DRAINED = 256 * 1024;

export interface ConnectionHost { readonly options: ListenerOptions; readonly isDraining: boolean; closed(connection: RawConnection): void }

/** One client's connection: one request at a time, whatever the client sends ahead waits. */
export class RawConnection implements BodySource {
  /** Monotonic time since which the client owes something: a head, the rest of a body, or (idle) its next request. */
  sinceMs: number;
  #pending: Buffer | null = null;
  #exchange: Exchange | null = null;
  #body: RawBody | null = null;
  #setting: SinkSetting | null = null;
  #drained = 0;
  #isPumping = false;
  #expects = false;
  #isEnding = false;
  readonly #sourceIp: string;
  readonly #port: number;
  readonly #nowMs: () => number;

  constructor(readonly socket: Socket, private readonly host: ConnectionHost) {
    this.#nowMs = () => host.options.clock.epochMs();
    this.sinceMs = host.options.clock.monotonicMs();
    this.#sourceIp = canonicalAddress(socket.remoteAddress);
    this.#port = socket.localPort ?? 0;
    socket.on('data', chunk => this.#guarded(chunk));
    socket.on('drain', () => this.#setting?.resume?.());
    socket.on('error', ignoreReset);
    socket.on('close', () => this.#onClose());
  }

  get isEnding(): boolean {
    return this.#isEnding;
  }

  get isBusy(): boolean {
    return this.#exchange !== null;
  }

  /** What the client owes now, for the listener's timeouts. */
  get owes(): 'head' | 'body' | 'request' | 'nothing' {
    if (this.#body !== null && !this.#body.isComplete) return 'body';
    if (this.#exchange !== null) return 'nothing';
    return this.#pending === null ? 'request' : 'head';
  }

  refuse(answer: string): void {
    if (this.#isEnding) return;
    this.#isEnding = true;
    this.#pending = null;
    this.socket.end(answer, 'latin1', () => this.socket.destroy());
  }

  pauseReading(): void {
    this.socket.pause();
  }

  resumeReading(): void {
    this.socket.resume();
  }

  welcome(): void {
    if (this.#setting !== null && this.#expects) this.socket.write(CONTINUE, 'latin1');
    this.#expects = false;
  }

  /** A bug costs this connection, not the process. */
  #guarded(chunk: Buffer): void {
    try {
      this.#onData(chunk);
    } catch (error) {
      this.host.options.onBug(error);
      this.socket.destroy();
    }
  }

  #onData(chunk: Buffer): void {
    if (this.#isEnding) return;
    let bytes = chunk;
    if (this.#body !== null && !this.#body.isComplete) {
      const taken = this.#feed(this.#body, bytes);
      if (taken === bytes.length) return;
      bytes = bytes.subarray(taken);
    }
    if (this.#pending === null) {
      this.#pending = bytes;
      if (this.#exchange === null) this.sinceMs = this.host.options.clock.monotonicMs();
    } else this.#pending = Buffer.concat([this.#pending, bytes]);
    if (this.#exchange !== null) {
      // Sent ahead: it waits, and no more than a head of it.
      if (this.#pending.length > MAX_HEAD_BYTES) this.socket.pause();
      return;
    }
    this.#pump();
  }

  #feed(body: RawBody, bytes: Buffer): number {
    const taken = body.feed(bytes);
    if (this.#exchange === null) {
      this.#drained += taken;
      if (body.isBroken || this.#drained > MAX_DRAINED) this.#end();
    }
    return taken;
  }

  /** Serves what is there, request after request, without a recursion that a pipelining client could deepen. */
  #pump(): void {
    if (this.#isPumping) return;
    this.#isPumping = true;
    while (this.#pending !== null && this.#exchange === null && !this.#isEnding && (this.#body === null || this.#body.isComplete)) if (!this.#next(this.#pending)) break;
    this.#isPumping = false;
  }

  /** Answers false when the head is not whole yet or was refused. */
  #next(bytes: Buffer): boolean {
    let from = 0;
    while (from < 4 && bytes[from] === CR && bytes[from + 1] === LF) from += 2;
    const end = bytes.indexOf(HEAD_END, from);
    if ((end < 0 ? bytes.length : end) - from > MAX_HEAD_BYTES) { this.refuse(REFUSALS.headTooLarge); return false; }
    if (end < 0) {
      // A line that ends in a bare LF will never be a head: no need to wait for its end.
      if (BARE_LF.test(bytes.toString('latin1', from))) this.refuse(REFUSALS.badRequest);
      return false;
    }
    const head = parseRequestHead(bytes.toString('latin1', from, end + 4));
    if (head === null) { this.refuse(REFUSALS.badRequest); return false; }
    const rest = end + 4 < bytes.length ? bytes.subarray(end + 4) : null;
    this.#pending = null;
    this.#body = null;
    this.#drained = 0;
    if (head.bodyLength !== 0) {
      this.#body = new RawBody(head.bodyLength, this);
      const taken = rest === null ? 0 : this.#body.feed(rest);
      // Framing that breaks in the tick of its head: nobody hears of this request.
      if (this.#body.isBroken) { this.refuse(REFUSALS.badRequest); return false; }
      if (rest !== null && taken < rest.length) this.#pending = rest.subarray(taken);
    } else this.#pending = rest;
    this.#serve(head, this.#body);
    return true;
  }

  #serve(head: RequestHead, body: RawBody | null): void {
    const { clock, finder } = this.host.options;
    const { method, target } = head;
    const at = target.indexOf('?');
    const found = finder.find(method, head.host, at < 0 ? target : target.slice(0, at));
    const x = new Exchange(
      {
        method, basePath: found.basePath, path: found.path, query: at < 0 ? '' : target.slice(at + 1), headers: head.headers, host: head.host, protocol: head.version === '1.1' ? 'HTTP/1.1' : 'HTTP/1.0',
        sourceIp: this.#sourceIp, scheme: 'http', port: this.#port, body,
      },
      found.route, found.values, newRequestIds(), clock.monotonicMs(), clock.epochMs(),
    );
    this.#exchange = x;
    this.#expects = head.expectsContinue;
    this.sinceMs = x.startedMs;
    this.#setting = { isHead: method === 'HEAD', isHttp11: head.version === '1.1', keepsAlive: head.keepsAlive, resume: null, nowMs: this.#nowMs };
    const pending = serve(x.route, x);
    if (pending === undefined) this.#answer(x);
    else void pending.then(() => this.#answer(x), (error: unknown) => this.#bug(error, x));
  }

  #answer(x: Exchange): void {
    if (x.isAborted) return;
    const setting = this.#setting!;
    // A body that will not be read to its end ends the connection with the answer, told in its head.
    if (this.#mustCloseBehind() || this.host.isDraining) setting.keepsAlive = false;
    try {
      writeAnswer(x, new RawSink(this.socket, setting), () => this.#done(x));
    } catch (error) {
      this.#bug(error, x);
    }
  }

  #mustCloseBehind(): boolean {
    const body = this.#body;
    if (body === null || body.isComplete) return false;
    return body.isBroken || this.#expects || body.length < 0 || body.length > MAX_DRAINED;
  }

  #done(x: Exchange): void {
    if (this.#exchange !== x) return;
    this.#exchange = null;
    this.sinceMs = x.endedMs = this.host.options.clock.monotonicMs();
    finish(x.route, x);
    if (!this.#setting!.keepsAlive) return this.#end();
    this.#body?.drop();
    this.socket.resume();
    this.#pump();
  }

  /** Ends our side; what the client still sends is thrown away, so that its answer is not lost to a reset. */
  #end(): void {
    if (this.#isEnding) return;
    this.#isEnding = true;
    this.#pending = null;
    this.#body?.drop();
    this.socket.end();
    this.sinceMs = this.host.options.clock.monotonicMs();
  }

  #bug(error: unknown, x: Exchange): void {
    this.host.options.onBug(error);
    this.socket.destroy();
    if (this.#exchange === x) this.#done(x);
  }

  #onClose(): void {
    this.#isEnding = true;
    this.host.closed(this);
    this.#body?.fail();
    const x = this.#exchange;
    this.#exchange = null;
    if (x === null) return;
    x.abort();
    x.endedMs = this.host.options.clock.monotonicMs();
    finish(x.route, x);
  }
}

/** A reset is how a client says that it has gone; its connection's close event tells the rest. */
const ignoreReset = (): void => undefined;
