import { FORMAT, type AccountPage, type KeyPage, type PlanPage, type Throttle } from '@gatehouse/contract-snapshot';
import { ApiKeyRow, UsagePlanRow, type ThrottleColumn } from '@gatehouse/control-store';

const throttleOf = (column: ThrottleColumn): Throttle => ({ rateLimit: column.rateLimit ?? null, burstLimit: column.burstLimit ?? null });

/** A usage plan as gateways know it. */
export function freezePlan(row: UsagePlanRow): PlanPage {
  return {
    format: FORMAT, kind: 'plan', accountId: row.accountId, region: row.region, usagePlanId: row.id,
    throttle: row.throttle ? throttleOf(row.throttle) : null,
    quota: row.quota ? { limit: row.quota.limit, offset: row.quota.offset, period: row.quota.period } : null,
    apiStages: row.apiStages.map(({ apiId, stage, throttle }) => ({
      restApiId: apiId, stageName: stage,
      throttle: Object.fromEntries(Object.entries(throttle ?? {}).map(([method, limits]) => [method, throttleOf(limits)])),
    })),
    onCounterLoss: row.onCounterLoss,
  };
}

/** An API key as gateways know it: a digest, never a value. */
export const freezeKey = (row: ApiKeyRow, usagePlanIds: readonly string[]): KeyPage => ({
  format: FORMAT, kind: 'key', accountId: row.accountId, region: row.region, apiKeyId: row.id, digest: row.digest, enabled: row.enabled, usagePlanIds: [...usagePlanIds].sort(),
});

/** The account's own limits. */
export const freezeAccount = (accountId: string, region: string, throttle: { rateLimit: number; burstLimit: number }): AccountPage =>
  ({ format: FORMAT, kind: 'account', accountId, region, throttle });
