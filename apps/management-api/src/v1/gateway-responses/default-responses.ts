import { type GatewayResponseType } from '@gatehouse/contract-wire';

/** AWS's table of types: the status that an API answers unless it says otherwise. The two DEFAULT types leave every other type its own. */
export const DEFAULT_STATUS: Readonly<Record<GatewayResponseType, string | null>> = {
  ACCESS_DENIED: '403', API_CONFIGURATION_ERROR: '500', AUTHORIZER_CONFIGURATION_ERROR: '500', AUTHORIZER_FAILURE: '500', BAD_REQUEST_BODY: '400', BAD_REQUEST_PARAMETERS: '400',
  DEFAULT_4XX: null, DEFAULT_5XX: null, EXPIRED_TOKEN: '403', INTEGRATION_FAILURE: '504', INTEGRATION_TIMEOUT: '504', INVALID_API_KEY: '403', INVALID_SIGNATURE: '403',
  MISSING_AUTHENTICATION_TOKEN: '403', QUOTA_EXCEEDED: '429', REQUEST_TOO_LARGE: '413', RESOURCE_NOT_FOUND: '404', THROTTLED: '429', UNAUTHORIZED: '401', UNSUPPORTED_MEDIA_TYPE: '415', WAF_FILTERED: '403',
};

/** The template of every default response. */
export const DEFAULT_TEMPLATES: Readonly<Record<string, string>> = { 'application/json': '{"message":$context.error.messageString}' };

/** The 21 types, by name. */
export const RESPONSE_TYPES = (Object.keys(DEFAULT_STATUS) as GatewayResponseType[]).sort();
