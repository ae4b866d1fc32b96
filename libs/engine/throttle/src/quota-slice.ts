/**
 * The part of a quota that one gateway may spend without asking: the control tower grants slices, the gateway spends them locally and asks
 * for more below the low-water mark. Pure bookkeeping; who asks, and how, is not its concern. Times are epoch milliseconds.
 */
export interface QuotaSlice {
  /** Requests that may still be admitted from what was granted. */
  left: number;
  /** Size of the last grant: the low-water mark is a quarter of it. */
  granted: number;
  windowFromMs: number;
  windowToMs: number;
  /** The plan's limit in this window, and what nobody holds or has spent, as of the last answer. */
  limit: number;
  remaining: number;
}

/** What the control tower answers for one counter. */
export interface QuotaGrant { readonly granted: number; readonly limit: number; readonly remaining: number; readonly windowFromMs: number; readonly windowToMs: number }

/** `taken`: admitted. `spent`: the quota is used up in this window. `ask`: nothing is left here, but there may be more elsewhere. */
export type Take = 'taken' | 'spent' | 'ask';

/** A slice that holds nothing and belongs to no window yet, so its first use asks. */
export const emptySlice = (): QuotaSlice => ({ left: 0, granted: 0, windowFromMs: 0, windowToMs: 0, limit: 0, remaining: 0 });

/** True when the slice's window is over (or never began): its rest is worth nothing and the next window must be asked for. */
export const isOver = (slice: QuotaSlice, nowMs: number): boolean => nowMs >= slice.windowToMs;

/** Spends `n` requests of the slice. A new window begins by asking, never by carrying the old rest over. */
export function take(slice: QuotaSlice, n: number, nowMs: number): Take {
  if (isOver(slice, nowMs)) {
    slice.left = 0;
    return 'ask';
  }
  if (slice.left >= n) {
    slice.left -= n;
    return 'taken';
  }
  return slice.remaining <= 0 && slice.left <= 0 ? 'spent' : 'ask';
}

/** True when more should be asked for before the slice runs dry: below a quarter of the last grant, and there is more to have. */
export const isLow = (slice: QuotaSlice, nowMs: number): boolean =>
  !isOver(slice, nowMs) && slice.remaining > 0 && slice.left <= slice.granted / 4;

/** Books a grant. One of an older window is ignored; one of a newer window replaces what was left. */
export function book(slice: QuotaSlice, grant: QuotaGrant): void {
  if (grant.windowFromMs < slice.windowFromMs) return;
  slice.left = grant.windowFromMs === slice.windowFromMs ? slice.left + grant.granted : grant.granted;
  if (grant.granted > 0) slice.granted = grant.granted;
  slice.windowFromMs = grant.windowFromMs;
  slice.windowToMs = grant.windowToMs;
  slice.limit = grant.limit;
  slice.remaining = grant.remaining;
}

/** Takes the unspent rest out of the slice, to be given back to the window that it came from. */
export function giveBack(slice: QuotaSlice): { readonly back: number; readonly windowFromMs: number } {
  const back = slice.left;
  slice.left = 0;
  return { back, windowFromMs: slice.windowFromMs };
}
