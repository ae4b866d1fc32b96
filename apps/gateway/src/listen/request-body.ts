import type { IncomingMessage } from 'node:http';
import { fault, type ByteReader, type InboundBody } from '@gatehouse/data-exchange';

/** The client went before its request was whole. */
export class ClientGone extends Error {}

/** A request body as it comes off a node:http connection. Nothing is read before somebody reads; over `maxBytes` the reader fails. */
export class RequestBody implements InboundBody {
  maxBytes = Infinity;
  #bytes = 0;
  #reader: ByteReader | null = null;

  constructor(private readonly message: IncomingMessage, readonly length: number, private readonly welcome: (() => void) | null) {}

  read(reader: ByteReader): void {
    const { message } = this;
    this.#reader = reader;
    // `Expect: 100-continue` is answered when somebody wants the body, so a refusal costs the client no upload.
    this.welcome?.();
    message.on('data', (chunk: Buffer) => this.#onData(chunk));
    message.on('end', () => this.#settle(null));
    message.on('error', error => this.#settle(error));
    message.on('close', () => this.#settle(message.complete ? null : new ClientGone('the request body ended early')));
  }

  resume(): void {
    this.message.resume();
  }

  destroy(): void {
    this.#reader = null;
    this.message.resume();
  }

  #onData(chunk: Buffer): void {
    this.#bytes += chunk.length;
    if (this.#bytes > this.maxBytes) return this.#settle(fault('REQUEST_TOO_LARGE'));
    if (this.#reader !== null && !this.#reader.onChunk(chunk)) this.message.pause();
  }

  #settle(error: Error | null): void {
    const reader = this.#reader;
    if (reader === null) return;
    this.#reader = null;
    if (error === null) reader.onEnd();
    else reader.onFail(error);
  }
}
