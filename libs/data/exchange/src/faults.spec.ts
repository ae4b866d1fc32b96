import { describe, expect, it } from 'vitest';
import { fault, FAULTS } from './faults.js';
import type { GatewayResponseType } from './fault.js';

/** AWS's own 21 types with default status, error type and body, blanks included. */
const TABLE: readonly (readonly [GatewayResponseType, number, string, string])[] = [
  ['ACCESS_DENIED', 403, 'AccessDeniedException', '{"Message":"User is not authorized to access this resource"}'],
  ['API_CONFIGURATION_ERROR', 500, 'InternalServerErrorException', '{"message": "Internal server error"}'],
  ['AUTHORIZER_CONFIGURATION_ERROR', 500, 'AuthorizerConfigurationException', '{"message":null}'],
  ['AUTHORIZER_FAILURE', 500, 'AuthorizerConfigurationException', '{"message":null}'],
  ['BAD_REQUEST_BODY', 400, 'BadRequestException', '{"message": "Invalid request body"}'],
  ['BAD_REQUEST_PARAMETERS', 400, 'BadRequestException', '{"message": "Missing required request parameters"}'],
  ['DEFAULT_4XX', 400, 'BadRequestException', '{"message":"Bad Request"}'],
  ['DEFAULT_5XX', 500, 'InternalServerErrorException', '{"message": "Internal server error"}'],
  ['EXPIRED_TOKEN', 403, 'ExpiredTokenException', '{"message":"The security token included in the request is expired"}'],
  ['INTEGRATION_FAILURE', 504, 'InternalServerErrorException', '{"message": "Network error communicating with endpoint"}'],
  ['INTEGRATION_TIMEOUT', 504, 'InternalServerErrorException', '{"message": "Endpoint request timed out"}'],
  ['INVALID_API_KEY', 403, 'ForbiddenException', '{"message":"Forbidden"}'],
  ['INVALID_SIGNATURE', 403, 'InvalidSignatureException', '{"message":"The request signature we calculated does not match the signature you provided. Check your AWS Secret Access Key and signing method. Consult the service documentation for details."}'],
  ['MISSING_AUTHENTICATION_TOKEN', 403, 'MissingAuthenticationTokenException', '{"message":"Missing Authentication Token"}'],
  ['QUOTA_EXCEEDED', 429, 'LimitExceededException', '{"message":"Limit Exceeded"}'],
  ['REQUEST_TOO_LARGE', 413, 'RequestTooLargeException', '{"message":"Request Too Long"}'],
  ['RESOURCE_NOT_FOUND', 404, 'NotFoundException', '{"message":"Not Found"}'],
  ['THROTTLED', 429, 'TooManyRequestsException', '{"message":"Too Many Requests"}'],
  ['UNAUTHORIZED', 401, 'UnauthorizedException', '{"message":"Unauthorized"}'],
  ['UNSUPPORTED_MEDIA_TYPE', 415, 'BadRequestException', '{"message":"Unsupported Media Type"}'],
  ['WAF_FILTERED', 403, 'ForbiddenException', '{"message":"Forbidden"}'],
];

describe('the fault table', () => {
  it('holds AWS\'s 21 types and no other', () => {
    expect(Object.keys(FAULTS).sort()).toEqual(TABLE.map(([type]) => type).sort());
    expect(TABLE).toHaveLength(21);
  });

  it.each(TABLE)('%s · %d %s', (type, status, errorType, body) => {
    const { row, shown } = fault(type);
    expect([row.status, row.errorType, row.body(JSON.stringify(shown))]).toEqual([status, errorType, body]);
  });

  it('never shows a cause', () => {
    const { shown, message, cause } = fault('INTEGRATION_FAILURE', new Error('connect ECONNREFUSED 10.0.0.1:80'));
    expect([shown, message]).toEqual(['Network error communicating with endpoint', 'Network error communicating with endpoint']);
    expect(cause).toBeInstanceOf(Error);
  });
});
