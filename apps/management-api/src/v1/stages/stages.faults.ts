import { badRequest, conflict, notFound, type ServiceFault } from '@gatehouse/contract-wire';

export const noSuchStage = (): ServiceFault => notFound('Invalid stage identifier specified');
export const stageExists = (): ServiceFault => conflict('Stage already exists');
export const badStageName = (): ServiceFault => badRequest('Stage name only allows a-zA-Z0-9_-');
export const longStageName = (): ServiceFault => badRequest('Stage name can be at most 128 characters');
export const badVariableName = (name: string): ServiceFault => badRequest(`Invalid stage variable name: ${name}. Names can only have letters, digits and underscores`);
export const badVariableValue = (name: string): ServiceFault => badRequest(`Invalid value of stage variable ${name}. Please use values with alphanumeric characters and the symbols -._~:/?#&=,`);
export const noSuchCertificate = (): ServiceFault => badRequest('Invalid client certificate id specified');
export const noSuchDocumentationVersion = (): ServiceFault => badRequest('Invalid documentation version specified');
export const badLogFormat = (): ServiceFault => badRequest('Access log format must include at least $context.requestId or $context.extendedRequestId');
export const BAD_PERCENT = 'Invalid percentTraffic specified. Must be between 0.0 and 100.0';
export const badPercent = (): ServiceFault => badRequest(BAD_PERCENT);
export const EMPTY_LOG_VALUE = 'Access Log value must not be empty';
export const BAD_LOG_PATH = 'Invalid accessLogSettings path. Must be one of : [/accessLogSettings/destinationArn, /accessLogSettings/format]';
export const badLogArn = (arn: string): string => `Invalid ARN. ARN is not well formed ${arn}`;
export const NO_CANARY = 'Promotion not available. Canary does not exist.';
export const badCopy = (path: string | undefined, from: string | undefined): string =>
  `Invalid copy operation with path: ${path ?? null} and from ${from ?? null}. Valid copy:path are [/deploymentId, /variables] and valid copy:from are [/canarySettings/deploymentId, /canarySettings/stageVariableOverrides]`;
export const noMethodSetting = (path: string): string => `Cannot remove method setting ${path} because there is no method setting for this method `;
export const badAdd = (path: string | undefined): string => `Invalid add operation with path: ${path ?? null}`;
export const badValue = (path: string): string => `Invalid value specified for ${path}`;

const SETTINGS = [
  '/metrics/enabled', '/logging/dataTrace', '/logging/loglevel', '/throttling/burstLimit', '/throttling/rateLimit', '/caching/ttlInSeconds', '/caching/enabled', '/caching/dataEncrypted',
  '/caching/requireAuthorizationForCacheControl', '/caching/unauthorizedCacheControlHeaderStrategy',
];
/** AWS leaves some commas out of its list, and so do we. */
const glued = (prefix: string, glue: readonly [string, string, string]): string => SETTINGS
  .map(setting => `${prefix}${setting}${setting.endsWith('burstLimit') ? glue[0] : setting.endsWith('rateLimit') ? glue[1] : glue[2]}`).join('').replace(/, $/, '');
const PATHS = [
  '/deploymentId, /description, /cacheClusterEnabled, /cacheClusterSize, /clientCertificateId, /accessLogSettings, /accessLogSettings/destinationArn, /accessLogSettings/format',
  glued('/{resourcePath}/{httpMethod}', ['', '', ', ']), glued('/*/*', [' ', ' ', ', ']), '/variables/{variable_name}, /tracingEnabled',
].join(', ');
export const badSettingPath = (path: string | undefined): string => `Invalid method setting path: ${path ?? null}. Must be one of: [${PATHS}]`;
