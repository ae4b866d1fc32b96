import { decodePageToken, encodePageToken } from '@gatehouse/contract-primitives';
import { badRequest } from '@gatehouse/contract-wire';

const DEFAULT_LIMIT = 25;
const MAX_LIMIT = 500;

/** What a list operation was asked for. `after` is the sort key of the last row already seen, null on the first page. */
export interface PageRequest { readonly after: readonly string[] | null; readonly limit: number }

/** A position is base64, so nobody has looked into its texts yet; the database takes no NUL. */
const isSound = (text: string): boolean => !text.includes('\0');

/** Reads `position` and `limit`: 25 unless told, and never more than 500, however many were asked for. */
export function readPage({ position, limit = DEFAULT_LIMIT }: { readonly position?: string | undefined; readonly limit?: number | undefined }): PageRequest {
  if (limit < 1) throw badRequest('Invalid limit specified');
  const after = position ? decodePageToken(position) : null;
  if (position && !(after?.length && after.every(isSound))) throw badRequest('Invalid position specified');
  return { after, limit: Math.min(limit, MAX_LIMIT) };
}

/** Makes a page of rows that were read with `limit + 1`; one more than asked for means that there is a next page. */
export function pageOf<Row, Item>(rows: readonly Row[], { limit }: PageRequest, keyOf: (row: Row) => readonly string[], present: (row: Row) => Item): { readonly items: readonly Item[]; readonly position?: string } {
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return rows.length > limit && last ? { items: items.map(present), position: encodePageToken(keyOf(last)) } : { items: items.map(present) };
}
