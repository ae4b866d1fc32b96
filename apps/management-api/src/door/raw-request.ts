import { type IncomingMessage } from 'node:http';
import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { canonicalAddress, newRequestId } from '@gatehouse/contract-primitives';
import { ServiceFault } from '@gatehouse/contract-wire';
import { type RawRequest } from '@gatehouse/control-operation';

/** A request that has passed the front door: its raw form, and its JSON where a controller of ours reads it. */
export interface DoorRequest extends IncomingMessage {
  rawRequest?: RawRequest;
  body?: unknown;
}

/** What the door knows of a request before its body is read. The path stays as sent. */
export function rawRequestOf(request: IncomingMessage, body: Buffer): RawRequest {
  const target = request.url ?? '/';
  if (!target.startsWith('/')) throw new ServiceFault('BadRequestException', 'The request target must be a path');
  const at = target.indexOf('?');
  return {
    method: request.method ?? 'GET',
    rawPath: at < 0 ? target : target.slice(0, at),
    rawQuery: at < 0 ? '' : target.slice(at + 1),
    headers: request.headers,
    rawHeaders: request.rawHeaders,
    body,
    sourceAddress: canonicalAddress(request.socket.remoteAddress),
    requestId: newRequestId(),
  };
}

/** Parameter of a controller under `/api/v1`: the request as the door read it. */
export const Raw = createParamDecorator((_: unknown, context: ExecutionContext): RawRequest => {
  const { rawRequest } = context.switchToHttp().getRequest<DoorRequest>();
  if (!rawRequest) throw new Error('a controller was reached around the front door');
  return rawRequest;
});
