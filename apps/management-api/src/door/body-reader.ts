import { type IncomingMessage } from 'node:http';
import { ServiceFault } from '@gatehouse/contract-wire';

/** The largest body of a management request, in bytes: API Gateway's own payload limit. */
export const MAX_BODY_BYTES = 10 * 1024 * 1024;
/** A body up to this size is always read; what is beyond comes out of what all large bodies share. */
const SMALL_BYTES = 64 * 1024;
const SHARED_BYTES = 64 * 1024 * 1024;

const tooLarge = (): ServiceFault => new ServiceFault('RequestEntityTooLargeException', `The request body is larger than ${MAX_BODY_BYTES} bytes`, { Connection: 'close' });
const tooMany = (): ServiceFault => new ServiceFault('ServiceUnavailableException', 'Too many large request bodies are being read. Please try again later.', { 'Connection': 'close', 'Retry-After': '1' });

/**
 * Reads bodies as they came, because signatures and raw imports need the bytes. A body is read before its caller is known, so strangers
 * share a fixed amount of memory for the large ones: who comes when it is used up hears 503, and small bodies are read all the same.
 */
export class BodyReader {
  #shared = 0;

  /** Refuses by Content-Length before a byte is read. */
  async read(request: IncomingMessage): Promise<Buffer> {
    const { 'content-length': length, 'content-encoding': encoding } = request.headers;
    if (length !== undefined && Number(length) > MAX_BODY_BYTES) throw tooLarge();
    if (encoding && encoding !== 'identity') throw new ServiceFault('UnsupportedMediaTypeException', `Content encoding ${encoding} is not supported`);
    const chunks: Buffer[] = [];
    let bytes = 0;
    let shared = 0;
    try {
      // The request outlives a refusal for a moment, so that its caller hears it.
      for await (const chunk of request.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
        bytes += chunk.length;
        if (bytes > MAX_BODY_BYTES) throw tooLarge();
        const beyond = Math.max(0, bytes - SMALL_BYTES) - shared;
        if (this.#shared + beyond > SHARED_BYTES) throw tooMany();
        shared += beyond;
        this.#shared += beyond;
        chunks.push(chunk);
      }
    } finally {
      this.#shared -= shared;
    }
    return chunks.length === 1 ? chunks[0]! : Buffer.concat(chunks, bytes);
  }
}
