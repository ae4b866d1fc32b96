import { parseBoundedJson, UnreadableJson } from '@gatehouse/contract-text';

/** A plain JSON value. */
export type Json = null | boolean | number | string | readonly Json[] | JsonObject;
export interface JsonObject { readonly [member: string]: Json }

export const isObject = (value: unknown): value is JsonObject => typeof value === 'object' && value !== null && !Array.isArray(value);

/** An object of those members that are there. Own members only: a name such as `__proto__` is plain data. */
export const members = (all: Readonly<Record<string, Json | undefined>>): JsonObject =>
  Object.fromEntries(Object.entries(all).filter((entry): entry is [string, Json] => entry[1] !== undefined));

/** The same, or undefined when nothing is there: what AWS leaves out when it is empty. */
export const anyMembers = (all: Readonly<Record<string, Json | undefined>>): JsonObject | undefined => {
  const object = members(all);
  return Object.keys(object).length > 0 ? object : undefined;
};

/** A list without repetitions, or undefined when it is empty. */
export const anyOf = (list: readonly string[]): readonly string[] | undefined => (list.length > 0 ? [...new Set(list)] : undefined);

/** Entries in the order of their names: a column's own order is the database's. */
export const byName = <Value>(record: Readonly<Record<string, Value>>): readonly (readonly [string, Value])[] =>
  Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1));

/** A map of texts in the order of its names. */
export const sortedMap = (record: Readonly<Record<string, string>>): JsonObject => Object.fromEntries(byName(record));

/** What is in a list of pairs, first come first kept, in a null-safe object. */
export const firstOfEach = (pairs: readonly (readonly [string, Json])[]): JsonObject => {
  const seen = new Map<string, Json>();
  for (const [name, value] of pairs) if (!seen.has(name)) seen.set(name, value);
  return Object.fromEntries(seen);
};

/** Deeper than this, a value inside a document would be refused by the reader. */
const MAX_DEPTH = 80;
function isDeeper(value: Json, left: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return left === 0 || Object.values(value).some((member: Json) => isDeeper(member, left - 1));
}

/** An owner's JSON text as a value; null when the text is no JSON, or nested deeper than a document may be. */
export function ownersJson(text: string | null): Json {
  if (text === null) return null;
  try {
    const value = parseBoundedJson(text) as Json;
    return isDeeper(value, MAX_DEPTH) ? null : value;
  } catch (error) {
    if (error instanceof UnreadableJson) return null;
    throw error;
  }
}
