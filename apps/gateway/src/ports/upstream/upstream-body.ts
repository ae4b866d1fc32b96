import type { ByteReader, ByteStream } from '@gatehouse/data-exchange';

/** What a body asks of the connection that carries it. */
export interface BodyCarrier { resumeReading(): void; giveUp(): void }

/** Bytes that may wait for their reader before the connection is paused. */
const MAX_WAITING = 64 * 1024;

/** The part of an answer's body that did not come with its head. Chunks wait here until somebody reads. */
export class UpstreamBody implements ByteStream {
  #reader: ByteReader | null = null;
  #waiting: Buffer[] = [];
  #waitingBytes = 0;
  #outcome: 'open' | 'ended' | Error = 'open';
  #isDestroyed = false;

  constructor(readonly length: number, private readonly carrier: BodyCarrier) {}

  /** Called by the connection; false = stop reading from the backend until `resumeReading`. */
  push(chunk: Buffer): boolean {
    if (this.#isDestroyed) return true;
    if (this.#reader !== null) return this.#reader.onChunk(chunk);
    this.#waiting.push(chunk);
    this.#waitingBytes += chunk.length;
    return this.#waitingBytes < MAX_WAITING;
  }

  end(): void {
    this.#settle('ended');
  }

  fail(error: Error): void {
    this.#settle(error);
  }

  read(reader: ByteReader): void {
    this.#reader = reader;
    const waiting = this.#waiting;
    this.#waiting = [];
    const wasFull = this.#waitingBytes >= MAX_WAITING;
    let wantsMore = true;
    for (const chunk of waiting) wantsMore = reader.onChunk(chunk);
    this.#tell();
    if (wasFull && wantsMore && this.#outcome === 'open') this.carrier.resumeReading();
  }

  resume(): void {
    if (this.#outcome === 'open' && !this.#isDestroyed) this.carrier.resumeReading();
  }

  destroy(): void {
    if (this.#isDestroyed) return;
    this.#isDestroyed = true;
    this.#waiting = [];
    if (this.#outcome === 'open') this.carrier.giveUp();
  }

  #settle(outcome: 'ended' | Error): void {
    if (this.#outcome !== 'open') return;
    this.#outcome = outcome;
    if (this.#reader !== null) this.#tell();
  }

  #tell(): void {
    if (this.#isDestroyed || this.#reader === null || this.#outcome === 'open') return;
    if (this.#outcome === 'ended') this.#reader.onEnd();
    else this.#reader.onFail(this.#outcome);
  }
}
