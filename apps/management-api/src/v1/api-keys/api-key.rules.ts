import * as faults from './api-keys.faults.js';

const MAX_TEXT = 1_024;

/** What holds for a key's own texts, however they came. */
export function checkApiKey({ name, description }: { readonly name: string | null; readonly description: string | null }): void {
  if ((name?.length ?? 0) > MAX_TEXT) throw faults.longName();
  if ((description?.length ?? 0) > MAX_TEXT) throw faults.badDescription();
}

/** A value of the caller's own: 20 to 128 characters that a header can carry. */
export function checkValue(value: string): string {
  if (value.length < 20) throw faults.shortValue();
  if (value.length > 128) throw faults.longValue();
  if (!/^[\x21-\x7e]+$/.test(value)) throw faults.badValue();
  return value;
}
