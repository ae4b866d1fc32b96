/** The faults of the management door: AWS's code to HTTP status. */
export const FAULTS = {
  BadRequestException: 400,
  ValidationException: 400,
  SerializationException: 400,
  UnauthorizedException: 401,
  AccessDeniedException: 403,
  ExpiredTokenException: 403,
  IncompleteSignatureException: 403,
  InvalidSignatureException: 403,
  MissingAuthenticationTokenException: 403,
  UnrecognizedClientException: 403,
  NotFoundException: 404,
  UnknownOperationException: 404,
  ConflictException: 409,
  PreconditionFailedException: 412,
  RequestEntityTooLargeException: 413,
  UnsupportedMediaTypeException: 415,
  LimitExceededException: 429,
  TooManyRequestsException: 429,
  InternalFailure: 500,
  NotImplementedException: 501,
  ServiceUnavailableException: 503,
} as const;

/** AWS's name of a fault, as `x-amzn-ErrorType` carries it. */
export type FaultCode = keyof typeof FAULTS;

/** A refusal that a caller may see. The message is AWS's sentence; what only we may know is the `cause`. */
export class ServiceFault extends Error {
  override readonly name = 'ServiceFault';
  readonly status: number;
  constructor(readonly code: FaultCode, message: string, readonly headers: Readonly<Record<string, string>> = {}, options?: ErrorOptions) {
    super(message, options);
    this.status = FAULTS[code];
  }
}

/** 400: the request is well formed and says something that cannot be. */
export const badRequest = (message: string): ServiceFault => new ServiceFault('BadRequestException', message);
/** 404 */
export const notFound = (message: string): ServiceFault => new ServiceFault('NotFoundException', message);
/** 409 */
export const conflict = (message: string): ServiceFault => new ServiceFault('ConflictException', message);
/** 429 with the seconds after which another try makes sense. */
export const tooManyRequests = (message: string, retryAfterSeconds: number): ServiceFault =>
  new ServiceFault('TooManyRequestsException', message, { 'Retry-After': String(retryAfterSeconds) });
/** 429 for a limit of the account. */
export const limitExceeded = (message: string, retryAfterSeconds = 60): ServiceFault =>
  new ServiceFault('LimitExceededException', message, { 'Retry-After': String(retryAfterSeconds) });
