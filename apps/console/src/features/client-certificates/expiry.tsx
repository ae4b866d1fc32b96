import StatusIndicator from '@cloudscape-design/components/status-indicator';
import { useState } from 'react';
import { moment } from '../../shared/parts/dates';

const DAY_MS = 86_400_000;
/** When one should think of the next one. */
const SOON_DAYS = 30;

/** Whether a date is past or near. */
export function urgencyOf(date: Date, now: number): 'error' | 'warning' | 'success' {
  const days = (date.getTime() - now) / DAY_MS;
  return days <= 0 ? 'error' : days <= SOON_DAYS ? 'warning' : 'success';
}

/** The end of a certificate; a near one is marked, a past one more so. */
export function Expiry({ date }: { readonly date: Date }) {
  const [now] = useState(Date.now);
  return <StatusIndicator type={urgencyOf(date, now)}>{moment(date)}</StatusIndicator>;
}
