import { escapeSegment, unescapeSegment } from '@gatehouse/contract-primitives';
import { readModelAddress } from './model-address.js';
import { isSchema, mapSchemas, type Schema } from './schema-shape.js';

/** The API's models by name, as far as their schemas are JSON. */
export type ModelSchemas = ReadonlyMap<string, Schema>;

/**
 * A model's schema with every model that it refers to, directly or through others, laid under `definitions`: references become local. Each model is
 * laid down once, so cycles end; a local reference inside such a model follows it to its new place.
 */
export function flattenModel(restApiId: string, name: string, schemas: ModelSchemas): Schema | null {
  if (!schemas.has(name)) return null;
  const places = placesOf(restApiId, name, schemas);
  const moved = (owner: string): Schema =>
    mapSchemas(schemas.get(owner)!, part => (typeof part['$ref'] === 'string' ? { ...part, $ref: movedRef(part['$ref'], owner) } : part));
  const movedRef = (ref: string, owner: string): string => {
    const place = places.get(owner)!;
    if (ref.startsWith('#')) return owner === name ? ref : `${place}${ref.slice(1).replace(/^\/$/, '')}`;
    const address = readModelAddress(ref);
    return (address?.restApiId === restApiId ? places.get(address.name) : undefined) ?? ref;
  };
  if (places.size === 1) return moved(name);
  const others = [...places].filter(([model]) => model !== name);
  const laid = others.map(([model, place]): [string, Schema] => [keyOf(place), withoutDialect(moved(model))]);
  const { definitions, ...rest } = moved(name);
  return { ...rest, definitions: Object.fromEntries([...(isSchema(definitions) ? Object.entries(definitions) : []), ...laid]) };
}

const PREFIX = '#/definitions/';
const keyOf = (place: string): string => unescapeSegment(place.slice(PREFIX.length));
/** The dialect is said once, at the root. */
const withoutDialect = ({ $schema: _, ...schema }: Schema): Schema => schema;

/** Where each model that is reached will lie: the first at the root, the others under definitions, beside what already lies there. */
function placesOf(restApiId: string, name: string, schemas: ModelSchemas): ReadonlyMap<string, string> {
  const taken = new Set(isSchema(schemas.get(name)?.['definitions']) ? Object.keys(schemas.get(name)!['definitions'] as Schema) : []);
  const places = new Map([[name, '#']]);
  for (const [model] of places) {
    mapSchemas(schemas.get(model)!, part => {
      const address = typeof part['$ref'] === 'string' ? readModelAddress(part['$ref']) : null;
      const isNew = address?.restApiId === restApiId && !places.has(address.name) && schemas.has(address.name);
      if (address && isNew) places.set(address.name, PREFIX + escapeSegment(freeKey(address.name, taken)));
      return part;
    });
  }
  return places;
}

function freeKey(name: string, taken: Set<string>): string {
  let key = name;
  for (let n = 2; taken.has(key); n++) key = `${name}${n}`;
  taken.add(key);
  return key;
}
