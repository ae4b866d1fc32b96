import { type ServerResponse } from 'node:http';
import { type Answer, type Dispatcher, faultAnswer, faultOfError, type RawRequest, readJson } from '@gatehouse/control-operation';
import { newRequestId } from '@gatehouse/contract-primitives';
import { type Patience } from './patience.js';
import { BodyReader } from './body-reader.js';
import { type DoorRequest, rawRequestOf } from './raw-request.js';

type Next = () => void;

/** Paths that Nest's own controllers serve; everything else is AWS's. */
const OURS = /^\/(api\/v1(\/|$)|console(\/|$)|health\/|favicon\.ico$|$)/;
/** Of ours, those that take bodies. */
const WITH_BODY = /^\/api\/v1(\/|$)/;

/** Who hears what the door did: errors that nobody foresaw, and each answer of an AWS path with the milliseconds it took. */
export interface DoorEars {
  readonly onUnexpected: (error: unknown) => void;
  readonly onAnswered: (request: RawRequest, status: number, ms: number) => void;
}

/** One reader and one parting of the ways for all requests: AWS's paths go to the dispatcher, ours on to Nest with `rawRequest` and a parsed `body`. */
export class FrontDoor {
  private readonly bodies = new BodyReader();

  constructor(private readonly dispatcher: Dispatcher, private readonly patience: Patience, private readonly ears: DoorEars) {}

  readonly handle = (request: DoorRequest, response: ServerResponse, next: Next): void => {
    this.enter(request, response, next).catch((error: unknown) => {
      if (request.destroyed && !request.complete) return;
      const { fault, isExpected } = faultOfError(error);
      if (!isExpected) this.ears.onUnexpected(error);
      write(response, faultAnswer(fault, request.rawRequest?.requestId ?? newRequestId()));
      // A body that was refused is not read to its end: the caller gets a moment to hear the answer.
      if (!request.complete) response.once('finish', () => setTimeout(() => request.destroy(), 500).unref());
    });
  };

  private async enter(request: DoorRequest, response: ServerResponse, next: Next): Promise<void> {
    const path = (request.url ?? '/').split('?', 1)[0]!;
    // `POST /` is AWS's (query and JSON services share it); only reading the root leads to the console.
    const isOurs = OURS.test(path) && (path !== '/' || request.method === 'GET' || request.method === 'HEAD');
    if (isOurs && !WITH_BODY.test(path)) return next();
    const raw = rawRequestOf(request, await this.bodies.read(request));
    request.rawRequest = raw;
    if (isOurs) {
      if (request.headers['content-type']?.includes('json')) request.body = readJson(raw.body);
      return this.patience.guard(async () => next());
    }
    const started = performance.now();
    const answer = await this.patience.guard(() => this.dispatcher.answer(raw));
    this.ears.onAnswered(raw, answer.status, performance.now() - started);
    write(response, answer);
  }
}

function write(response: ServerResponse, { status, headers, body }: Answer): void {
  if (response.headersSent || response.destroyed) return;
  response.writeHead(status, { ...headers, 'X-Content-Type-Options': 'nosniff', 'Cache-Control': 'no-store', ...(status !== 204 && { 'Content-Length': Buffer.byteLength(body ?? '') }) });
  response.end(body ?? undefined);
}
