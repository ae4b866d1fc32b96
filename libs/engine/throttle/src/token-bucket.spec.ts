import { describe, expect, it } from 'vitest';
import { drain, limitOf, newBucket, retune, shareOf, takeAll, waitMs, type Bucket } from './token-bucket.js';

const admitted = (bucket: Bucket, nowMs: number, tries: number): number => Array.from({ length: tries }, () => takeAll([bucket], nowMs)).filter(refusal => refusal === null).length;

describe('a token bucket', () => {
  it('refuses the third request of a burst of two', () => {
    const bucket = newBucket({ perSecond: 1, burst: 2 }, 0);
    expect([takeAll([bucket], 0), takeAll([bucket], 0), takeAll([bucket], 0)]).toEqual([null, null, bucket]);
  });

  it('refuses everything when rate and burst are 0', () => {
    expect(admitted(newBucket(limitOf(0, 0)!, 0), 1e9, 10)).toBe(0);
    expect(admitted(newBucket(limitOf(0, null)!, 0), 1e9, 10)).toBe(0);
    expect(waitMs(newBucket(limitOf(0, 0)!, 0))).toBe(Infinity);
  });

  it('spends from no bucket when one of them refuses', () => {
    const wide = newBucket({ perSecond: 1, burst: 10 }, 0), dry = newBucket({ perSecond: 1, burst: 0 }, 0);
    expect(takeAll([wide, dry], 0)).toBe(dry);
    expect(wide.level).toBe(10);
  });

  it('refills at a fractional rate, and never above its burst', () => {
    const bucket = newBucket({ perSecond: 0.5, burst: 2 }, 0);
    expect(admitted(bucket, 0, 5)).toBe(2);
    expect(admitted(bucket, 1_999, 5)).toBe(0);
    expect(admitted(bucket, 2_000, 5)).toBe(1);
    expect(admitted(bucket, 1e9, 5)).toBe(2);
  });

  it('refills nothing when time runs backwards', () => {
    const bucket = newBucket({ perSecond: 1_000, burst: 1 }, 1_000);
    takeAll([bucket], 1_000);
    expect(takeAll([bucket], 0)).toBe(bucket);
  });

  it('keeps what was spent when its limits change, and cuts a level that no longer fits', () => {
    const spent = newBucket({ perSecond: 1, burst: 5 }, 0);
    admitted(spent, 0, 5);
    retune(spent, { perSecond: 1, burst: 100 }, 0);
    expect(spent.level).toBe(0);
    const full = newBucket({ perSecond: 1, burst: 100 }, 0);
    retune(full, { perSecond: 1, burst: 3 }, 0);
    expect(admitted(full, 0, 10)).toBe(3);
  });

  it('admits burst + rate x time over any run of one simulated minute', () => {
    const bucket = newBucket({ perSecond: 12.5, burst: 7 }, 0);
    let count = 0;
    for (let ms = 0; ms <= 60_000; ms += 3) count += admitted(bucket, ms, 2);
    expect(count).toBeGreaterThanOrEqual(7 + 12.5 * 60 - 1);
    expect(count).toBeLessThanOrEqual(7 + 12.5 * 60 + 1);
  });

  it('tells how long a refused caller waits', () => {
    const bucket = newBucket({ perSecond: 4, burst: 1 }, 0);
    takeAll([bucket], 0);
    expect(waitMs(bucket)).toBe(250);
  });

  it.each([
    [null, null, null], [10, 5, { perSecond: 10, burst: 5 }], [10, null, { perSecond: 10, burst: 10 }], [0.5, null, { perSecond: 0.5, burst: 1 }], [null, 3, { perSecond: Infinity, burst: 3 }],
  ])('rate %s and burst %s mean %j', (rate, burst, expected) => {
    expect(limitOf(rate, burst)).toEqual(expected);
  });

  it('with a burst and no rate refills at once', () => {
    expect(admitted(newBucket({ perSecond: Infinity, burst: 3 }, 0), 1, 3)).toBe(3);
  });

  it('is divided among gateways, but a positive burst always holds one token', () => {
    expect(shareOf({ perSecond: 10, burst: 20 }, 4)).toEqual({ perSecond: 2.5, burst: 5 });
    expect(shareOf({ perSecond: 10, burst: 2 }, 4)).toEqual({ perSecond: 2.5, burst: 1 });
    expect(shareOf({ perSecond: 10, burst: 0 }, 4).burst).toBe(0);
  });
});

describe('a bucket shared with neighbours', () => {
  it('loses what they spent, down to one burst below zero, and tells what it spent itself', () => {
    const bucket = newBucket({ perSecond: 1, burst: 4 }, 0);
    takeAll([bucket], 0);
    expect(bucket.spent).toBe(1);
    drain(bucket, 100, 0);
    expect(bucket.level).toBe(-4);
    expect(takeAll([bucket], 4_000)).toBe(bucket);
    expect(takeAll([bucket], 5_000)).toBeNull();
    expect(bucket.spent).toBe(2);
  });
});
