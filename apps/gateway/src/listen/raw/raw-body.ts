import { fault, type ByteReader, type InboundBody } from '@gatehouse/data-exchange';
import { ChunkedDecoder, MalformedChunks } from '../../ports/upstream/chunked-decoder.js';
import { ClientGone } from '../request-body.js';

/** What a body asks of the connection that it comes on. */
export interface BodySource { pauseReading(): void; resumeReading(): void; welcome(): void }

/** Bytes that may wait for a reader before the client is told to wait. */
const MAX_HELD = 64 * 1024;

/** A request body as it comes off a bare socket. What came with the head waits until somebody reads. */
export class RawBody implements InboundBody {
  maxBytes = Infinity;
  isComplete = false;
  #reader: ByteReader | null = null;
  #held: Buffer[] = [];
  #heldBytes = 0;
  #bytes = 0;
  #failure: Error | null = null;
  #isDropped = false;
  readonly #decoder: ChunkedDecoder | null;

  constructor(readonly length: number, private readonly source: BodySource) {
    this.#decoder = length < 0 ? new ChunkedDecoder() : null;
  }

  /**
   * Takes what belongs to the body from `bytes` and answers how many that were. All of it is checked before any of it goes on, so
   * framing that turns bad within one read delivers nothing.
   */
  feed(bytes: Buffer): number {
    const chunks: Buffer[] = [];
    let taken = bytes.length;
    try {
      if (this.#decoder === null) {
        taken = Math.min(bytes.length, this.length - this.#bytes);
        if (taken > 0) chunks.push(taken === bytes.length ? bytes : bytes.subarray(0, taken));
      } else {
        taken = this.#decoder.decode(bytes, 0, bytes.length, (start, end) => chunks.push(bytes.subarray(start, end)));
      }
    } catch (error) {
      if (!(error instanceof MalformedChunks)) throw error;
      this.fail(fault('DEFAULT_4XX', error));
      return bytes.length;
    }
    for (const chunk of chunks) this.#take(chunk);
    if (this.#decoder === null ? this.#bytes >= this.length : this.#decoder.isDone) this.#complete();
    return taken;
  }

  get isBroken(): boolean {
    return this.#failure !== null;
  }

  read(reader: ByteReader): void {
    this.#reader = reader;
    if (!this.isComplete) this.source.welcome();
    const held = this.#held;
    this.#held = [];
    const wasFull = this.#heldBytes >= MAX_HELD;
    this.#heldBytes = 0;
    let wantsMore = true;
    for (const chunk of held) if (this.#reader !== null) wantsMore = reader.onChunk(chunk);
    if (this.#failure !== null) this.#tell(this.#failure);
    else if (this.isComplete) this.#tell(null);
    else if (wasFull && wantsMore) this.source.resumeReading();
  }

  resume(): void {
    this.source.resumeReading();
  }

  destroy(): void {
    this.drop();
  }

  /** Nobody reads any more: what still comes is thrown away. */
  drop(): void {
    this.#isDropped = true;
    this.#reader = null;
    this.#held = [];
    this.source.resumeReading();
  }

  /** The client went, or its framing broke. */
  fail(error: Error = new ClientGone('the request body ended early')): void {
    if (this.isComplete || this.#failure !== null) return;
    this.#failure = error;
    this.#tell(error);
  }

  #take(chunk: Buffer): void {
    this.#bytes += chunk.length;
    if (this.#isDropped || this.#failure !== null) return;
    if (this.#bytes > this.maxBytes) return this.fail(fault('REQUEST_TOO_LARGE'));
    if (this.#reader !== null) {
      if (!this.#reader.onChunk(chunk)) this.source.pauseReading();
      return;
    }
    this.#held.push(chunk);
    this.#heldBytes += chunk.length;
    if (this.#heldBytes >= MAX_HELD) this.source.pauseReading();
  }

  #complete(): void {
    this.isComplete = true;
    this.#tell(null);
  }

  #tell(error: Error | null): void {
    const reader = this.#reader;
    if (reader === null) return;
    this.#reader = null;
    if (error === null) reader.onEnd();
    else reader.onFail(error);
  }
}
