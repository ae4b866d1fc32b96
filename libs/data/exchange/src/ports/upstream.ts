import type { HeaderList } from '@gatehouse/contract-text';
import type { ByteStream } from '../byte-stream.js';
import type { Cancelable } from '../exchange.js';

/** Where a backend listens. One object for each place, so that a pool can be found by identity or by `key`. */
export interface Origin {
  readonly key: string;
  readonly isSecure: boolean;
  readonly host: string;
  readonly port: number;
  /** What the Host header says: the port is left out when it is the scheme's own. */
  readonly authority: string;
  readonly insecureSkipVerification: boolean;
  /** The name that a certificate must have when it is not the host that is dialled. */
  readonly serverName?: string;
}

/** A request to a backend. `head` holds whole header lines, each with its CRLF, without Host and without framing: the upstream writes those. */
export interface UpstreamRequest {
  readonly origin: Origin;
  readonly method: string;
  readonly target: string;
  readonly head: string;
  readonly body: ByteStream | Buffer | null;
  /** For the whole exchange with the backend, from here to its last byte. */
  readonly timeoutMs: number;
}

/** A backend's answer as soon as its head is there. `body` is null when it has none, a Buffer when all of it came along. */
export interface UpstreamResponse { readonly status: number; readonly reason: string; readonly headers: HeaderList; readonly body: ByteStream | Buffer | null }

/** Sends requests to backends. Fails with a GatewayFault. While it works, `slot.cancelable` ends it at once. */
export interface Upstream { send(request: UpstreamRequest, slot: { cancelable: Cancelable | null }): Promise<UpstreamResponse> }

/** The twin: answers from a function, and keeps what was asked. */
export class ScriptedUpstream implements Upstream {
  readonly requests: UpstreamRequest[] = [];

  constructor(private readonly answer: (request: UpstreamRequest) => UpstreamResponse | Promise<UpstreamResponse>) {}

  async send(request: UpstreamRequest): Promise<UpstreamResponse> {
    this.requests.push(request);
    return this.answer(request);
  }
}
