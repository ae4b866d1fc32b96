/** Who receives bytes. A chunk belongs to the reader; false asks for a pause until the reader calls `resume`. */
export interface ByteReader { onChunk(chunk: Buffer): boolean; onEnd(): void; onFail(error: Error): void }

/** Bytes on their way, with backpressure. Nothing flows before `read`, which may be called once. */
export interface ByteStream {
  /** Declared length in bytes; -1 = unknown until the end. */
  readonly length: number;
  read(reader: ByteReader): void;
  resume(): void;
  /** Gives the rest up and frees what carries it. */
  destroy(): void;
}

/** More bytes came than a reader is willing to hold. */
export class TooManyBytes extends Error {}

/** Holds a whole body, up to `maxBytes`; beyond that the stream is destroyed and the promise fails with TooManyBytes. */
export function collect(body: ByteStream | Buffer | null, maxBytes: number): Promise<Buffer> {
  if (body === null) return Promise.resolve(Buffer.alloc(0));
  if (Buffer.isBuffer(body)) return body.length > maxBytes ? Promise.reject(new TooManyBytes(`more than ${maxBytes} bytes`)) : Promise.resolve(body);
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    body.read({
      onChunk(chunk) {
        size += chunk.length;
        if (size <= maxBytes) {
          chunks.push(chunk);
          return true;
        }
        body.destroy();
        reject(new TooManyBytes(`more than ${maxBytes} bytes`));
        return false;
      },
      onEnd: () => resolve(Buffer.concat(chunks)),
      onFail: reject,
    });
  });
}

/** A stream over chunks that are already there: the twin of a socket. */
export function streamOf(...chunks: readonly Buffer[]): ByteStream {
  let isDestroyed = false;
  return {
    length: chunks.reduce((sum, chunk) => sum + chunk.length, 0),
    read(reader) {
      for (const chunk of chunks) if (!isDestroyed) reader.onChunk(chunk);
      if (!isDestroyed) reader.onEnd();
    },
    resume: () => undefined,
    destroy: () => { isDestroyed = true; },
  };
}
