import type { Socket } from 'node:net';
import type { Origin } from '@gatehouse/data-exchange';
import type { AddressPolicy } from './address-policy.js';
import type { Call } from './call.js';
import { ChunkedDecoder } from './chunked-decoder.js';
import { dial } from './dial.js';
import { CHUNKED, parseResponseHead, UNTIL_CLOSE, type ResponseHead } from './response-head.js';
import { UpstreamBody, type BodyCarrier } from './upstream-body.js';

/** Who keeps idle connections. */
export interface Keeper { release(connection: Connection): void; gone(connection: Connection): void }

const HEAD_END = Buffer.from('\r\n\r\n');
const MAX_HEAD = 64 * 1024;
const MAX_INTERIM = 16;
/** One buffer for all reads: what it holds is valid only inside the callback, so whatever stays is copied. */
const READ_BUFFER = Buffer.allocUnsafeSlow(64 * 1024);

/** A backend broke HTTP in a way that could be read as something else; its connection is never used again. */
class BrokenAnswer extends Error {}

/** One HTTP/1.1 connection to a backend, one call at a time. */
export class Connection implements BodyCarrier {
  idleSinceMs = 0;
  isReused = false;
  keepAliveMs = 0;
  #socket: Socket;
  #call: Call | null = null;
  #partial: Buffer | null = null;
  #hasBytes = false;
  #head: ResponseHead | null = null;
  #left = 0;
  #decoder: ChunkedDecoder | null = null;
  /** Data of a chunked body that came with its head, until somebody can take it. */
  #early: Buffer[] = [];
  #interim = 0;
  #isClosed = false;

  constructor(origin: Origin, isAllowed: AddressPolicy, private readonly keeper: Keeper) {
    this.#socket = dial(origin, isAllowed, { buffer: READ_BUFFER, callback: length => this.#onBytes(READ_BUFFER, length) });
    this.#socket.on('error', error => this.#onGone(error));
    this.#socket.on('end', () => this.#onEnd());
    this.#socket.on('close', () => this.#onGone(new Error('the backend closed the connection')));
    this.#socket.on('drain', () => this.#call?.drained());
  }

  get isIdle(): boolean {
    return this.#call === null && !this.#isClosed;
  }

  serve(call: Call): void {
    this.#call = call;
    this.#hasBytes = false;
    this.#interim = 0;
    call.attach(this);
  }

  writeText(text: string): boolean {
    return this.#socket.write(text, 'latin1');
  }

  write(bytes: Buffer): boolean {
    return this.#socket.write(bytes);
  }

  resumeReading(): void {
    this.#socket.resume();
  }

  giveUp(): void {
    this.#call?.fail(new Error('nobody reads the answer'));
  }

  /** The call is over before the answer is: the connection cannot be used again. */
  abandon(): void {
    this.#call = null;
    this.#socket.destroy();
  }

  #onBytes(bytes: Buffer, length: number): boolean {
    if (this.#call === null) {
      this.#socket.destroy();
      return true;
    }
    this.#hasBytes = true;
    try {
      return this.#head === null ? this.#readHead(bytes, length) : this.#readBody(this.#head, bytes, 0, length);
    } catch (error) {
      // Broken answers end here, and so does a bug: it costs this exchange and this connection, not the process.
      this.#call?.fail(error instanceof Error ? error : new Error(String(error)));
      this.#socket.destroy();
      return true;
    }
  }

  #readHead(arrived: Buffer, arrivedLength: number): boolean {
    const call = this.#call!;
    let bytes = arrived, length = arrivedLength;
    if (this.#partial !== null) {
      bytes = Buffer.concat([this.#partial, arrived.subarray(0, arrivedLength)]);
      length = bytes.length;
      this.#partial = null;
    }
    let from = 0;
    for (;;) {
      const end = bytes.indexOf(HEAD_END, from);
      const isWhole = end >= 0 && end + 4 <= length;
      if ((isWhole ? end : length) - from > MAX_HEAD) throw new BrokenAnswer('the head is larger than 64 KB');
      if (!isWhole) {
        this.#partial = Buffer.from(bytes.subarray(from, length));
        return true;
      }
      const head = parseResponseHead(bytes.toString('latin1', from, end + 4), call.isHeadRequest);
      if (head === null || head.status === 101) throw new BrokenAnswer('the head cannot be trusted');
      from = end + 4;
      if (head.status >= 200) return this.#start(call, head, bytes, from, length);
      if (++this.#interim > MAX_INTERIM) throw new BrokenAnswer('too many interim answers');
    }
  }

  #start(call: Call, head: ResponseHead, bytes: Buffer, from: number, length: number): boolean {
    const { status, reason, headers, framing } = head;
    if (framing >= 0) {
      if (length - from > framing) throw new BrokenAnswer('more bytes than the length says');
      if (length - from === framing) {
        // The whole answer in one read: the usual case, and the one that costs least.
        call.respond({ status, reason, headers, body: framing === 0 ? null : Buffer.from(bytes.subarray(from, length)) });
        this.#finish(head);
        return true;
      }
    }
    this.#head = head;
    this.#left = framing;
    this.#decoder = framing === CHUNKED ? new ChunkedDecoder() : null;
    if (this.#decoder !== null) {
      const whole = this.#wholeChunked(this.#decoder, bytes, from, length);
      if (whole !== null) {
        call.respond({ status, reason, headers, body: whole });
        this.#finish(head);
        return true;
      }
    }
    call.body = new UpstreamBody(framing >= 0 ? framing : -1, this);
    let wantsMore = true;
    if (this.#decoder === null && from < length) wantsMore = this.#readBody(head, bytes, from, length);
    else for (const chunk of this.#early) wantsMore = call.body.push(chunk);
    this.#early = [];
    call.respond({ status, reason, headers, body: call.body });
    return wantsMore;
  }

  /** The data of a chunked body that came whole with its head; null = there is more to come, and what came waits in `#early`. */
  #wholeChunked(decoder: ChunkedDecoder, bytes: Buffer, from: number, length: number): Buffer | null {
    const chunks: Buffer[] = [];
    const stop = decoder.decode(bytes, from, length, (start, end) => chunks.push(Buffer.from(bytes.subarray(start, end))));
    if (!decoder.isDone) {
      this.#early = chunks;
      return null;
    }
    if (stop !== length) throw new BrokenAnswer('bytes behind the last chunk');
    return chunks.length === 1 ? chunks[0]! : Buffer.concat(chunks);
  }

  #readBody(head: ResponseHead, bytes: Buffer, from: number, length: number): boolean {
    const body = this.#call!.body!;
    if (this.#decoder !== null) {
      let wantsMore = true;
      const stop = this.#decoder.decode(bytes, from, length, (start, end) => { wantsMore = body.push(Buffer.from(bytes.subarray(start, end))); });
      if (!this.#decoder.isDone) return wantsMore;
      if (stop !== length) throw new BrokenAnswer('bytes behind the last chunk');
      this.#finish(head);
      return true;
    }
    if (head.framing !== UNTIL_CLOSE) {
      if (length - from > this.#left) throw new BrokenAnswer('more bytes than the length says');
      this.#left -= length - from;
    }
    const wantsMore = body.push(Buffer.from(bytes.subarray(from, length)));
    if (head.framing === UNTIL_CLOSE || this.#left > 0) return wantsMore;
    this.#finish(head);
    return true;
  }

  /** The answer is whole. A connection whose request is not is never used again. */
  #finish(head: ResponseHead): void {
    const call = this.#call!;
    this.#call = null;
    this.#head = null;
    this.#decoder = null;
    this.keepAliveMs = head.keepAliveMs;
    call.finish();
    if (head.keepsAlive && call.isBodySent && !this.#isClosed) this.keeper.release(this);
    else this.#socket.destroy();
  }

  /** The backend ended its side: the end of a body that says so by closing, and the end of everything else. */
  #onEnd(): void {
    const call = this.#call;
    if (call !== null && this.#head?.framing === UNTIL_CLOSE) this.#finish(this.#head);
    else this.#socket.destroy();
  }

  #onGone(error: Error): void {
    if (this.#isClosed) return;
    this.#isClosed = true;
    this.#socket.destroy();
    this.keeper.gone(this);
    const call = this.#call;
    this.#call = null;
    if (call === null) return;
    if (this.#hasBytes) call.fail(error);
    else call.lost(error, this.isReused);
  }
}
