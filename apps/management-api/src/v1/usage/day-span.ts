import * as faults from './usage.faults.js';

const DAY_MS = 86_400_000;

/** UTC days from `startDate` to `endDate`, both included, as `YYYY-MM-DD`. */
export function readSpan(startDate: string, endDate: string): readonly string[] {
  const [from, to] = [readDay(startDate, 'startDate'), readDay(endDate, 'endDate')];
  if (to < from) throw faults.badSpan();
  const days = (to - from) / DAY_MS + 1;
  if (days > faults.LONGEST_SPAN_DAYS) throw faults.longSpan();
  return Array.from({ length: days }, (_, index) => new Date(from + index * DAY_MS).toISOString().slice(0, 10));
}

function readDay(text: string, name: string): number {
  const ms = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN;
  if (Number.isNaN(ms) || new Date(ms).toISOString().slice(0, 10) !== text) throw faults.badDate(name);
  return ms;
}
