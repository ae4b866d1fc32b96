/** AWS's 21 GatewayResponseTypes. */
export type GatewayResponseType =
  | 'ACCESS_DENIED' | 'API_CONFIGURATION_ERROR' | 'AUTHORIZER_CONFIGURATION_ERROR' | 'AUTHORIZER_FAILURE' | 'BAD_REQUEST_BODY' | 'BAD_REQUEST_PARAMETERS'
  | 'DEFAULT_4XX' | 'DEFAULT_5XX' | 'EXPIRED_TOKEN' | 'INTEGRATION_FAILURE' | 'INTEGRATION_TIMEOUT' | 'INVALID_API_KEY' | 'INVALID_SIGNATURE'
  | 'MISSING_AUTHENTICATION_TOKEN' | 'QUOTA_EXCEEDED' | 'REQUEST_TOO_LARGE' | 'RESOURCE_NOT_FOUND' | 'THROTTLED' | 'UNAUTHORIZED' | 'UNSUPPORTED_MEDIA_TYPE' | 'WAF_FILTERED';

/** One row of the fault table: what the caller of a REST API sees when nobody customised the type. */
export interface FaultRow {
  readonly type: GatewayResponseType;
  readonly status: number;
  /** `$context.error.message`; null is AWS's own null. */
  readonly message: string | null;
  /** `x-amzn-ErrorType`. */
  readonly errorType: string;
  /** Writes the default body from the quoted message; AWS writes some with a blank after the colon, and access denials with a capital M. */
  readonly body: (quotedMessage: string) => string;
}

/** A refusal that the caller may see. `cause` is for the operator only. Without a stack: refusing must not cost more than serving. */
export class GatewayFault extends Error {
  readonly row: FaultRow;
  readonly detail: string | null;

  constructor(row: FaultRow, text: { readonly message?: string; readonly detail?: string; readonly cause?: unknown } = {}) {
    const limit = Error.stackTraceLimit;
    Error.stackTraceLimit = 0;
    super(text.message ?? row.message ?? '', text.cause === undefined ? undefined : { cause: text.cause });
    Error.stackTraceLimit = limit;
    this.row = row;
    this.detail = text.detail ?? null;
  }

  /** `$context.error.message`, or null where AWS answers null. */
  get shown(): string | null {
    return this.row.message === null ? null : this.message;
  }
}
