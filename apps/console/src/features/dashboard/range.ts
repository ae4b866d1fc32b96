/** A span of time to look at: back from now, or between two moments. */
export type Range =
  | { readonly kind: 'relative'; readonly id: string; readonly minutes: number }
  | { readonly kind: 'absolute'; readonly start: Date; readonly end: Date };

const MINUTES: Readonly<Record<string, number>> = { '15m': 15, '1h': 60, '3h': 180, '1d': 1_440, '7d': 10_080 };
/** The ranges to choose from, shortest first. */
export const RELATIVE = Object.keys(MINUTES);
/** What a dashboard opens with. */
export const DEFAULT_RANGE: Range = { kind: 'relative', id: '1h', minutes: 60 };
/** More points than this are a smear on the screen. */
const MOST_POINTS = 200;
const PERIODS_SECONDS = [60, 300, 900, 3_600, 21_600, 86_400];

/** Reads a range from the address bar: `3h`, or `{ISO}~{ISO}`. What makes no sense is the last hour. */
export function parseRange(text: string): Range {
  const minutes = Object.hasOwn(MINUTES, text) ? MINUTES[text] : undefined;
  if (minutes !== undefined) return { kind: 'relative', id: text, minutes };
  const [start, end] = text.split('~').map(each => new Date(each));
  return start && end && end > start ? { kind: 'absolute', start, end } : DEFAULT_RANGE;
}

/** The range as it stands in the address bar. */
export const writeRange = (range: Range): string =>
  range.kind === 'relative' ? range.id : `${range.start.toISOString()}~${range.end.toISOString()}`;

/** What to ask for: whole periods, so that a point never changes its place between two refreshes. */
export interface Span {
  readonly start: Date;
  readonly end: Date;
  readonly periodSeconds: number;
}

/** The finest period that keeps the chart readable. */
export function spanOf(range: Range, now: Date): Span {
  const [from, to] =
    range.kind === 'relative' ? [now.getTime() - range.minutes * 60_000, now.getTime()] : [range.start.getTime(), range.end.getTime()];
  const periodSeconds = PERIODS_SECONDS.find(seconds => (to - from) / 1000 / seconds <= MOST_POINTS) ?? 86_400;
  const periodMs = periodSeconds * 1000;
  return { start: new Date(Math.floor(from / periodMs) * periodMs), end: new Date(Math.ceil(to / periodMs) * periodMs), periodSeconds };
}
