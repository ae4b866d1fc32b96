import type { Pipeline, RestRoute, StageRoute } from '@gatehouse/data-exchange';
import * as s from '@gatehouse/data-steps';

/** The request path of a REST API, in order. Read this page first. A step is absent from routes that have no need of it. */
export const REST = {
  request: [
    s.limitSize,        // 413 REQUEST_TOO_LARGE
    s.refuseByPolicy,   // 403 ACCESS_DENIED: an explicit deny is heard first
    s.authorize,        // 401 UNAUTHORIZED, 403, 500 AUTHORIZER_FAILURE
    s.apiKey,           // 403 INVALID_API_KEY: after authorize, which may be the key's source
    s.throttle,         // 429 THROTTLED
    s.quota,            // 429 QUOTA_EXCEEDED
    s.validate,         // 400 BAD_REQUEST_PARAMETERS, BAD_REQUEST_BODY
    s.mapRequest,       // 415 UNSUPPORTED_MEDIA_TYPE
    s.invoke,           // 504 INTEGRATION_TIMEOUT, INTEGRATION_FAILURE
    s.mapResponse,      // 500 API_CONFIGURATION_ERROR
  ],
  fault: [s.gatewayResponse],
  response: [s.stamp],
  always: [s.accessLog, s.metrics],
} satisfies Pipeline<RestRoute>;

/** A path or a method that the deployment does not have: 403 Missing Authentication Token, never 404 or 405. */
export const MISSING = { ...REST, request: [s.missingRoute] } satisfies Pipeline<StageRoute>;

/** An api's default endpoint when it is switched off; custom domains still lead to the api. */
export const DISABLED = { ...REST, request: [s.disabledEndpoint] } satisfies Pipeline<StageRoute>;

/** An address that leads to no api or no stage: nobody's log and nobody's metrics. */
export const NOWHERE = { request: [s.disabledEndpoint], fault: [s.gatewayResponse], response: [s.stamp], always: [] } satisfies Pipeline<StageRoute>;

/**
 * TestInvokeMethod: a method of a draft, called by its owner. Nobody has to be let in and nothing is spent; every step's doings are told in
 * AWS's words, and in AWS's order.
 */
export const TEST = {
  request: [s.logMethodRequest, s.limitSize, s.validate, s.mapRequest, s.logEndpointRequest, s.invoke, s.readWholeAnswer, s.logEndpointResponse, s.mapResponse],
  fault: [s.logFault, s.gatewayResponse],
  response: [s.stampTrace, s.logMethodResponse, s.logCompletion],
  always: [],
} satisfies Pipeline<RestRoute>;
