import type { Usage } from '@gatehouse/client-calls';

const DAY_MS = 86_400_000;

/** One key's usage over a span of days. `remaining` is what the last day left; null when there is no quota or no day. */
export interface UsageRow {
  readonly keyId: string;
  readonly name: string;
  readonly used: number;
  readonly usedToday: number;
  readonly remaining: number | null;
  readonly days: readonly UsageDay[];
}
/** One UTC day of one key. */
export interface UsageDay {
  readonly day: string;
  readonly used: number;
  readonly remaining: number;
}

/** Reads GetUsage: a `[used, remaining]` for each day from startDate. */
export function usageRows(usage: Usage, names: ReadonlyMap<string, string>, today: string): readonly UsageRow[] {
  return Object.entries(usage.items ?? {})
    .map(([keyId, pairs]) => {
      const days = pairs.map(
        ([used = 0, remaining = 0], index): UsageDay => ({
          day: new Date(Date.parse(usage.startDate) + index * DAY_MS).toISOString().slice(0, 10),
          used,
          remaining,
        }),
      );
      return {
        keyId,
        name: names.get(keyId) ?? keyId,
        used: days.reduce((sum, { used }) => sum + used, 0),
        usedToday: days.find(({ day }) => day === today)?.used ?? 0,
        remaining: days.at(-1)?.remaining ?? null,
        days,
      };
    })
    .sort((a, b) => b.used - a.used || (a.name < b.name ? -1 : 1));
}

/** A cell that a spreadsheet must not run: what begins like a formula gets a quote before it. */
const cell = (text: string): string => {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
};

/** The usage as CSV, a line for each key and day. */
export const usageCsv = (rows: readonly UsageRow[]): string =>
  [
    'keyId,name,day,used,remaining',
    ...rows.flatMap(row => row.days.map(({ day, used, remaining }) => [row.keyId, cell(row.name), day, used, remaining].join(','))),
  ].join('\r\n') + '\r\n';
