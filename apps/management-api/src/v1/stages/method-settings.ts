import { decimal, flag, oneOf, whole, type Codec } from '@gatehouse/engine-patch';
import { escapeSegment, parsePointer } from '@gatehouse/contract-primitives';
import { type StageMethodSettings } from '@gatehouse/control-store';
import { badValue } from './stages.faults.js';

/** What AWS writes for every setting that nobody has named, as soon as one is. */
export const DEFAULT_METHOD_SETTINGS: StageMethodSettings = {
  metricsEnabled: false, loggingLevel: null, dataTraceEnabled: false, throttlingBurstLimit: 5_000, throttlingRateLimit: 10_000, cachingEnabled: false, cacheTtlInSeconds: 300,
  cacheDataEncrypted: false, requireAuthorizationForCacheControl: true, unauthorizedCacheControlHeaderStrategy: 'SUCCEED_WITH_RESPONSE_HEADER',
};

const MAX = 2_147_483_647;

/** The last two segments of a setting's path -> its member and how its value reads. -1 switches a limit off. */
export const METHOD_SETTINGS: Readonly<Record<string, readonly [keyof StageMethodSettings, Codec<unknown>]>> = {
  'metrics/enabled': ['metricsEnabled', flag(badValue('metrics/enabled'))],
  'logging/dataTrace': ['dataTraceEnabled', flag(badValue('logging/dataTrace'))],
  'logging/loglevel': ['loggingLevel', oneOf(['OFF', 'ERROR', 'INFO'], badValue('logging/loglevel'))],
  'throttling/burstLimit': ['throttlingBurstLimit', whole(-1, MAX, badValue('throttling/burstLimit'))],
  'throttling/rateLimit': ['throttlingRateLimit', decimal(-1, MAX, badValue('throttling/rateLimit'))],
  'caching/enabled': ['cachingEnabled', flag(badValue('caching/enabled'))],
  'caching/ttlInSeconds': ['cacheTtlInSeconds', whole(0, 3_600, badValue('caching/ttlInSeconds'))],
  'caching/dataEncrypted': ['cacheDataEncrypted', flag(badValue('caching/dataEncrypted'))],
  'caching/requireAuthorizationForCacheControl': ['requireAuthorizationForCacheControl', flag(badValue('caching/requireAuthorizationForCacheControl'))],
  'caching/unauthorizedCacheControlHeaderStrategy': [
    'unauthorizedCacheControlHeaderStrategy',
    oneOf(['FAIL_WITH_403', 'SUCCEED_WITH_RESPONSE_HEADER', 'SUCCEED_WITHOUT_RESPONSE_HEADER'], badValue('caching/unauthorizedCacheControlHeaderStrategy')),
  ],
};

/** The key under which settings are kept: the path without its leading slash, and the method; `/GET` for the root. */
export const settingsKey = (resource: string, method: string): string => `${resource.replace(/^\/(?=.)/, '').replace(/^\/$/, '')}/${method}`;

/**
 * Callers write a setting's path as `/~1pets~1{id}/GET/...`, `/pets/GET/...` or with all slashes bare. Reading from the end (setting, then method)
 * makes one spelling of all: everything before the method is the resource, escaped.
 */
export function onePathSpelling(path: string): string {
  const segments = parsePointer(path);
  if (segments.length <= 4 || !METHOD_SETTINGS[segments.slice(-2).join('/')]) return path;
  const [method, ...setting] = segments.slice(-3);
  return `/${escapeSegment(segments.slice(0, -3).join('/'))}/${method}/${setting.join('/')}`;
}
