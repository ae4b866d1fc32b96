import { type IncomingMessage } from 'node:http';
import { ServiceFault } from '@gatehouse/contract-wire';

/** The largest body of a management request, in bytes: API Gateway's own payload limit. */
export const MAX_BODY_BYTES = 10 * 1024 * 1024;

const tooLarge = (): ServiceFault => new ServiceFault('RequestEntityTooLargeException', `The request body is larger than ${MAX_BODY_BYTES} bytes`, { Connection: 'close' });

/** The bytes of a body as they came, because signatures and raw imports need them. Refuses by Content-Length before a byte is read. */
export async function readBody(request: IncomingMessage): Promise<Buffer> {
  const { 'content-length': length, 'content-encoding': encoding } = request.headers;
  if (length !== undefined && Number(length) > MAX_BODY_BYTES) throw tooLarge();
  if (encoding && encoding !== 'identity') throw new ServiceFault('UnsupportedMediaTypeException', `Content encoding ${encoding} is not supported`);
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > MAX_BODY_BYTES) throw tooLarge();
    chunks.push(chunk);
  }
  return chunks.length === 1 ? chunks[0]! : Buffer.concat(chunks, bytes);
}
