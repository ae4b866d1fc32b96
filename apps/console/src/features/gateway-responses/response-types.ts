import type { GatewayResponse } from '@gatehouse/client-calls';

/** When the gateway answers each type. */
export const WHEN: Readonly<Record<GatewayResponse['responseType'], string>> = {
  ACCESS_DENIED: 'A policy or an authorizer says no.',
  API_CONFIGURATION_ERROR: 'The API is set up wrongly: an integration without a response, a broken mapping.',
  AUTHORIZER_CONFIGURATION_ERROR: 'The authorizer cannot be asked, or answers something that is no policy.',
  AUTHORIZER_FAILURE: 'The authorizer failed.',
  BAD_REQUEST_BODY: 'The body does not match its model.',
  BAD_REQUEST_PARAMETERS: 'A required parameter is missing.',
  DEFAULT_4XX: "Every 4xx answer that has no wording of its own; without a status, each keeps its type's.",
  DEFAULT_5XX: "Every 5xx answer that has no wording of its own; without a status, each keeps its type's.",
  EXPIRED_TOKEN: "The caller's token has expired.",
  INTEGRATION_FAILURE: 'The backend cannot be reached, or breaks off.',
  INTEGRATION_TIMEOUT: 'The backend takes too long.',
  INVALID_API_KEY: 'The API key is missing, or not one of the plan.',
  INVALID_SIGNATURE: 'The signature is wrong.',
  MISSING_AUTHENTICATION_TOKEN: 'Nothing is served at this address, or the call is not signed.',
  QUOTA_EXCEEDED: "The key's quota is used up.",
  REQUEST_TOO_LARGE: 'The request is larger than allowed.',
  RESOURCE_NOT_FOUND: 'There is no such resource, though the call got so far.',
  THROTTLED: 'Too many calls at once.',
  UNAUTHORIZED: 'The caller names no identity, or a wrong one.',
  UNSUPPORTED_MEDIA_TYPE: 'No template takes this content type.',
  WAF_FILTERED: 'The web application firewall refuses the call.',
};
