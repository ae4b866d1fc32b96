/**
 * Latency histograms that merge: log-linear buckets, 32 to each power of two, so a quantile is right within 1.6 %.
 * A gateway records into a typed array; only the touched buckets travel; the management side adds them up.
 */
const SUB_BITS = 5;
const SUB = 1 << SUB_BITS;
/** Values are whole microseconds up to 2^31 (35 minutes); larger ones count in the last bucket. */
export const BUCKETS = (31 - SUB_BITS + 1) * SUB;

/** What travels and what is stored: the touched buckets as a flat list `[index, count, index, count, ...]`. */
export interface SparseHistogram { readonly count: number; readonly sumUs: number; readonly maxUs: number; readonly buckets: readonly number[] }

/** The bucket of a value in microseconds. */
export function bucketOf(us: number): number {
  const value = us < 0 ? 0 : us > 0x7fffffff ? 0x7fffffff : us | 0;
  if (value < SUB) return value;
  const exponent = 31 - Math.clz32(value);
  return (exponent - SUB_BITS + 1) * SUB + ((value >>> (exponent - SUB_BITS)) & (SUB - 1));
}

/** The middle of a bucket, in microseconds. */
export function valueOf(bucket: number): number {
  if (bucket < SUB) return bucket;
  const shift = Math.floor(bucket / SUB) - 1;
  const low = (SUB + (bucket % SUB)) * 2 ** shift;
  return low + (2 ** shift - 1) / 2;
}

/** A histogram being filled. One instance for each series and minute. */
export class Histogram {
  count = 0;
  sumUs = 0;
  maxUs = 0;
  readonly #counts = new Uint32Array(BUCKETS);

  record(us: number): void {
    const value = us < 0 ? 0 : us;
    this.count++;
    this.sumUs += value;
    if (value > this.maxUs) this.maxUs = value;
    this.#counts[bucketOf(value)]!++;
  }

  add(other: SparseHistogram): void {
    this.count += other.count;
    this.sumUs += other.sumUs;
    if (other.maxUs > this.maxUs) this.maxUs = other.maxUs;
    for (let i = 0; i + 1 < other.buckets.length; i += 2) {
      const bucket = other.buckets[i]!;
      if (bucket >= 0 && bucket < BUCKETS) this.#counts[bucket]! += other.buckets[i + 1]!;
    }
  }

  /** The value below which the share `q` (0..1) of all records lies, in microseconds; 0 when empty. */
  quantile(q: number): number {
    if (this.count === 0) return 0;
    if (q >= 1) return this.maxUs;
    let left = Math.max(1, Math.ceil(q * this.count));
    for (let bucket = 0; bucket < BUCKETS; bucket++) {
      left -= this.#counts[bucket]!;
      if (left <= 0) return Math.min(valueOf(bucket), this.maxUs);
    }
    return this.maxUs;
  }

  sparse(): SparseHistogram {
    const buckets: number[] = [];
    for (let bucket = 0; bucket < BUCKETS; bucket++) if (this.#counts[bucket]! > 0) buckets.push(bucket, this.#counts[bucket]!);
    return { count: this.count, sumUs: Math.round(this.sumUs), maxUs: Math.round(this.maxUs), buckets };
  }
}
