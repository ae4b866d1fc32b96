import type { MetricPoint } from '@gatehouse/client-calls';
import type { Span } from './range';

/** One point of a line. */
export interface ChartPoint {
  readonly x: Date;
  readonly y: number;
}
type Latency = NonNullable<MetricPoint['latency']>;

/** Counts are zero where nothing was served: every period has its point. */
export function counts(
  points: readonly MetricPoint[],
  { start, end, periodSeconds }: Span,
  member: 'count' | 'error4xx' | 'error5xx',
): readonly ChartPoint[] {
  const byTime = new Map(points.map(point => [Date.parse(point.timestamp), point[member]]));
  const filled: ChartPoint[] = [];
  for (let time = start.getTime(); time < end.getTime(); time += periodSeconds * 1000)
    filled.push({ x: new Date(time), y: byTime.get(time) ?? 0 });
  return filled;
}

/** A latency is not zero where nothing was served, it is absent. It holds for its whole period, so a lonely one is drawn as a stroke as long as that. */
export function latencies(
  points: readonly MetricPoint[],
  { periodSeconds }: Span,
  member: 'latency' | 'integrationLatency',
  figure: keyof Latency,
): readonly ChartPoint[] {
  const known = points.flatMap(point => {
    const latency = point[member];
    return latency ? [{ time: Date.parse(point.timestamp), y: latency[figure] }] : [];
  });
  const times = new Set(known.map(({ time }) => time)),
    periodMs = periodSeconds * 1000;
  return known.flatMap(({ time, y }) => [
    { x: new Date(time), y },
    ...(times.has(time + periodMs) ? [] : [{ x: new Date(time + periodMs), y }]),
  ]);
}

/** A round number above everything drawn, so that the axis does not jump at each refresh. */
export function ceilingOf(series: ReadonlyArray<readonly ChartPoint[]>): number {
  const highest = Math.max(0, ...series.flat().map(({ y }) => y));
  if (highest === 0) return 1;
  const magnitude = 10 ** Math.floor(Math.log10(highest));
  return ([1, 2, 3, 5, 10].find(step => highest <= step * magnitude) ?? 10) * magnitude;
}

/** 1234.5 ms is "1.23 s", 0.84 ms is "0.84 ms". */
export const milliseconds = (ms: number): string =>
  ms >= 1000 ? `${(ms / 1000).toFixed(2)} s` : `${ms < 10 ? ms.toFixed(2) : ms.toFixed(0)} ms`;

/** The share of a part, as "1.2 %"; nothing of nothing is no share. */
export const share = (part: number, whole: number): string =>
  whole === 0 ? '-' : `${((part / whole) * 100).toFixed(part === 0 ? 0 : 1)} %`;
