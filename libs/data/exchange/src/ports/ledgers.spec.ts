import { describe, expect, it } from 'vitest';
import { Histogram } from '@gatehouse/contract-primitives';
import { LocalBuckets } from './buckets.js';
import { ManualClock } from './clock.js';
import { MetricsLedger } from './metrics.js';
import { LocalQuotas } from './quotas.js';
import { UsageLedger } from './usage.js';

const NAME = { restApiId: 'a', stageName: 'prod', resourcePath: '/pets', httpMethod: 'GET' };
const QUOTA = { usagePlanId: 'p', apiKeyId: 'k', onCounterLoss: 'closed' as const };

describe('MetricsLedger', () => {
  it('answers what was added since the last drain, by minute, in rows that add up', () => {
    const clock = new ManualClock();
    const ledger = new MetricsLedger(clock);
    ledger.series(NAME).record(200, 1_000, 500);
    ledger.series(NAME).record(404, 3_000, -1);
    const [first] = ledger.drainMetrics();
    expect(first).toMatchObject({ ...NAME, minuteMs: clock.epochMs(), count: 2, error4xx: 1, error5xx: 0, latency: { count: 2, sumUs: 4_000, maxUs: 3_000 }, integrationLatency: { count: 1 } });
    expect(ledger.drainMetrics()).toEqual([]);
    ledger.series(NAME).record(500, 1_000, 1_000);
    clock.advance(60_000);
    ledger.series(NAME).record(200, 1_000, 1_000);
    const rows = ledger.drainMetrics();
    expect(rows.map(row => [row.count, row.error5xx, row.minuteMs - clock.epochMs()])).toEqual([[1, 1, -60_000], [1, 0, 0]]);
    const merged = new Histogram();
    for (const row of [first!, ...rows]) merged.add(row.latency);
    expect(merged.count).toBe(4);
    expect(ledger.totals).toEqual({ requests: 4, error4xx: 1, error5xx: 1 });
  });
});

describe('UsageLedger', () => {
  it('counts by UTC day and drains each request once', () => {
    const clock = new ManualClock(Date.UTC(2026, 10, 20, 23, 59, 59));
    const ledger = new UsageLedger(clock);
    const counter = ledger.counter('p', 'k');
    counter.admit();
    clock.advance(2_000);
    counter.admit();
    counter.admit();
    expect(ledger.drainUsage()).toEqual([{ usagePlanId: 'p', apiKeyId: 'k', day: '2026-11-20', used: 1 }, { usagePlanId: 'p', apiKeyId: 'k', day: '2026-11-21', used: 2 }]);
    expect(ledger.drainUsage()).toEqual([]);
  });
});

describe('LocalQuotas', () => {
  it('admits exactly the limit, less the offset in the first window, and all of it in the next', () => {
    const clock = new ManualClock();
    const counter = new LocalQuotas(clock).counter({ ...QUOTA, terms: { limit: 5, offset: 2, period: 'DAY' } });
    const admitted = () => Array.from({ length: 10 }, () => counter.take()).filter(Boolean).length;
    expect(admitted()).toBe(3);
    clock.advance(86_400_000);
    expect(admitted()).toBe(5);
    expect(counter.standing()).toMatchObject({ limit: 5, remaining: 0 });
  });

  it('keeps what was used when the terms change', () => {
    const quotas = new LocalQuotas(new ManualClock());
    const terms = { offset: 0, period: 'DAY' as const };
    const before = quotas.counter({ ...QUOTA, terms: { ...terms, limit: 2 } });
    expect([before.take(), before.take(), before.take()]).toEqual([true, true, false]);
    expect(quotas.counter({ ...QUOTA, terms: { ...terms, limit: 3 } })).toBe(before);
    expect([before.take(), before.take()]).toEqual([true, false]);
  });
});

describe('LocalBuckets', () => {
  it('never refills a bucket by asking for it again, or by a neighbour leaving', () => {
    const clock = new ManualClock();
    const buckets = new LocalBuckets(clock);
    const bucket = buckets.of('stage', '*', { perSecond: 1, burst: 8 });
    bucket.level = 0;
    expect(buckets.of('stage', '*', { perSecond: 1, burst: 8 })).toBe(bucket);
    buckets.setGateways(4);
    expect([bucket.burst, bucket.perSecond, bucket.level]).toEqual([2, 0.25, 0]);
    buckets.setGateways(1);
    expect([bucket.burst, bucket.level]).toEqual([8, 0]);
    buckets.forget('stage');
    expect(buckets.of('stage', '*', { perSecond: 1, burst: 8 })).not.toBe(bucket);
  });
});
