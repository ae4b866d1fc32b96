import type { MetricPoint } from '@gatehouse/client-calls';
import { describe, expect, it } from 'vitest';
import { ceilingOf, counts, latencies, milliseconds, share } from './series';

const span = { start: new Date('2026-11-20T10:00:00Z'), end: new Date('2026-11-20T10:03:00Z'), periodSeconds: 60 };
const point = (timestamp: string, count: number): MetricPoint => ({
  timestamp,
  count,
  error4xx: 0,
  error5xx: 0,
  latency: count > 0 ? { average: 3, p50: 2, p90: 5, p99: 9 } : null,
  integrationLatency: null,
});

describe('what a chart is drawn from', () => {
  it('counts zero where nothing was served, and has no latency there', () => {
    const points = [point('2026-11-20T10:01:00.000Z', 7), point('2026-11-20T10:02:00.000Z', 0)];
    expect(counts(points, span, 'count').map(({ y }) => y)).toEqual([0, 7, 0]);
    expect(latencies(points, span, 'latency', 'p99')).toEqual([
      { x: new Date('2026-11-20T10:01:00Z'), y: 9 },
      { x: new Date('2026-11-20T10:02:00Z'), y: 9 },
    ]);
    expect(latencies([point('2026-11-20T10:01:00.000Z', 7), point('2026-11-20T10:02:00.000Z', 7)], span, 'latency', 'p50')).toHaveLength(3);
    expect(latencies(points, span, 'integrationLatency', 'p99')).toEqual([]);
  });

  it.each([
    [0, 1],
    [1, 1],
    [1.1, 2],
    [34, 50],
    [99, 100],
    [100, 100],
    [0.3, 0.3],
  ])('has an axis for %f that ends at %f', (highest, expected) =>
    expect(ceilingOf([[{ x: new Date(), y: highest }], []])).toBeCloseTo(expected),
  );

  it('writes figures as people read them', () => {
    expect([milliseconds(0.84), milliseconds(42.4), milliseconds(1234.5)]).toEqual(['0.84 ms', '42 ms', '1.23 s']);
    expect([share(0, 0), share(0, 5), share(1, 80)]).toEqual(['-', '0 %', '1.3 %']);
  });
});
