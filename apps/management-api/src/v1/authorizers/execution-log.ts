const SHOWN = 6;
const DAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'] as const;
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const;
const two = (number: number): string => String(number).padStart(2, '0');

/** `Fri Nov 20 12:00:00 UTC 2026`, as AWS's execution logs date their lines. */
function stamp(date: Date): string {
  const time = [date.getUTCHours(), date.getUTCMinutes(), date.getUTCSeconds()].map(two).join(':');
  return `${DAYS[date.getUTCDay()]} ${MONTHS[date.getUTCMonth()]} ${two(date.getUTCDate())} ${time} UTC ${date.getUTCFullYear()}`;
}

/** The log of one test invocation in AWS's form: a heading, then one dated line after the other. */
export const executionLog = (requestId: string, now: Date, lines: readonly string[]): string =>
  [`Execution log for request ${requestId}`, ...lines.map(line => `${stamp(now)} : ${line}`), ''].join('\n');

/** An identity as a log may show it: its end, of short ones at most half. */
export function masked(value: string): string {
  const shown = Math.min(SHOWN, Math.floor(value.length / 2));
  return '*'.repeat(value.length - shown) + value.slice(value.length - shown);
}
