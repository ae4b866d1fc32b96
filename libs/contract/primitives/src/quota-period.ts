/** The windows in which AWS counts a quota. */
export type QuotaPeriod = 'DAY' | 'WEEK' | 'MONTH';

const DAY_MS = 86_400_000;

/** A calendar day in UTC, `2026-11-20`. Usage is kept by day, so every period is a sum of days. */
export const dayOf = (epochMs: number): string => new Date(epochMs).toISOString().slice(0, 10);

/** The window that holds `epochMs`: its beginning and the beginning of the next, both UTC midnights in epoch milliseconds. Weeks begin on Sunday. */
export function quotaWindow(period: QuotaPeriod, epochMs: number): { readonly fromMs: number; readonly toMs: number } {
  const today = Math.floor(epochMs / DAY_MS) * DAY_MS;
  if (period === 'DAY') return { fromMs: today, toMs: today + DAY_MS };
  const date = new Date(today);
  if (period === 'MONTH') return { fromMs: Date.UTC(date.getUTCFullYear(), date.getUTCMonth(), 1), toMs: Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 1) };
  const fromMs = today - date.getUTCDay() * DAY_MS;
  return { fromMs, toMs: fromMs + 7 * DAY_MS };
}

/** AWS's `offset` is a number of requests, taken off the limit in the plan's first window only (QuotaSettings in the service model). */
export function quotaLimit(quota: { readonly limit: number; readonly offset: number; readonly period: QuotaPeriod }, createdMs: number, nowMs: number): number {
  const isFirst = quotaWindow(quota.period, createdMs).fromMs === quotaWindow(quota.period, nowMs).fromMs;
  return isFirst ? Math.max(0, quota.limit - quota.offset) : quota.limit;
}
