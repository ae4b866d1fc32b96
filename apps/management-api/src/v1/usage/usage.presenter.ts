import { quotaLimit, quotaWindow } from '@gatehouse/contract-primitives';
import { type UsagePlanRow } from '@gatehouse/control-store';
import { type QuotaStanding } from './quota-book.js';

/** Java's largest int: what a plan without a quota leaves over, since AWS's answer has no word for "no limit". */
const NO_LIMIT = 2_147_483_647;

/**
 * One `[used, remaining]` pair a day. `remaining` is what the window that holds the day had left at that day's end; in the present
 * window it is what the counter says now, so an extension shows at once. `used` must reach back to the first day's window begin.
 */
export function presentDays(plan: UsagePlanRow, days: readonly string[], used: ReadonlyMap<string, number>, standing: QuotaStanding | undefined, nowMs: number): readonly (readonly number[])[] {
  return days.map(day => [used.get(day) ?? 0, remainingOn(plan, day, used, standing, nowMs)]);
}

function remainingOn({ quota, createdAt }: UsagePlanRow, day: string, used: ReadonlyMap<string, number>, standing: QuotaStanding | undefined, nowMs: number): number {
  if (quota === null) return NO_LIMIT;
  const dayMs = Date.parse(`${day}T00:00:00Z`);
  const { fromMs } = quotaWindow(quota.period, dayMs);
  const isToday = dayMs <= nowMs && nowMs < dayMs + 86_400_000;
  if (isToday && standing !== undefined) return standing.remaining;
  const limit = quotaLimit(quota, createdAt.getTime(), dayMs);
  let spent = 0;
  for (const [other, count] of used) {
    const otherMs = Date.parse(`${other}T00:00:00Z`);
    if (otherMs >= fromMs && otherMs <= dayMs) spent += count;
  }
  return Math.max(0, limit - spent);
}
