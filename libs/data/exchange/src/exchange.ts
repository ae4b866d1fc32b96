import { parseBoundedJson, parseQuery, UnreadableJson, type HeaderList, type QueryPair } from '@gatehouse/contract-text';
import type { Bucket } from '@gatehouse/engine-throttle';
import type { ByteStream } from './byte-stream.js';
import type { GatewayFault } from './fault.js';
import type { Grant } from './ports/keys.js';
import type { UpstreamRequest, UpstreamResponse } from './ports/upstream.js';
import type { CompiledRoute } from './step.js';

/** Something under way that a vanished client must end at once. */
export interface Cancelable { cancel(): void }

/** A request as a listener hands it over: checked for framing, otherwise as it came. */
export interface Inbound {
  readonly method: string;
  /** What stands before `path`: `/` and the stage, or the base path of a custom domain. */
  readonly basePath: string;
  /** Path below the stage and query, as received. */
  readonly path: string;
  readonly query: string;
  readonly headers: HeaderList;
  readonly host: string;
  readonly protocol: string;
  readonly sourceIp: string;
  /** Where the caller knocked: what X-Forwarded-Proto and -Port tell a backend. */
  readonly scheme: 'http' | 'https';
  readonly port: number;
  /** null = the request has no body. */
  readonly body: InboundBody | null;
}

/** A request body. Over `maxBytes` its reader fails with what `tooLarge` makes. */
export interface InboundBody extends ByteStream {
  maxBytes: number;
}

/** What goes back to the client. `headers` is a flat list that later steps may append to; framing is the listener's. */
export interface Answer { status: number; headers: string[]; body: Buffer | string | ByteStream | null }

const NO_VALUES: readonly string[] = [];
const UNREAD = Symbol('unread');

function jsonOf(body: Buffer | null): unknown {
  if (body === null || body.length === 0) return undefined;
  try {
    return parseBoundedJson(body.toString('utf8'));
  } catch (error) {
    if (error instanceof UnreadableJson) return undefined;
    throw error;
  }
}

/** What one request carries, from its first byte to its last log line. Every field is born with a value, so all exchanges share one shape. */
export class Exchange {
  readonly requestId: string;
  readonly extendedRequestId: string;
  /** Root=1-...; made here, or the client's own with what it said. */
  traceId = '';
  /** Set by apiKey. */
  grant: Grant | null = null;
  /** Set by throttle, for the headers that tell a rate: the bucket that refused, or the tightest one. */
  bucket: Bucket | null = null;
  /** Set by whoever needs the whole request body. */
  requestBody: Buffer | null = null;
  /** Set by mapRequest. */
  integrationRequest: UpstreamRequest | null = null;
  /** Set by mapRequest of a MOCK: the code that chooses the integration response. */
  mockStatus = 0;
  /** Set by invoke. */
  integrationResponse: UpstreamResponse | null = null;
  /** Set by mapResponse when a template or a mapping needs the whole body of the backend's answer. */
  responseBody: Buffer | null = null;
  integrationStartedMs = -1;
  integrationEndedMs = -1;
  /** Set by mapResponse, or by a step that answers early: the request list stops there. */
  answer: Answer | null = null;
  fault: GatewayFault | null = null;
  /** Set by the listener when the last byte has left, or the client has. */
  responseBytes = 0;
  endedMs = -1;
  isAborted = false;
  cancelable: Cancelable | null = null;
  #query: readonly QueryPair[] | null = null;
  #requestJson: unknown = UNREAD;
  #responseJson: unknown = UNREAD;

  constructor(
    readonly inbound: Inbound,
    readonly route: CompiledRoute,
    /** Beside `route.variables`. */
    readonly pathValues: readonly string[] = NO_VALUES,
    ids: { readonly requestId: string; readonly extendedRequestId: string },
    /** Monotonic and calendar time of arrival. */
    readonly startedMs: number,
    readonly startedEpochMs: number,
  ) {
    this.requestId = ids.requestId;
    this.extendedRequestId = ids.extendedRequestId;
  }

  /** The decoded query, read on first use. */
  get query(): readonly QueryPair[] {
    return (this.#query ??= parseQuery(this.inbound.query));
  }

  /** The value of a path variable as received, still percent-encoded; null when the route has none of that name. */
  pathValue(name: string): string | null {
    const at = this.route.variables.indexOf(name);
    return at < 0 ? null : (this.pathValues[at] ?? null);
  }

  /** The request body as JSON; undefined when it is empty, unread or none. */
  get requestJson(): unknown {
    if (this.#requestJson === UNREAD) this.#requestJson = jsonOf(this.requestBody);
    return this.#requestJson;
  }

  /** The backend's body as JSON; undefined when it is empty, unread or none. */
  get responseJson(): unknown {
    if (this.#responseJson === UNREAD) this.#responseJson = jsonOf(this.responseBody);
    return this.#responseJson;
  }

  /** The client is gone: whatever still works for it stops. */
  abort(): void {
    if (this.isAborted) return;
    this.isAborted = true;
    const { cancelable } = this;
    this.cancelable = null;
    cancelable?.cancel();
  }
}
