/** Tokens a second (may be fractional, Infinity = refilled at once) and how many fit. A burst of 0 refuses everything. */
export interface BucketLimit { readonly perSecond: number; readonly burst: number }

/** A token bucket. Mutable, because one is spent from on every request; whoever holds it shares it. `atMs` is monotonic time. */
export interface Bucket {
  level: number;
  atMs: number;
  perSecond: number;
  burst: number;
  /** Tokens taken since the bucket was made: what a gateway tells its neighbours. */
  spent: number;
}

/** A full bucket. */
export const newBucket = ({ perSecond, burst }: BucketLimit, nowMs: number): Bucket => ({ level: burst, atMs: nowMs, perSecond, burst, spent: 0 });

/** Brings the level up to date. Time that runs backwards refills nothing. */
function refill(bucket: Bucket, nowMs: number): void {
  const elapsedMs = nowMs - bucket.atMs;
  if (elapsedMs <= 0) return;
  bucket.atMs = nowMs;
  const level = bucket.level + (elapsedMs * bucket.perSecond) / 1000;
  bucket.level = level < bucket.burst ? level : bucket.burst;
}

/** Gives a bucket new limits. What was spent stays spent: the level is kept, and cut where the new bucket is smaller. */
export function retune(bucket: Bucket, { perSecond, burst }: BucketLimit, nowMs: number): void {
  refill(bucket, nowMs);
  bucket.perSecond = perSecond;
  bucket.burst = burst;
  if (bucket.level > burst) bucket.level = burst;
}

/** Spends one token from every bucket, or none from any. Answers the bucket that refused, or null. */
export function takeAll(buckets: readonly Bucket[], nowMs: number): Bucket | null {
  for (let i = 0; i < buckets.length; i++) {
    const bucket = buckets[i]!;
    refill(bucket, nowMs);
    if (bucket.level < 1) return bucket;
  }
  for (let i = 0; i < buckets.length; i++) {
    const bucket = buckets[i]!;
    bucket.level -= 1;
    bucket.spent++;
  }
  return null;
}

/** Takes off what others spent of the same limit. The level may fall below zero, by one burst at most, so that together nobody gains. */
export function drain(bucket: Bucket, tokens: number, nowMs: number): void {
  refill(bucket, nowMs);
  bucket.level = Math.max(-bucket.burst, bucket.level - tokens);
}

/** Milliseconds until the bucket holds a token again; 0 when it does now, Infinity when it never will. */
export function waitMs(bucket: Bucket): number {
  if (bucket.level >= 1) return 0;
  return bucket.burst < 1 || bucket.perSecond <= 0 ? Infinity : ((1 - bucket.level) * 1000) / bucket.perSecond;
}

/**
 * The limit that a pair of settings means, or null when neither is set. A missing rate refills at once; a missing burst equals the rate,
 * but a positive rate never makes a bucket that cannot hold one token.
 */
export function limitOf(rateLimit: number | null, burstLimit: number | null): BucketLimit | null {
  if (rateLimit === null && burstLimit === null) return null;
  const perSecond = rateLimit ?? Infinity;
  if (burstLimit !== null) return { perSecond, burst: burstLimit };
  return { perSecond, burst: perSecond > 0 ? Math.max(1, perSecond) : 0 };
}

/** The part of a limit that one of `gateways` equal gateways may admit, so that all together admit the limit. */
export function shareOf(limit: BucketLimit, gateways: number): BucketLimit {
  if (gateways <= 1) return limit;
  return { perSecond: limit.perSecond / gateways, burst: limit.burst > 0 ? Math.max(1, limit.burst / gateways) : 0 };
}
