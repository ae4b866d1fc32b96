import { escapeSegment } from '@gatehouse/contract-primitives';
import { isObject, listOf, objectOf, type PlainObject, sortedMap, textOf } from './plain.js';
import { placeOf, type Reading } from './reading.js';
import { raiseParameter } from './swagger-two.js';

/** OpenAPI's words for where a parameter stands -> API Gateway's. */
const PLACES: Readonly<Record<string, string>> = { path: 'path', query: 'querystring', header: 'header' };
const TAKEN: ReadonlySet<string> = new Set(['name', 'in', 'required', 'description']);

/** A parameter that has been followed, in OpenAPI 3's form. */
export interface Parameter { readonly in: string; readonly name: string; readonly value: PlainObject }

/** The parameters that hold for an operation: its own, and those of its path that it does not repeat. */
export function parametersOf(reading: Reading, pathItem: PlainObject, operation: PlainObject): readonly Parameter[] {
  const found = new Map<string, Parameter>();
  for (const item of [...listOf(pathItem['parameters']), ...listOf(operation['parameters'])]) {
    const value = reading.follow(item);
    const name = isObject(value) ? textOf(value['name']) : null;
    const place = isObject(value) ? textOf(value['in']) : null;
    if (!isObject(value) || place === null || (name === null && place !== 'body')) continue;
    // A document has one body, whatever it calls it.
    found.set(place === 'body' ? 'body' : `${place} ${name!}`, { in: place, name: name ?? 'body', value: reading.isSwagger && place !== 'body' ? raiseParameter(value) : value });
  }
  return [...found.values()];
}

/** `method.request.*` -> required. What API Gateway has no place for is kept, cookies and form fields as a whole. */
export function requestParametersOf(reading: Reading, parameters: readonly Parameter[], method: readonly string[]): Readonly<Record<string, boolean>> {
  const flags: [string, boolean][] = [];
  for (const { in: place, name, value } of parameters) {
    if (place === 'body') continue;
    const at = placeOf(...method, 'parameters', place, name);
    const prefix = Object.hasOwn(PLACES, place) ? PLACES[place]! : null;
    if (prefix === null) {
      reading.keep(at, '', reading.portable(value));
      continue;
    }
    flags.push([`method.request.${prefix}.${name}`, value['required'] === true]);
    keepRest(reading, at, value);
  }
  return sortedMap(flags);
}

/** Keeps what a parameter or a header says beyond its name and need. `"type": "string"` is what every export says. */
export function keepRest(reading: Reading, place: string, value: PlainObject): void {
  // Each costs an address, a flag and a description.
  reading.spend(4);
  const { schema, ...others } = value;
  reading.keepMembers(place, others, key => !TAKEN.has(key));
  for (const [key, item] of Object.entries(objectOf(schema))) {
    if (key !== 'type' || item !== 'string') reading.keep(place, `/schema/${escapeSegment(key)}`, reading.portableMember(key, item));
  }
}
