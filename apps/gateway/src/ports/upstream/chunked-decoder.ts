/** Bytes that are no chunked body. */
export class MalformedChunks extends Error {}

const CR = 13, LF = 10, SEMICOLON = 59;
const MAX_SIZE_DIGITS = 8;
const MAX_EXTENSION = 1_024;
const MAX_TRAILERS = 8_192;

type State = 'size' | 'extension' | 'sizeLf' | 'data' | 'dataCr' | 'dataLf' | 'lineStart' | 'trailer' | 'trailerLf' | 'endLf' | 'done';

/** Takes chunked framing off a body, byte for byte strict. Trailers are read and dropped. */
export class ChunkedDecoder {
  #state: State = 'size';
  #left = 0;
  #digits = 0;
  #extra = 0;

  get isDone(): boolean {
    return this.#state === 'done';
  }

  /** Hands the data in `bytes[from, to)` to `onData` and answers where it stopped: `to`, or just behind the body's end. */
  decode(bytes: Buffer, from: number, to: number, onData: (start: number, end: number) => void): number {
    let at = from;
    while (at < to && this.#state !== 'done') {
      if (this.#state === 'data') {
        const end = Math.min(to, at + this.#left);
        onData(at, end);
        this.#left -= end - at;
        at = end;
        if (this.#left === 0) this.#state = 'dataCr';
      } else this.#byte(bytes[at++]!);
    }
    return at;
  }

  #byte(byte: number): void {
    switch (this.#state) {
      case 'size': return this.#size(byte);
      case 'extension': return byte === CR ? this.#to('sizeLf') : this.#extend(byte, MAX_EXTENSION);
      case 'sizeLf': return this.#sizeEnd(byte);
      case 'dataCr': return this.#expect(byte, CR, 'dataLf');
      case 'dataLf': return this.#expect(byte, LF, 'size');
      case 'lineStart': return byte === CR ? this.#to('endLf') : this.#trailer(byte);
      case 'trailer': return byte === CR ? this.#to('trailerLf') : this.#trailer(byte);
      case 'trailerLf': return this.#expect(byte, LF, 'lineStart');
      case 'endLf': return this.#expect(byte, LF, 'done');
    }
  }

  #size(byte: number): void {
    const digit = hexDigit(byte);
    if (digit >= 0) {
      if (++this.#digits > MAX_SIZE_DIGITS) throw new MalformedChunks('a chunk size is too long');
      this.#left = this.#left * 16 + digit;
    } else if (this.#digits === 0) throw new MalformedChunks('a chunk size is missing');
    else if (byte === CR) this.#state = 'sizeLf';
    else if (byte === SEMICOLON) this.#state = 'extension';
    else throw new MalformedChunks('a chunk size is no number');
  }

  #sizeEnd(byte: number): void {
    this.#expect(byte, LF, this.#left === 0 ? 'lineStart' : 'data');
    this.#digits = this.#extra = 0;
  }

  #trailer(byte: number): void {
    this.#extend(byte, MAX_TRAILERS);
    this.#state = 'trailer';
  }

  #extend(byte: number, max: number): void {
    if ((byte < 32 && byte !== 9) || byte === 127 || ++this.#extra > max) throw new MalformedChunks('a chunk extension or a trailer is malformed');
  }

  #to(state: State): void {
    this.#state = state;
  }

  #expect(byte: number, wanted: number, next: State): void {
    if (byte !== wanted) throw new MalformedChunks('a line end is missing');
    this.#state = next;
  }
}

function hexDigit(byte: number): number {
  if (byte >= 48 && byte <= 57) return byte - 48;
  const lower = byte | 32;
  return lower >= 97 && lower <= 102 ? lower - 87 : -1;
}
