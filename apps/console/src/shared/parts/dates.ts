const FORMAT = new Intl.DateTimeFormat('en-GB', {
  year: 'numeric',
  month: 'short',
  day: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
});

/** A moment in the reader's own time zone. */
export const moment = (date: Date | undefined): string => (date ? FORMAT.format(date) : '-');

/** The UTC day of a moment, as GetUsage writes days: `2026-11-20`. */
export const utcDay = (date: Date): string => date.toISOString().slice(0, 10);
