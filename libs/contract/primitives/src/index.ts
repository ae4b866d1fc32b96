export { canonicalAddress } from './address.js';
export { apigatewayArn, executeApiArn, parseArn, type Arn } from './arn.js';
export { canonicalJson, digestOf } from './canonical-json.js';
export { BUCKETS, bucketOf, Histogram, valueOf, type SparseHistogram } from './histogram.js';
export { newAccessKeyId, newApiId, newApiKeyValue, newRequestId, newSecret, newSecretAccessKey, newShortId } from './id.js';
export { escapeSegment, parsePointer, unescapeSegment } from './json-pointer.js';
export { decodePageToken, encodePageToken } from './page-token.js';
export { dayOf, quotaLimit, quotaWindow, type QuotaPeriod } from './quota-period.js';
export { sealWith, unsealWith } from './sealed.js';
