import { Injectable } from '@nestjs/common';
import { quotaLimit, quotaWindow, type QuotaPeriod } from '@gatehouse/contract-primitives';
import type { LeaseAnswer, LeaseRequest } from '@gatehouse/contract-snapshot';
import { DataSource, type EntityManager } from 'typeorm';
import { Settings } from '../platform/settings.js';

/** No slice is larger, so a gateway that dies takes little with it. */
const LARGEST_SLICE = 1_000;
/** A share of what is left goes out at a time: slices shrink towards one as the quota ends, and the last request goes to whoever asks. */
const SHARE = 50;

interface PlanRow { id: string; quota: { limit: number; offset: number; period: QuotaPeriod } | null; created_at: Date }
type Grant = LeaseAnswer['grants'][number];
type Want = LeaseRequest['wants'][number];

/**
 * Grants slices of quotas. `reserved` counts what gateways hold or have spent, and never passes the limit, so a quota of 1,000 admits 1,000
 * however many gateways share it. What a dead gateway held counts as spent: nobody can say that it was not.
 */
@Injectable()
export class Leases {
  constructor(private readonly store: DataSource, private readonly settings: Settings) {}

  async grant(gatewayId: string, request: LeaseRequest): Promise<LeaseAnswer> {
    const nowMs = Date.now();
    // In one order for everybody, so that two gateways never wait for each other in a circle.
    const wants = [...request.wants].sort((a, b) => (`${a.usagePlanId}/${a.apiKeyId}` < `${b.usagePlanId}/${b.apiKeyId}` ? -1 : 1));
    return this.store.transaction(async manager => {
      const plans = await this.#plans(manager, wants.map(want => want.usagePlanId));
      const grants: Grant[] = [];
      for (const want of wants) {
        const plan = plans.get(want.usagePlanId);
        if (!plan?.quota) continue;
        if (want.back > 0) await this.#takeBack(manager, gatewayId, request.boot, want);
        grants.push(await this.#grantOne(manager, gatewayId, request.boot, want, plan, nowMs));
      }
      return { grants };
    });
  }

  async #grantOne(manager: EntityManager, gatewayId: string, boot: string, want: Want, plan: PlanRow, nowMs: number): Promise<Grant> {
    const { accountId, region } = this.settings;
    const { fromMs, toMs } = quotaWindow(plan.quota!.period, nowMs);
    const limit = quotaLimit(plan.quota!, plan.created_at.getTime(), nowMs);
    const from = new Date(fromMs);
    const key = [accountId, region, want.usagePlanId, want.apiKeyId, from] as const;
    await manager.query('insert into quota_windows (account_id, region, usage_plan_id, api_key_id, window_from) values ($1, $2, $3, $4, $5) on conflict do nothing', [...key]);
    const [{ reserved }]: [{ reserved: string }] = await manager.query(
      'select reserved from quota_windows where account_id = $1 and region = $2 and usage_plan_id = $3 and api_key_id = $4 and window_from = $5 for update', [...key]);
    const left = Math.max(0, limit - Number(reserved));
    const granted = want.want === 0 ? 0 : Math.min(left, LARGEST_SLICE, Math.max(Math.min(want.want, Math.ceil(left / 2)), Math.floor(left / SHARE), 1));
    if (granted > 0) {
      await manager.query(`update quota_windows set reserved = reserved + $6, version = version + 1, updated_at = now()
        where account_id = $1 and region = $2 and usage_plan_id = $3 and api_key_id = $4 and window_from = $5`, [...key, granted]);
      await manager.query(`insert into quota_leases (account_id, region, usage_plan_id, api_key_id, window_from, gateway_id, boot, held) values ($1, $2, $3, $4, $5, $6, $7, $8)
        on conflict (account_id, region, gateway_id, boot, usage_plan_id, api_key_id, window_from) do update set held = quota_leases.held + excluded.held, version = quota_leases.version + 1, updated_at = now()`,
      [...key, gatewayId, boot, granted]);
    }
    return { usagePlanId: want.usagePlanId, apiKeyId: want.apiKeyId, granted, limit, remaining: left - granted, windowFromMs: fromMs, windowToMs: toMs };
  }

  /** A gateway returns what it did not need; never more than it holds. */
  async #takeBack(manager: EntityManager, gatewayId: string, boot: string, want: Want): Promise<void> {
    const { accountId, region } = this.settings;
    const key = [accountId, region, want.usagePlanId, want.apiKeyId, new Date(want.windowFromMs)];
    const [rows]: [{ back: string }[], number] = await manager.query(
      `with held as (select held from quota_leases where account_id = $1 and region = $2 and usage_plan_id = $3 and api_key_id = $4 and window_from = $5 and gateway_id = $6 and boot = $7 for update)
       update quota_leases l set held = l.held - least(held.held, $8), version = l.version + 1, updated_at = now() from held
       where l.account_id = $1 and l.region = $2 and l.usage_plan_id = $3 and l.api_key_id = $4 and l.window_from = $5 and l.gateway_id = $6 and l.boot = $7
       returning least(held.held, $8) as back`, [...key, gatewayId, boot, want.back]);
    const back = Number(rows[0]?.back ?? 0);
    if (back > 0) {
      await manager.query(`update quota_windows set reserved = reserved - $6, version = version + 1, updated_at = now()
        where account_id = $1 and region = $2 and usage_plan_id = $3 and api_key_id = $4 and window_from = $5`, [...key, back]);
    }
  }

  /** Usage that a gateway reports was held by it before: the slice shrinks, the reservation stays. */
  async spend(manager: EntityManager, gatewayId: string, boot: string, spent: readonly { readonly usagePlanId: string; readonly apiKeyId: string; readonly used: number }[]): Promise<void> {
    const { accountId, region } = this.settings;
    await manager.query(
      `update quota_leases l set held = greatest(0, l.held - s.used), version = l.version + 1, updated_at = now()
       from (select * from jsonb_to_recordset($3::jsonb) as x("usagePlanId" text, "apiKeyId" text, used bigint)) s
       where l.account_id = $1 and l.region = $2 and l.gateway_id = $4 and l.boot = $5 and l.usage_plan_id = s."usagePlanId" and l.api_key_id = s."apiKeyId" and l.held > 0`,
      [accountId, region, JSON.stringify(spent), gatewayId, boot]);
  }

  /** What earlier boots of a gateway held and never reported becomes usage, so that GetUsage and the counter agree. */
  async settle(gatewayId: string, currentBoot: string): Promise<void> {
    const { accountId, region } = this.settings;
    await this.store.query(
      `with lost as (delete from quota_leases where account_id = $1 and region = $2 and gateway_id = $3 and boot <> $4 returning usage_plan_id, api_key_id, held)
       insert into usage_days (account_id, region, usage_plan_id, api_key_id, day, used)
       select $1, $2, usage_plan_id, api_key_id, (now() at time zone 'utc')::date, sum(held) from lost group by usage_plan_id, api_key_id having sum(held) > 0
       on conflict (account_id, region, usage_plan_id, api_key_id, day) do update set used = usage_days.used + excluded.used, version = usage_days.version + 1, updated_at = now()`,
      [accountId, region, gatewayId, currentBoot]);
  }

  async #plans(manager: EntityManager, ids: readonly string[]): Promise<ReadonlyMap<string, PlanRow>> {
    const { accountId, region } = this.settings;
    const rows: PlanRow[] = await manager.query('select id, quota, created_at from usage_plans where account_id = $1 and region = $2 and id = any($3)', [accountId, region, ids]);
    return new Map(rows.map(row => [row.id, row]));
  }
}
