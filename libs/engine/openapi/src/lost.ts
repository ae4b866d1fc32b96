import { type RestApiDefinition, type RestApiFields } from '@gatehouse/contract-definition';
import { canonicalJson, escapeSegment, parsePointer } from '@gatehouse/contract-primitives';
import { fromTree, treeOf } from './definition-tree.js';
import { fits, mayBeAbsent, shapeAt } from './lost-shape.js';
import { type Json, type JsonObject, isObject, ownersJson } from './write/json.js';

/** The extension that holds the facts of a definition which OpenAPI has no place for. */
export const LOST = 'x-gatehouse-lost';

/** `facts`: pointer into the tree of a definition -> value. `absent`: what a reader would find although the definition has none. */
interface Lost { readonly facts: JsonObject; readonly absent: readonly string[] }

/** A place whose text is JSON, and the model that it is of: blanks are no fact there, nor the draft that a schema names, nor how it names a model. */
const JSON_TEXT = /^\/(?:models\/([^/]*)\/schema|fields\/policy|documentationParts\/[^/]*\/properties)$/;
const MODEL_URL = /^https:\/\/apigateway\.amazonaws\.com\/restapis\/[^/]+\/models\//;

const withReferences = (value: Json, model: string): Json => {
  if (Array.isArray(value)) return value.map((item: Json) => withReferences(item, model));
  if (!isObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([name, member]) => {
    if (name !== '$ref' || typeof member !== 'string') return [name, withReferences(member, model)];
    return [name, member === '#' ? `#/definitions/${model}` : member.replace(MODEL_URL, '#/definitions/')];
  }));
};

function meant(text: Json, model: string | undefined): string | null {
  const value = typeof text === 'string' ? ownersJson(text) : null;
  if (!isObject(value)) return null;
  const { $schema: _, ...rest } = value;
  return canonicalJson(model === undefined ? rest : withReferences(rest, model));
}

function isSame(a: Json, b: Json, at: string): boolean {
  if (canonicalJson(a) === canonicalJson(b)) return true;
  const place = JSON_TEXT.exec(at);
  return place !== null && meant(a, place[1]) !== null && meant(a, place[1]) === meant(b, place[1]);
}

function compare(wanted: Json, found: Json, at: string, facts: Map<string, Json>, absent: string[]): void {
  if (isSame(wanted, found, at)) return;
  if (!isObject(wanted) || !isObject(found) || at.startsWith('/kept/')) {
    facts.set(at, wanted);
    return;
  }
  for (const [member, value] of Object.entries(wanted)) {
    const place = `${at}/${escapeSegment(member)}`;
    if (Object.hasOwn(found, member)) compare(value, found[member]!, place, facts, absent);
    else facts.set(place, value);
  }
  for (const member of Object.keys(found)) if (!Object.hasOwn(wanted, member)) absent.push(`${at}/${escapeSegment(member)}`);
}

/** What a reader of the document would not find out about the API, or null when it finds everything. */
export function lostFacts(definition: RestApiDefinition, reread: RestApiDefinition): JsonObject | null {
  const facts = new Map<string, Json>();
  const absent: string[] = [];
  compare(treeOf(definition), treeOf(reread), '', facts, absent);
  if (facts.size === 0 && absent.length === 0) return null;
  return { ...(facts.size > 0 && { facts: Object.fromEntries([...facts].sort(([a], [b]) => (a < b ? -1 : 1))) }), ...(absent.length > 0 && { absent: absent.sort() }) };
}

/** The facts of a document, as far as a definition has places of their kind. Anybody may have written it. */
function readLost(extension: unknown, isOpen: (pointer: string) => boolean): Lost {
  if (!isObject(extension)) return { facts: {}, absent: [] };
  const { facts, absent } = extension;
  const sound = Object.entries(isObject(facts) ? facts : {}).filter(([pointer, value]) => {
    const shape = shapeAt(parsePointer(pointer));
    return shape !== null && isOpen(pointer) && !isMethod(pointer) && fits(shape, value);
  });
  const isSound = (pointer: unknown): pointer is string => typeof pointer === 'string' && isOpen(pointer) && !isMethod(pointer) && mayBeAbsent(parsePointer(pointer));
  return { facts: Object.fromEntries(sound), absent: (Array.isArray(absent) ? absent : []).filter(isSound) };
}

/** Methods and paths are the document's: no fact makes one or takes one away. */
const isMethod = (pointer: string): boolean => /^\/methods(\/[^/]*){0,2}$/.test(pointer);

/** A value for a place, or none (`undefined`). */
interface Change { readonly place: readonly string[]; readonly value: Json | undefined }

/** A copy with all changes, in one pass over what they touch; a place whose thing is gone changes nothing. */
function changed(tree: Json, changes: readonly Change[]): Json {
  if (!isObject(tree)) return tree;
  const made = new Map(Object.entries(tree));
  const below = new Map<string, Change[]>();
  for (const { place: [name, ...rest], value } of changes) {
    if (name === undefined) continue;
    if (rest.length > 0) {
      const inner = below.get(name);
      if (inner) inner.push({ place: rest, value });
      else below.set(name, [{ place: rest, value }]);
    } else if (value === undefined) made.delete(name);
    else made.set(name, value);
  }
  for (const [name, inner] of below) if (made.has(name)) made.set(name, changed(made.get(name)!, inner));
  return Object.fromEntries(made);
}

/** What was read of a document, with the facts of its extension laid over it. `stated`: fields of the API that the extension speaks of. */
export interface Restored { readonly definition: RestApiDefinition; readonly stated: readonly (keyof RestApiFields)[] }

/**
 * Lays the facts of a document over what was read of it: whoever has changed the document since finds the change, unless it is one of these facts.
 * Places below one of `except` were decided by the caller of the import.
 */
export function restoreLost(definition: RestApiDefinition, extension: unknown, except: readonly string[] = []): Restored {
  const { facts, absent } = readLost(extension, pointer => !except.some(place => pointer === place || pointer.startsWith(`${place}/`)));
  if (Object.keys(facts).length === 0 && absent.length === 0) return { definition, stated: [] };
  const without = changed(treeOf(definition), absent.map(pointer => ({ place: parsePointer(pointer), value: undefined })));
  const tree = changed(without, Object.entries(facts).map(([pointer, value]) => ({ place: parsePointer(pointer), value })));
  const stated = Object.keys(facts).map(pointer => parsePointer(pointer)).filter(([root]) => root === 'fields').map(([, member]) => member as keyof RestApiFields);
  return { definition: fromTree(definition, tree), stated };
}
