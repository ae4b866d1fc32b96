import { decimal, flag, oneOf, whole, type Codec } from '@gatehouse/engine-patch';
import { escapeSegment } from '@gatehouse/contract-primitives';
import { type PatchOperation } from '@gatehouse/contract-wire';
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

const METHODS: readonly string[] = ['GET', 'PUT', 'POST', 'DELETE', 'PATCH', 'OPTIONS', 'HEAD', 'ANY', '*'];
/** Paths below these are no settings, whatever their last word is. */
const OTHER_FAMILIES: readonly string[] = ['variables', 'canarySettings', 'accessLogSettings'];

/** True for the key of a method's settings that ends as one must. */
export const namesMethod = (key: string): boolean => METHODS.includes(key.slice(key.lastIndexOf('/') + 1));

/**
 * Callers write a setting's path as `/~1pets~1{id}/GET/...`, `/pets/GET/...` or with all slashes bare, and AWS keeps what they wrote as the key, without
 * the first slash: Terraform finds its settings by it. Read from its end (setting, then method), the key becomes one escaped segment for the table.
 */
export function keyInOneSegment({ op, path }: Pick<PatchOperation, 'op' | 'path'>): string | undefined {
  const segments = path?.split('/').slice(1) ?? [];
  const setting = segments.slice(-2).join('/');
  if (segments.length >= 4 && METHOD_SETTINGS[setting]) return `/${escapeSegment(segments.slice(0, -2).join('/'))}/${setting}`;
  const key = segments.join('/');
  return op === 'remove' && segments.length >= 2 && namesMethod(key) && !OTHER_FAMILIES.includes(segments[0]!) ? `/${escapeSegment(key)}` : path;
}
