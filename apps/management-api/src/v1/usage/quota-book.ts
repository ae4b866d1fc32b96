import { quotaLimit, quotaWindow } from '@gatehouse/contract-primitives';
import { type UsagePlanRow } from '@gatehouse/control-store';
import { scopeOf, type V1UseCase } from '../use-case.js';

/** A key's counter in the window that holds now: what the plan allows, and what is reserved or held by gateways and not yet spent. */
export interface QuotaStanding { readonly limit: number; readonly remaining: number }

/** `{keyId: {day: used}}` for the keys and days that have any. */
export async function readUsage({ manager, ...useCase }: V1UseCase, usagePlanId: string, keyIds: readonly string[], fromDay: string, toDay: string): Promise<ReadonlyMap<string, ReadonlyMap<string, number>>> {
  const rows: { api_key_id: string; day: string; used: string }[] = await manager.query(
    `select api_key_id, to_char(day, 'YYYY-MM-DD') as day, used from usage_days
     where account_id = $1 and region = $2 and usage_plan_id = $3 and api_key_id = any($4) and day between $5 and $6`,
    [useCase.accountId, useCase.region, usagePlanId, keyIds, fromDay, toDay]);
  const byKey = new Map<string, Map<string, number>>();
  for (const row of rows) {
    const days = byKey.get(row.api_key_id) ?? new Map<string, number>();
    days.set(row.day, Number(row.used));
    byKey.set(row.api_key_id, days);
  }
  return byKey;
}

/** How the counters of some keys stand now; a key that has never been used is not in the answer. */
export async function readStandings(useCase: V1UseCase, plan: UsagePlanRow, keyIds: readonly string[]): Promise<ReadonlyMap<string, QuotaStanding>> {
  if (plan.quota === null) return new Map();
  const nowMs = useCase.now.getTime();
  const limit = quotaLimit(plan.quota, plan.createdAt.getTime(), nowMs);
  const { accountId, region } = scopeOf(useCase);
  const rows: { api_key_id: string; reserved: string; held: string }[] = await useCase.manager.query(
    `select w.api_key_id, w.reserved, coalesce((select sum(l.held) from quota_leases l where l.account_id = w.account_id and l.region = w.region and l.usage_plan_id = w.usage_plan_id
        and l.api_key_id = w.api_key_id and l.window_from = w.window_from), 0) as held
     from quota_windows w where w.account_id = $1 and w.region = $2 and w.usage_plan_id = $3 and w.api_key_id = any($4) and w.window_from = $5`,
    [accountId, region, plan.id, keyIds, new Date(quotaWindow(plan.quota.period, nowMs).fromMs)]);
  return new Map(rows.map(row => [row.api_key_id, { limit, remaining: Math.max(0, limit - Number(row.reserved) + Number(row.held)) }]));
}

/** Sets what a key may still use in this window. What gateways hold of it counts as theirs, so it is not granted twice. */
export async function setRemaining(useCase: V1UseCase, plan: UsagePlanRow, keyId: string, remaining: number): Promise<void> {
  const nowMs = useCase.now.getTime();
  const limit = quotaLimit(plan.quota!, plan.createdAt.getTime(), nowMs);
  const { accountId, region } = scopeOf(useCase);
  const key = [accountId, region, plan.id, keyId, new Date(quotaWindow(plan.quota!.period, nowMs).fromMs)];
  await useCase.manager.query('insert into quota_windows (account_id, region, usage_plan_id, api_key_id, window_from) values ($1, $2, $3, $4, $5) on conflict do nothing', key);
  await useCase.manager.query(
    `update quota_windows w set version = version + 1, updated_at = now(), reserved = $6 + coalesce((select sum(l.held) from quota_leases l where l.account_id = $1 and l.region = $2
        and l.usage_plan_id = $3 and l.api_key_id = $4 and l.window_from = $5), 0)
     where account_id = $1 and region = $2 and usage_plan_id = $3 and api_key_id = $4 and window_from = $5`, [...key, limit - remaining]);
}
