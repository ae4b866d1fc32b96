import { parsePointer, unescapeSegment } from '@gatehouse/contract-primitives';
import { type Json, type JsonObject, byName, isObject } from './json.js';

/** Puts back what an import kept of a document because AWS drops it. See the README for the grammar of places. */
export interface Kept {
  /** A thing with its kept values in it. `flatten`: Swagger writes what lies below `/schema` into the thing itself. */
  restore(place: string, thing: JsonObject, flatten?: 'schema'): JsonObject;
  /** Things of an operation that were kept as a whole, because an API has none of their kind: cookies, a `default` response. */
  wholes(place: string): readonly Whole[];
}

interface Whole { readonly names: readonly string[]; readonly thing: Json }

/** `/methods/{path}/{METHOD}/parameters`, or `/responses`: five segments, the empty one before the first slash among them. */
const HOLDER = 5;

function push<Item>(lists: Map<string, Item[]>, name: string, item: Item): void {
  const list = lists.get(name);
  if (list) list.push(item);
  else lists.set(name, [item]);
}

/** Restores nothing: what AWS exports. */
export const NOTHING_KEPT: Kept = { restore: (_place, thing) => thing, wholes: () => [] };

/** References inside kept values are the definition's: in a document they lead to where that keeps its schemas. */
function inDocument(value: Json, schemas: string): Json {
  if (Array.isArray(value)) return value.map((item: Json) => inDocument(item, schemas));
  if (!isObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([name, member]) => {
    const isReference = name === '$ref' && typeof member === 'string';
    return [name, isReference ? member.replace(/^#\/definitions\//, schemas) : inDocument(member, schemas)];
  }));
}

/** Indexes kept values by their things. `schemas`: where the document keeps its models. */
export function keptOf(kept: Readonly<Record<string, unknown>>, schemas: string): Kept {
  const byPlace = new Map<string, { readonly pointer: string; readonly value: Json }[]>();
  const wholes = new Map<string, Whole[]>();
  for (const [place, value] of byName(kept)) {
    const at = place.indexOf('#');
    if (at < 0) continue;
    const [thing, pointer] = [place.slice(0, at), place.slice(at + 1)];
    const restored = inDocument(value as Json, schemas);
    if (pointer !== '') push(byPlace, thing, { pointer, value: restored });
    else push(wholes, thing.split('/').slice(0, HOLDER).join('/'), { names: thing.split('/').slice(HOLDER).map(unescapeSegment), thing: restored });
  }
  return {
    restore: (place, thing, flatten) => (byPlace.get(place) ?? []).reduce((whole, { pointer, value }) => {
      const segments = parsePointer(pointer);
      const isFlat = flatten !== undefined && segments[0] === flatten;
      if (isFlat && segments.length === 1) return isObject(value) ? { ...whole, ...value } : whole;
      const restored = set(whole, isFlat ? segments.slice(1) : segments, value);
      return isObject(restored) ? restored : whole;
    }, thing),
    wholes: place => wholes.get(place) ?? [],
  };
}

/** A copy with a value at a pointer; what leads nowhere any more changes nothing. */
function set(whole: Json, [name, ...rest]: readonly string[], value: Json): Json {
  if (name === undefined) return value;
  if (Array.isArray(whole)) return whole.map((item: Json, index) => (String(index) === name ? set(item, rest, value) : item));
  if (!isObject(whole)) return whole;
  const entries = Object.entries(whole);
  if (!Object.hasOwn(whole, name)) return rest.length > 0 ? whole : Object.fromEntries([...entries, [name, value]]);
  return Object.fromEntries(entries.map(([other, member]) => [other, other === name ? set(member, rest, value) : member]));
}
