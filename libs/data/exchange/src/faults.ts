import { GatewayFault, type FaultRow, type GatewayResponseType } from './fault.js';

const tight = (quoted: string): string => `{"message":${quoted}}`;
const spaced = (quoted: string): string => `{"message": ${quoted}}`;
const capital = (quoted: string): string => `{"Message":${quoted}}`;

type Row = readonly [status: number, message: string | null, errorType: string, body: (quoted: string) => string];

/** What the caller sees for each type when the API did not customise it. Body spelling, blanks included, is AWS's. */
const ROWS = {
  ACCESS_DENIED:                  [403, 'User is not authorized to access this resource', 'AccessDeniedException', capital],
  API_CONFIGURATION_ERROR:        [500, 'Internal server error', 'InternalServerErrorException', spaced],
  AUTHORIZER_CONFIGURATION_ERROR: [500, null, 'AuthorizerConfigurationException', tight],
  AUTHORIZER_FAILURE:             [500, null, 'AuthorizerConfigurationException', tight],
  BAD_REQUEST_BODY:               [400, 'Invalid request body', 'BadRequestException', spaced],
  BAD_REQUEST_PARAMETERS:         [400, 'Missing required request parameters', 'BadRequestException', spaced],
  DEFAULT_4XX:                    [400, 'Bad Request', 'BadRequestException', tight],
  DEFAULT_5XX:                    [500, 'Internal server error', 'InternalServerErrorException', spaced],
  EXPIRED_TOKEN:                  [403, 'The security token included in the request is expired', 'ExpiredTokenException', tight],
  INTEGRATION_FAILURE:            [504, 'Network error communicating with endpoint', 'InternalServerErrorException', spaced],
  INTEGRATION_TIMEOUT:            [504, 'Endpoint request timed out', 'InternalServerErrorException', spaced],
  INVALID_API_KEY:                [403, 'Forbidden', 'ForbiddenException', tight],
  INVALID_SIGNATURE:              [403, 'The request signature we calculated does not match the signature you provided. Check your AWS Secret Access Key and signing method. Consult the service documentation for details.', 'InvalidSignatureException', tight],
  MISSING_AUTHENTICATION_TOKEN:   [403, 'Missing Authentication Token', 'MissingAuthenticationTokenException', tight],
  QUOTA_EXCEEDED:                 [429, 'Limit Exceeded', 'LimitExceededException', tight],
  REQUEST_TOO_LARGE:              [413, 'Request Too Long', 'RequestTooLargeException', tight],
  RESOURCE_NOT_FOUND:             [404, 'Not Found', 'NotFoundException', tight],
  THROTTLED:                      [429, 'Too Many Requests', 'TooManyRequestsException', tight],
  UNAUTHORIZED:                   [401, 'Unauthorized', 'UnauthorizedException', tight],
  UNSUPPORTED_MEDIA_TYPE:         [415, 'Unsupported Media Type', 'BadRequestException', tight],
  WAF_FILTERED:                   [403, 'Forbidden', 'ForbiddenException', tight],
} satisfies Record<GatewayResponseType, Row>;

const rowOf = (type: GatewayResponseType, [status, message, errorType, body]: Row): FaultRow => ({ type, status, message, errorType, body });

/** The fault table by type. */
export const FAULTS = Object.fromEntries(Object.entries(ROWS).map(([type, row]) => [type, rowOf(type as GatewayResponseType, row)])) as Readonly<Record<GatewayResponseType, FaultRow>>;

/** An address that leads to no API or no stage: AWS answers before any API's own gateway responses could apply. */
export const NOWHERE: FaultRow = rowOf('DEFAULT_4XX', [403, 'Forbidden', 'ForbiddenException', tight]);

/** A fault of a type with its usual message. */
export const fault = (type: GatewayResponseType, cause?: unknown): GatewayFault => new GatewayFault(FAULTS[type], { cause });
/** Something in the API's configuration cannot work; the caller learns no more than `Internal server error`. */
export const configurationFault = (cause: string): GatewayFault => new GatewayFault(FAULTS.API_CONFIGURATION_ERROR, { cause });
/** Anything unforeseen: the exchange fails, the process does not. */
export const internalFault = (cause: unknown): GatewayFault => new GatewayFault(FAULTS.DEFAULT_5XX, { cause });
