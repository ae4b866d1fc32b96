import { Injectable } from '@nestjs/common';
import { Histogram, type SparseHistogram } from '@gatehouse/contract-primitives';
import { DataSource } from 'typeorm';
import { Settings } from '../platform/settings.js';

export interface MetricFilter {
  readonly restApiId: string | null;
  readonly stageName: string | null;
  readonly resourcePath: string | null;
  readonly httpMethod: string | null;
  readonly start: Date;
  readonly end: Date;
}
/** Milliseconds. */
export interface Latency { readonly average: number; readonly p50: number; readonly p90: number; readonly p99: number }
export interface Figures { readonly count: number; readonly error4xx: number; readonly error5xx: number; readonly latency: Latency | null; readonly integrationLatency: Latency | null }

interface MinuteRow {
  minute: Date; resource_path: string; http_method: string; count: string; error_4xx: string; error_5xx: string; latency: SparseHistogram; integration_latency: SparseHistogram;
}

/** Reads the minutes that gateways sent and adds them up: by time for charts, by method for tables. */
@Injectable()
export class MetricsService {
  constructor(private readonly store: DataSource, private readonly settings: Settings) {}

  async overTime(filter: MetricFilter, periodSeconds: number): Promise<{ points: readonly (Figures & { timestamp: string })[]; totals: Figures }> {
    const periodMs = periodSeconds * 1000;
    const sums = new Map<number, Sum>();
    const total = new Sum();
    for (const row of await this.#rows(filter)) {
      const slot = Math.floor(row.minute.getTime() / periodMs) * periodMs;
      let sum = sums.get(slot);
      if (sum === undefined) sums.set(slot, sum = new Sum());
      sum.add(row);
      total.add(row);
    }
    const points: (Figures & { timestamp: string })[] = [];
    for (let slot = Math.floor(filter.start.getTime() / periodMs) * periodMs; slot < filter.end.getTime(); slot += periodMs) {
      points.push({ timestamp: new Date(slot).toISOString(), ...(sums.get(slot) ?? EMPTY).figures() });
    }
    return { points, totals: total.figures() };
  }

  async byMethod(filter: MetricFilter): Promise<readonly (Figures & { resourcePath: string; httpMethod: string })[]> {
    const sums = new Map<string, { resourcePath: string; httpMethod: string; sum: Sum }>();
    for (const row of await this.#rows(filter)) {
      const key = `${row.http_method} ${row.resource_path}`;
      let entry = sums.get(key);
      if (entry === undefined) sums.set(key, entry = { resourcePath: row.resource_path, httpMethod: row.http_method, sum: new Sum() });
      entry.sum.add(row);
    }
    return [...sums.values()].map(({ resourcePath, httpMethod, sum }) => ({ resourcePath, httpMethod, ...sum.figures() })).sort((a, b) => b.count - a.count);
  }

  async #rows({ restApiId, stageName, resourcePath, httpMethod, start, end }: MetricFilter): Promise<readonly MinuteRow[]> {
    const { accountId, region } = this.settings;
    return this.store.query(
      `select minute, resource_path, http_method, count, error_4xx, error_5xx, latency, integration_latency from metric_minutes
       where account_id = $1 and region = $2 and minute >= $3 and minute < $4 and ($5::text is null or rest_api_id = $5) and ($6::text is null or stage_name = $6)
         and ($7::text is null or resource_path = $7) and ($8::text is null or http_method = $8)`,
      [accountId, region, start, end, restApiId, stageName, resourcePath, httpMethod]);
  }
}

class Sum {
  count = 0;
  error4xx = 0;
  error5xx = 0;
  readonly latency = new Histogram();
  readonly integrationLatency = new Histogram();

  add(row: MinuteRow): void {
    this.count += Number(row.count);
    this.error4xx += Number(row.error_4xx);
    this.error5xx += Number(row.error_5xx);
    this.latency.add(row.latency);
    this.integrationLatency.add(row.integration_latency);
  }

  figures(): Figures {
    return { count: this.count, error4xx: this.error4xx, error5xx: this.error5xx, latency: latencyOf(this.latency), integrationLatency: latencyOf(this.integrationLatency) };
  }
}

const EMPTY = new Sum();
const milliseconds = (us: number): number => Math.round(us / 10) / 100;

function latencyOf(histogram: Histogram): Latency | null {
  if (histogram.count === 0) return null;
  return { average: milliseconds(histogram.sumUs / histogram.count), p50: milliseconds(histogram.quantile(0.5)), p90: milliseconds(histogram.quantile(0.9)), p99: milliseconds(histogram.quantile(0.99)) };
}
