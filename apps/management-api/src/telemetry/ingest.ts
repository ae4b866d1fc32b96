import { Injectable } from '@nestjs/common';
import { Histogram, type SparseHistogram } from '@gatehouse/contract-primitives';
import type { MetricRow, TelemetryBatch } from '@gatehouse/contract-snapshot';
import type { EntityManager } from 'typeorm';
import { Settings } from '../platform/settings.js';
import { Leases } from '../publish/leases.js';
import { IngestStore } from './ingest-store.js';

/** Rows a gateway may send of a day that has no partition any more; older ones are dropped rather than refused, so its spool drains. */
const OLDEST_MS = 2 * 86_400_000;

/** Takes gateways' batches. A batch that was seen before changes nothing, so a gateway may send it until it hears an answer. */
@Injectable()
export class Ingest {
  constructor(private readonly ingest: IngestStore, private readonly settings: Settings, private readonly leases: Leases) {}

  async take(gatewayId: string, batch: TelemetryBatch): Promise<void> {
    await this.ingest.store.transaction(async manager => {
      if (!(await this.#isNew(manager, gatewayId, batch))) return;
      await this.#addUsage(manager, gatewayId, batch);
      const fresh = batch.metrics.filter(row => row.minuteMs > Date.now() - OLDEST_MS && row.minuteMs < Date.now() + 3_600_000);
      if (fresh.length > 0) await this.#addMetrics(manager, gatewayId, fresh);
    });
  }

  async #isNew(manager: EntityManager, gatewayId: string, { boot, sequence }: TelemetryBatch): Promise<boolean> {
    const { accountId, region } = this.settings;
    const rows: unknown[] = await manager.query(
      `insert into telemetry_batches (account_id, region, gateway_id, boot, last_sequence) values ($1, $2, $3, $4, $5)
       on conflict (account_id, region, gateway_id, boot) do update set last_sequence = excluded.last_sequence, version = telemetry_batches.version + 1, updated_at = now()
       where telemetry_batches.last_sequence < excluded.last_sequence returning 1 as taken`, [accountId, region, gatewayId, boot, sequence]);
    return rows.length > 0;
  }

  async #addUsage(manager: EntityManager, gatewayId: string, { boot, usage }: TelemetryBatch): Promise<void> {
    if (usage.length === 0) return;
    const { accountId, region } = this.settings;
    await manager.query(
      `insert into usage_days (account_id, region, usage_plan_id, api_key_id, day, used)
       select $1, $2, "usagePlanId", "apiKeyId", day, sum(used) from jsonb_to_recordset($3::jsonb) as x("usagePlanId" text, "apiKeyId" text, day date, used bigint) group by 3, 4, 5 order by 3, 4, 5
       on conflict (account_id, region, usage_plan_id, api_key_id, day) do update set used = usage_days.used + excluded.used, version = usage_days.version + 1, updated_at = now()`,
      [accountId, region, JSON.stringify(usage)]);
    await this.leases.spend(manager, gatewayId, boot, usage);
  }

  /** Only this gateway writes its rows, so reading, merging and writing them back needs no other lock. */
  async #addMetrics(manager: EntityManager, gatewayId: string, metrics: readonly MetricRow[]): Promise<void> {
    const { accountId, region } = this.settings;
    const stored: StoredMinute[] = await manager.query(
      `select rest_api_id, stage_name, resource_path, http_method, minute, latency, integration_latency from metric_minutes
       where account_id = $1 and region = $2 and gateway_id = $3 and minute = any($4)`,
      [accountId, region, gatewayId, [...new Set(metrics.map(row => row.minuteMs))].map(ms => new Date(ms))]);
    const before = new Map(stored.map(row => [keyOf(row.rest_api_id, row.stage_name, row.resource_path, row.http_method, row.minute.getTime()), row]));
    const merged = metrics.map(row => {
      const old = before.get(keyOf(row.restApiId, row.stageName, row.resourcePath, row.httpMethod, row.minuteMs));
      return { ...row, minute: new Date(row.minuteMs).toISOString(), latency: add(old?.latency, row.latency), integrationLatency: add(old?.integration_latency, row.integrationLatency) };
    });
    await manager.query(
      `insert into metric_minutes (account_id, region, gateway_id, rest_api_id, stage_name, resource_path, http_method, minute, count, error_4xx, error_5xx, cache_hit, cache_miss, latency, integration_latency)
       select $1, $2, $3, "restApiId", "stageName", "resourcePath", "httpMethod", minute, count, "error4xx", "error5xx", "cacheHit", "cacheMiss", latency, "integrationLatency"
       from jsonb_to_recordset($4::jsonb) as x("restApiId" text, "stageName" text, "resourcePath" text, "httpMethod" text, minute timestamptz, count bigint, "error4xx" bigint, "error5xx" bigint,
         "cacheHit" bigint, "cacheMiss" bigint, latency jsonb, "integrationLatency" jsonb)
       on conflict (account_id, region, rest_api_id, stage_name, resource_path, http_method, minute, gateway_id) do update set
         count = metric_minutes.count + excluded.count, error_4xx = metric_minutes.error_4xx + excluded.error_4xx, error_5xx = metric_minutes.error_5xx + excluded.error_5xx,
         cache_hit = metric_minutes.cache_hit + excluded.cache_hit, cache_miss = metric_minutes.cache_miss + excluded.cache_miss,
         latency = excluded.latency, integration_latency = excluded.integration_latency, version = metric_minutes.version + 1, updated_at = now()`,
      [accountId, region, gatewayId, JSON.stringify(merged)]);
  }
}

interface StoredMinute { rest_api_id: string; stage_name: string; resource_path: string; http_method: string; minute: Date; latency: SparseHistogram; integration_latency: SparseHistogram }

const keyOf = (...parts: readonly (string | number)[]): string => parts.join('\n');

function add(old: SparseHistogram | undefined, fresh: SparseHistogram): SparseHistogram {
  if (old === undefined) return fresh;
  const sum = new Histogram();
  sum.add(old);
  sum.add(fresh);
  return sum.sparse();
}
