import { newBucket, retune, shareOf, type Bucket, type BucketLimit } from '@gatehouse/engine-throttle';
import type { Clock } from './clock.js';

/**
 * Token buckets that outlive a compile. `owner` is the pointer key of the document that a bucket belongs to, `name` its place there;
 * the same two names always give the same bucket, with its level kept and its limits renewed.
 */
export interface Buckets {
  of(owner: string, name: string, limit: BucketLimit): Bucket;
  /** The bucket with the limits that it has; made with `fallback` when nobody has asked for it yet. */
  find(owner: string, name: string, fallback: BucketLimit): Bucket;
  forget(owner: string): void;
}

interface Kept { readonly bucket: Bucket; limit: BucketLimit }

/** Buckets in this process. With several gateways alive each admits its share of a rate. */
export class LocalBuckets implements Buckets {
  readonly #byOwner = new Map<string, Map<string, Kept>>();
  #alive = 1;
  #isTelling = false;
  #gateways = 1;

  constructor(private readonly clock: Clock) {}

  of(owner: string, name: string, limit: BucketLimit): Bucket {
    const names = this.#byOwner.get(owner) ?? new Map<string, Kept>();
    this.#byOwner.set(owner, names);
    const share = shareOf(limit, this.#gateways);
    const kept = names.get(name);
    if (kept === undefined) {
      const bucket = newBucket(share, this.clock.monotonicMs());
      names.set(name, { bucket, limit });
      return bucket;
    }
    kept.limit = limit;
    retune(kept.bucket, share, this.clock.monotonicMs());
    return kept.bucket;
  }

  find(owner: string, name: string, fallback: BucketLimit): Bucket {
    return this.#byOwner.get(owner)?.get(name)?.bucket ?? this.of(owner, name, fallback);
  }

  forget(owner: string): void {
    this.#byOwner.delete(owner);
  }

  /** How many gateways are alive, this one included. Levels are kept, so nobody's spent bucket fills up when a neighbour leaves. */
  setGateways(gateways: number): void {
    if (gateways < 1) return;
    this.#alive = gateways;
    this.#divide();
  }

  /** While gateways tell each other what they spent, each keeps the whole limit; when they cannot, each keeps to its share. */
  setTelling(isTelling: boolean): void {
    this.#isTelling = isTelling;
    this.#divide();
  }

  /** Every bucket with the name by which neighbours know it. */
  *all(): Generator<{ readonly name: string; readonly bucket: Bucket }> {
    for (const [owner, names] of this.#byOwner) for (const [name, { bucket }] of names) yield { name: `${owner}/${name}`, bucket };
  }

  #divide(): void {
    const gateways = this.#isTelling ? 1 : this.#alive;
    if (gateways === this.#gateways) return;
    this.#gateways = gateways;
    const now = this.clock.monotonicMs();
    for (const names of this.#byOwner.values()) for (const { bucket, limit } of names.values()) retune(bucket, shareOf(limit, gateways), now);
  }
}
