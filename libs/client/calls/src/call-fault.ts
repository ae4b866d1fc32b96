/** What went wrong with a call, told apart so that a screen never mistakes a refusal for an empty list. */
export type FaultKind =
  | 'unauthenticated'
  | 'forbidden'
  | 'notFound'
  | 'conflict'
  | 'stale'
  | 'throttled'
  | 'invalid'
  | 'server'
  | 'network';

const KINDS: Readonly<Record<number, FaultKind>> = {
  401: 'unauthenticated',
  403: 'forbidden',
  404: 'notFound',
  409: 'conflict',
  412: 'stale',
  429: 'throttled',
};

/** AWS answers 403, not 401, when nobody is signed in; the name of the fault tells. */
const SIGNED_OUT = new Set(['MissingAuthenticationTokenException', 'ExpiredTokenException', 'UnrecognizedClientException']);

/** The kind of an answer; everything unnamed below 500 is a bad request. */
export function kindOf(status: number, code: string | null): FaultKind {
  if (code !== null && SIGNED_OUT.has(code)) return 'unauthenticated';
  return KINDS[status] ?? (status >= 500 ? 'server' : 'invalid');
}

interface FaultDetails {
  readonly kind: FaultKind;
  /** HTTP status; null when no answer came. */
  readonly status: number | null;
  /** AWS's exception name from `x-amzn-ErrorType`; null when the server named none. */
  readonly code: string | null;
  readonly requestId: string | null;
  readonly retryAfterSeconds: number | null;
}

/** A call that was refused or lost. `message` is the server's own sentence. */
export class CallFault extends Error implements FaultDetails {
  readonly kind: FaultKind;
  readonly status: number | null;
  readonly code: string | null;
  readonly requestId: string | null;
  readonly retryAfterSeconds: number | null;

  constructor(message: string, details: FaultDetails, options?: ErrorOptions) {
    super(message, options);
    this.name = 'CallFault';
    this.kind = details.kind;
    this.status = details.status;
    this.code = details.code;
    this.requestId = details.requestId;
    this.retryAfterSeconds = details.retryAfterSeconds;
  }
}

/** No answer at all: the server is away, or the network is. */
export const lostNetwork = (cause: unknown): CallFault =>
  new CallFault(
    'The management API did not answer.',
    { kind: 'network', status: null, code: null, requestId: null, retryAfterSeconds: null },
    { cause },
  );

/** Turns a refused answer into a fault; the body's `message` (or `Message`) is kept word for word. */
export async function faultOf(response: Response): Promise<CallFault> {
  const text = await response.text();
  const retryAfter = Number(response.headers.get('retry-after') ?? NaN);
  const code = response.headers.get('x-amzn-errortype')?.split(':')[0] ?? null;
  return new CallFault(messageIn(text) ?? `The server answered ${response.status} ${response.statusText}`.trim(), {
    kind: kindOf(response.status, code),
    status: response.status,
    code,
    requestId: response.headers.get('x-amzn-requestid'),
    retryAfterSeconds: Number.isFinite(retryAfter) ? retryAfter : null,
  });
}

function messageIn(text: string): string | null {
  try {
    const body = JSON.parse(text) as { message?: unknown; Message?: unknown } | null;
    const message = body?.message ?? body?.Message;
    return typeof message === 'string' && message ? message : null;
  } catch (notJson) {
    if (notJson instanceof SyntaxError) return null;
    throw notJson;
  }
}
