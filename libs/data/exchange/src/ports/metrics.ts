import { Histogram } from '@gatehouse/contract-primitives';
import type { MetricRow } from '@gatehouse/contract-snapshot';
import type { Clock } from './clock.js';

/** The dimensions of one CloudWatch-style series. */
export interface SeriesName { readonly restApiId: string; readonly stageName: string; readonly resourcePath: string; readonly httpMethod: string }
/** One series, fetched once by the route that writes it. */
export interface MetricSeries {
  /** Latencies in microseconds; `integrationUs` is -1 when no backend was asked. */
  record(status: number, latencyUs: number, integrationUs: number): void;
}
/** Minute metrics of all routes. They outlive a compile: the same name gives the same series. */
export interface Metrics { series(name: SeriesName): MetricSeries }

/** What the process as a whole has served, for Prometheus; never reset. */
export interface MetricTotals { requests: number; error4xx: number; error5xx: number }

const MINUTE_MS = 60_000;
const IDLE_MINUTES = 10;

/** Metrics in this process until they are drained: each drain answers what was added since the one before, in rows that add up. */
export class MetricsLedger implements Metrics {
  readonly totals: MetricTotals = { requests: 0, error4xx: 0, error5xx: 0 };
  readonly #series = new Map<string, Series>();

  constructor(private readonly clock: Clock) {}

  series(name: SeriesName): MetricSeries {
    const key = `${name.restApiId}/${name.stageName}/${name.httpMethod}${name.resourcePath}`;
    const series = this.#series.get(key) ?? new Series(name, this.clock, this.totals);
    this.#series.set(key, series);
    return series;
  }

  drainMetrics(): MetricRow[] {
    return [...this.#series.values()].flatMap(series => series.drain());
  }
}

function sparseOf(histogram: Histogram | null): MetricRow['latency'] {
  const { buckets, ...figures } = (histogram ?? new Histogram()).sparse();
  return { ...figures, buckets: [...buckets] };
}

class Series implements MetricSeries {
  #minuteMs = 0;
  #count = 0;
  #error4xx = 0;
  #error5xx = 0;
  #latency: Histogram | null = null;
  #integration: Histogram | null = null;
  #closed: MetricRow[] = [];

  constructor(private readonly name: SeriesName, private readonly clock: Clock, private readonly totals: MetricTotals) {}

  record(status: number, latencyUs: number, integrationUs: number): void {
    const now = this.clock.epochMs();
    if (now - this.#minuteMs >= MINUTE_MS || now < this.#minuteMs) this.#roll(now);
    this.#count++;
    this.totals.requests++;
    if (status >= 500) {
      this.#error5xx++;
      this.totals.error5xx++;
    } else if (status >= 400) {
      this.#error4xx++;
      this.totals.error4xx++;
    }
    (this.#latency ??= new Histogram()).record(latencyUs);
    if (integrationUs >= 0) (this.#integration ??= new Histogram()).record(integrationUs);
  }

  drain(): MetricRow[] {
    this.#roll(this.#minuteMs);
    const rows = this.#closed;
    this.#closed = [];
    // A series that nobody has written for a while gives its arrays back.
    if (rows.length === 0 && this.clock.epochMs() - this.#minuteMs > IDLE_MINUTES * MINUTE_MS) this.#latency = this.#integration = null;
    return rows;
  }

  #roll(now: number): void {
    if (this.#count > 0) {
      this.#closed.push({
        ...this.name, minuteMs: this.#minuteMs, count: this.#count, error4xx: this.#error4xx, error5xx: this.#error5xx, cacheHit: 0, cacheMiss: 0,
        latency: sparseOf(this.#latency), integrationLatency: sparseOf(this.#integration),
      });
      this.#latency = this.#integration = null;
    }
    this.#count = this.#error4xx = this.#error5xx = 0;
    this.#minuteMs = Math.floor(now / MINUTE_MS) * MINUTE_MS;
  }
}
