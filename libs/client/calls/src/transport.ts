import { CallFault, faultOf, lostNetwork } from './call-fault.js';

/** One HTTP request to the management API. `path` begins with a slash and is already percent-encoded. */
export interface WireRequest {
  readonly method: string;
  readonly path: string;
  readonly query?: ReadonlyArray<readonly [string, string]>;
  readonly body?: string | Uint8Array<ArrayBuffer>;
  readonly contentType?: string;
  /** Headers that the operation itself takes, in lower case; `accept` among them replaces JSON. */
  readonly headers?: Readonly<Record<string, string>>;
  /** The answer is a file: its bytes are kept as they are. */
  readonly answersFile?: boolean;
  /** The ETag the form was opened with; the server answers 412 when somebody else was faster. */
  readonly ifMatch?: string | null;
  readonly signal?: AbortSignal | undefined;
}

/** What came back. `etag` is the row's version, `revision` the number that gateways must reach to serve a write. */
export interface WireAnswer {
  /** JSON, or a ReceivedFile where one was asked for. */
  readonly body: unknown;
  readonly etag: string | null;
  readonly revision: number | null;
}

/** A file as it came. `name` is the server's own; null when it gave none. */
export interface ReceivedFile {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly name: string | null;
}

/** Where calls go and how; the page supplies its own fetch. */
export interface TransportOptions {
  /** Scheme and host of the management API; empty for the page's own origin. */
  readonly origin: string;
  readonly fetch: typeof fetch;
  /** The token of the signed-in session; null before sign-in. */
  readonly csrfToken: () => string | null;
}

/** Sends one request; throws a CallFault for everything but success. */
export type Transport = (request: WireRequest) => Promise<WireAnswer>;

/** Sends with the session's cookie and CSRF header; every refusal and every lost network is a CallFault. */
export const createTransport =
  ({ origin, fetch, csrfToken }: TransportOptions): Transport =>
  async request => {
    const headers = new Headers({ accept: 'application/json', ...request.headers });
    const token = csrfToken();
    if (token) headers.set('x-gatehouse-csrf', token);
    if (request.ifMatch) headers.set('if-match', request.ifMatch);
    if (request.body !== undefined) headers.set('content-type', request.contentType ?? 'application/json');
    const response = await fetch(origin + pathWithQuery(request), {
      method: request.method,
      headers,
      credentials: 'same-origin',
      cache: 'no-store',
      ...(request.body === undefined ? {} : { body: request.body }),
      ...(request.signal ? { signal: request.signal } : {}),
    }).catch((cause: unknown) => {
      throw isAbort(cause) ? cause : lostNetwork(cause);
    });
    if (!response.ok) throw await faultOf(response);
    const revision = response.headers.get('x-gatehouse-revision');
    return { body: await (request.answersFile ? fileOf(response) : bodyOf(response)), etag: response.headers.get('etag'), revision: revision ? Number(revision) : null };
  };

/** The request's address as it stands in the request line. */
export const pathWithQuery = ({ path, query }: Pick<WireRequest, 'path' | 'query'>): string =>
  query && query.length > 0
    ? `${path}?${new URLSearchParams(query.map(([name, value]): [string, string] => [name, value])).toString()}`
    : path;

const isAbort = (cause: unknown): boolean => cause instanceof Error && cause.name === 'AbortError';

const received = <T>(reading: Promise<T>): Promise<T> =>
  reading.catch((cause: unknown) => {
    throw isAbort(cause) ? cause : lostNetwork(cause);
  });

async function fileOf(response: Response): Promise<ReceivedFile> {
  const bytes = new Uint8Array(await received(response.arrayBuffer()));
  return { bytes, name: /filename="([^"]+)"/.exec(response.headers.get('content-disposition') ?? '')?.[1] ?? null };
}

async function bodyOf(response: Response): Promise<unknown> {
  const text = await received(response.text());
  if (text === '') return null;
  try {
    return JSON.parse(text) as unknown;
  } catch (cause) {
    throw new CallFault(
      'The server answered something that is not JSON.',
      { kind: 'server', status: response.status, code: null, requestId: response.headers.get('x-amzn-requestid'), retryAfterSeconds: null },
      { cause },
    );
  }
}
