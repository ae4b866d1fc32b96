import type { Clock, LocalBuckets } from '@gatehouse/data-exchange';
import { drain, type Bucket } from '@gatehouse/engine-throttle';
import { Redis } from 'ioredis';
import type { Logger } from 'pino';

const EVERY_MS = 50;
/** A bucket that nobody here has spent from for this long is not asked about: there is nothing to refuse. */
const QUIET_MS = 60_000;
const COMMAND_MS = 200;
const KEPT_SECONDS = 3_600;

/** What was told last of one bucket, and what all gateways together had spent then. */
interface Told { spent: number; total: number | null; activeMs: number }

interface Due { readonly name: string; readonly bucket: Bucket; readonly told: Told; readonly added: number }

/**
 * Tells the other gateways, through Redis, what this one spent of each bucket, and takes off what they spent. Twenty times a second and off
 * the request path: a request never waits for Redis, and when Redis is stuck or gone each gateway keeps to its share of the rates.
 */
export class RedisTelling {
  readonly #redis: Redis;
  readonly #told = new WeakMap<Bucket, Told>();
  #timer: NodeJS.Timeout | null = null;
  #isBusy = false;
  #isTelling = false;

  constructor(url: string, private readonly buckets: LocalBuckets, private readonly clock: Clock, private readonly log: Logger) {
    this.#redis = new Redis(url, { lazyConnect: true, enableOfflineQueue: false, maxRetriesPerRequest: 0, commandTimeout: COMMAND_MS, connectTimeout: 1_000, retryStrategy: times => Math.min(times * 100, 2_000) });
    this.#redis.on('error', error => this.log.debug({ err: error }, 'redis'));
  }

  start(): void {
    this.#redis.connect().catch((error: unknown) => this.log.debug({ err: error }, 'redis is not there yet'));
    this.#timer = setInterval(() => void this.tell(), EVERY_MS);
  }

  stop(): void {
    if (this.#timer !== null) clearInterval(this.#timer);
    this.#redis.disconnect();
  }

  /** One round: add what we spent, read what all spent, take off the difference. */
  async tell(): Promise<void> {
    if (this.#isBusy) return;
    this.#isBusy = true;
    try {
      await this.#exchange();
      this.#become(true);
    } catch (error) {
      this.#become(false);
      this.log.debug({ err: error }, 'the gateways could not tell each other what they spent');
    } finally {
      this.#isBusy = false;
    }
  }

  async #exchange(): Promise<void> {
    const round = [...this.#due(this.clock.monotonicMs())];
    if (round.length === 0) { await this.#redis.ping(); return; }
    const pipeline = this.#redis.pipeline();
    for (const { name, added, bucket } of round) {
      pipeline.incrby(`gatehouse:spent:${name}`, added).expire(`gatehouse:spent:${name}`, KEPT_SECONDS)
        .set(`gatehouse:level:${name}`, `${bucket.level}@${this.clock.epochMs()}`, 'EX', KEPT_SECONDS, 'GET');
    }
    const answers = (await pipeline.exec()) ?? [];
    for (const [index, each] of round.entries()) {
      const [spent, , level] = answers.slice(index * 3, index * 3 + 3);
      if (!spent || spent[0] !== null || !level || level[0] !== null) throw spent?.[0] ?? level?.[0] ?? new Error('no answer');
      this.#hear(each, Number(spent[1]), level[1] as string | null);
    }
  }

  /** Takes off what the others spent since the last round; who meets a bucket for the first time takes over the level that the others left. */
  #hear({ bucket, told, added }: Due, total: number, level: string | null): void {
    const nowMs = this.clock.monotonicMs();
    if (told.total === null) {
      const [left, atMs] = (level ?? '').split('@').map(Number);
      const theirs = left === undefined || atMs === undefined ? bucket.burst : left + (Math.max(0, this.clock.epochMs() - atMs) * bucket.perSecond) / 1000;
      if (theirs - added < bucket.level) drain(bucket, bucket.level - (theirs - added), nowMs);
    } else if (total >= told.total) {
      drain(bucket, total - told.total - added, nowMs);
    }
    // A smaller total is a counter that began anew (Redis restarted): it tells nothing about the others yet.
    told.spent += added;
    told.total = total;
  }

  *#due(nowMs: number): Generator<Due> {
    for (const { name, bucket } of this.buckets.all()) {
      if (!Number.isFinite(bucket.perSecond)) continue;
      const told = this.#told.get(bucket) ?? { spent: 0, total: null, activeMs: nowMs };
      this.#told.set(bucket, told);
      const added = bucket.spent - told.spent;
      if (added > 0) told.activeMs = nowMs;
      if (nowMs - told.activeMs < QUIET_MS) yield { name, bucket, told, added };
      // What they spend from now on refills before we come back; it must not be taken off then, all at once.
      else told.total = null;
    }
  }

  #become(isTelling: boolean): void {
    if (isTelling === this.#isTelling) return;
    this.#isTelling = isTelling;
    this.buckets.setTelling(isTelling);
    this.log.info(isTelling ? 'the gateways tell each other what they spend' : 'Redis does not answer: this gateway keeps to its share of the rates');
  }
}
