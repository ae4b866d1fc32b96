import { parsePointer } from '@gatehouse/contract-primitives';
import { parseBoundedJson, UnreadableJson } from '@gatehouse/contract-text';
import { readModelAddress } from './model-address.js';
import * as faults from './models.faults.js';
import { isSchema, KEYWORDS, type Schema, schemasBelow } from './schema-shape.js';

const MAX_SCHEMA = 400 * 1024;

/** True for media types whose schema is JSON schema; AWS keeps the schemas of all others as they come. */
export const isJsonModel = (contentType: string): boolean => /^application\/([\w!#$&^.+-]+\+)?json\s*(;|$)/i.test(contentType);

/** Reads a schema as JSON, or null when it is none. */
export function readSchema(text: string | null): Schema | null {
  if (!text) return null;
  try {
    const schema = parseBoundedJson(text);
    return isSchema(schema) ? schema : null;
  } catch (error) {
    if (error instanceof UnreadableJson) return null;
    throw error;
  }
}

/** Refuses a text that is no JSON schema of draft 4, in AWS's words, and answers the models of the same API that it refers to. */
export function checkSchema(restApiId: string, text: string): readonly string[] {
  if (Buffer.byteLength(text) > MAX_SCHEMA) throw faults.longSchema();
  const root = readSchema(text);
  if (!root) throw faults.badModel('Invalid model schema specified');
  const unsupported = new Set<string>();
  const models = new Set<string>();
  checkPart(root, { restApiId, root, unsupported, models });
  if (unsupported.size > 0) throw faults.badModel(`Invalid model schema specified. Unsupported keyword(s): [${[...unsupported].map(keyword => `"${keyword}"`).join(', ')}]`);
  return [...models];
}

interface Check { readonly restApiId: string; readonly root: Schema; readonly unsupported: Set<string>; readonly models: Set<string> }

function checkPart(schema: Schema, check: Check): void {
  for (const [keyword, value] of Object.entries(schema)) {
    const known = KEYWORDS.get(keyword);
    if (!known && !keyword.startsWith('x-')) check.unsupported.add(keyword);
    if (known && !known.holds(value)) throw faults.badModel('Invalid model schema specified');
  }
  if (typeof schema['$ref'] === 'string') checkReference(schema['$ref'], check);
  for (const below of schemasBelow(schema)) checkPart(below, check);
}

/** A reference leads to a place in the same schema or, in canonical form, to a model of the same API. Nothing is ever fetched. */
function checkReference(ref: string, { restApiId, root, models }: Check): void {
  if (ref.startsWith('#') && isSchema(followPointer(root, ref))) return;
  const address = readModelAddress(ref);
  if (address?.restApiId !== restApiId) throw faults.badModel('Model reference must be in canonical form');
  models.add(address.name);
}

/** What a local reference (`#/definitions/Pet`) leads to, or undefined. */
export function followPointer(root: Schema, ref: string): unknown {
  if (ref === '#' || ref === '#/') return root;
  let place: unknown = root;
  for (const member of parsePointer(decoded(ref.slice(1)))) {
    if (typeof place !== 'object' || place === null || !Object.hasOwn(place, member)) return undefined;
    place = (place as Readonly<Record<string, unknown>>)[member];
  }
  return place;
}

function decoded(pointer: string): string {
  try {
    return decodeURIComponent(pointer);
  } catch {
    return pointer;
  }
}

/** The models of the API that a stored schema refers to; a schema that is no JSON refers to none. */
export function modelsIn(restApiId: string, text: string | null): readonly string[] {
  const root = readSchema(text);
  if (!root) return [];
  const names = new Set<string>();
  const walk = (schema: Schema): void => {
    const address = typeof schema['$ref'] === 'string' ? readModelAddress(schema['$ref']) : null;
    if (address?.restApiId === restApiId) names.add(address.name);
    schemasBelow(schema).forEach(walk);
  };
  walk(root);
  return [...names];
}
