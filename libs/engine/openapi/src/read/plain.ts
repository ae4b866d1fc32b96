/** A JSON value as a document brings it. Objects may own members named `__proto__` or `constructor`: ask with `memberOf`. */
export type Plain = null | boolean | number | string | readonly Plain[] | PlainObject;
export interface PlainObject { readonly [key: string]: Plain }

const NOTHING: PlainObject = {};

export const isObject = (value: Plain | undefined): value is PlainObject => typeof value === 'object' && value !== null && !Array.isArray(value);
export const isList = (value: Plain | undefined): value is readonly Plain[] => Array.isArray(value);

/** The object, or an empty one where the document has none or something else. */
export const objectOf = (value: Plain | undefined): PlainObject => (isObject(value) ? value : NOTHING);
/** The list, or an empty one where the document has none or something else. */
export const listOf = (value: Plain | undefined): readonly Plain[] => (isList(value) ? value : []);

/** An own member, whatever it is called. */
export const memberOf = (object: PlainObject, key: string): Plain | undefined => (Object.hasOwn(object, key) ? object[key] : undefined);

/** A scalar as text (YAML writes versions and status codes as numbers), or null. */
export const textOf = (value: Plain | undefined): string | null => (typeof value === 'string' ? value : typeof value === 'number' || typeof value === 'boolean' ? String(value) : null);
/** The texts of a list; whatever is no scalar is passed over. */
export const textsOf = (value: Plain | undefined): readonly string[] => listOf(value).map(textOf).filter(text => text !== null);
/** A whole number, also when it is written as text, or null. */
export const wholeOf = (value: Plain | undefined): number | null => {
  const text = textOf(value);
  return text !== null && /^-?\d{1,15}$/.test(text) ? Number(text) : null;
};
/** A switch, also when it is written as text. */
export const flagOf = (value: Plain | undefined): boolean => value === true || (typeof value === 'string' && value.toLowerCase() === 'true');

/** The scalar members of an object as texts, sorted by name, so that equal maps are written alike. */
export function textMapOf(value: Plain | undefined): Readonly<Record<string, string>> {
  return sortedMap(Object.entries(objectOf(value)).flatMap(([key, item]) => (textOf(item) === null ? [] : [[key, textOf(item)!] as const])));
}

/** A map with its keys in order; the last of two equal keys wins. */
export function sortedMap<Value>(entries: Iterable<readonly [string, Value]>): Readonly<Record<string, Value>> {
  return Object.fromEntries([...new Map(entries)].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** The object without some members. */
export function without(object: PlainObject, isLeftOut: (key: string) => boolean): PlainObject {
  return Object.fromEntries(Object.entries(object).filter(([key]) => !isLeftOut(key)));
}

/** Sorts by code unit, as every list of a definition is sorted. */
export const byText = <Item>(textOfItem: (item: Item) => string) => (a: Item, b: Item): number => (textOfItem(a) < textOfItem(b) ? -1 : textOfItem(a) > textOfItem(b) ? 1 : 0);
