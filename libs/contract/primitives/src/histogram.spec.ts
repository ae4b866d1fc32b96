import { describe, expect, it } from 'vitest';
import { BUCKETS, bucketOf, Histogram, valueOf } from './histogram.js';

describe('Histogram', () => {
  it('keeps every quantile within 1.6 % of the true value', () => {
    const histogram = new Histogram();
    for (let us = 1; us <= 100_000; us++) histogram.record(us);
    for (const q of [0.5, 0.9, 0.99]) expect(Math.abs(histogram.quantile(q) / (q * 100_000) - 1)).toBeLessThan(0.016);
    expect(histogram.quantile(1)).toBe(100_000);
  });

  it('adds up to the same figures whether recorded at once or merged from parts', () => {
    const whole = new Histogram(), merged = new Histogram(), parts = [new Histogram(), new Histogram()];
    for (let i = 0; i < 5_000; i++) { const us = (i * 7919) % 900_000; whole.record(us); parts[i % 2]!.record(us); }
    for (const part of parts) merged.add(JSON.parse(JSON.stringify(part.sparse())));
    expect(merged.sparse()).toEqual(whole.sparse());
  });

  it('has buckets that rise without a gap, and takes the largest and negative values', () => {
    for (let bucket = 0; bucket < BUCKETS; bucket++) expect(bucketOf(valueOf(bucket))).toBe(bucket);
    expect(bucketOf(2 ** 40)).toBe(BUCKETS - 1);
    expect(bucketOf(-5)).toBe(0);
    expect(new Histogram().quantile(0.5)).toBe(0);
  });
});
