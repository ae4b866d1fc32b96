import { escapeSegment } from '@gatehouse/contract-primitives';
import { isList, isObject, memberOf, objectOf, type Plain, type PlainObject, textOf } from './plain.js';
import { refOf } from './reading.js';

/** The keywords of API Gateway's models: draft 4 without `default`, `oneOf` and `anyOf`. Every other is taken out of the schema and kept beside it. */
const KEYWORDS: ReadonlySet<string> = new Set([
  'id', '$schema', '$ref', 'title', 'description', 'format', 'type', 'enum', 'multipleOf', 'maximum', 'exclusiveMaximum', 'minimum', 'exclusiveMinimum', 'maxLength', 'minLength',
  'pattern', 'items', 'additionalItems', 'maxItems', 'minItems', 'uniqueItems', 'properties', 'patternProperties', 'additionalProperties', 'dependencies', 'maxProperties',
  'minProperties', 'required', 'definitions', 'allOf', 'not',
]);

/** Draft 4 wants these lists filled; an empty one, or OpenAPI's `required: true` on a property, says nothing there. */
const FILLED: ReadonlySet<string> = new Set(['required', 'allOf', 'enum']);
const isIdle = (key: string, value: Plain): boolean => {
  if (key === '$schema') return !(typeof value === 'string' && value.includes('draft-04'));
  return FILLED.has(key) && (!isList(value) || value.length === 0);
};
const isDropped = (key: string, value: Plain): boolean => !KEYWORDS.has(key) || isIdle(key, value);

/** Which members of a schema hold schemas, and how. */
const HOLDS: Readonly<Record<string, 'one' | 'map' | 'list' | 'oneOrList'>> = {
  not: 'one', additionalProperties: 'one', additionalItems: 'one', items: 'oneOrList', allOf: 'list', properties: 'map', patternProperties: 'map', definitions: 'map', dependencies: 'map',
};

/** What lowering needs of its surroundings. */
export interface Lowering {
  /** A reference of the document in the definition's form; null = it names no model, which has been told. */
  readonly reference: (ref: string) => string | null;
  /** A member that was taken out, by its pointer inside the lowered schema. */
  readonly dropped: (pointer: string, value: Plain) => void;
}

/** A schema of OpenAPI 2, 3.0 or 3.1 as draft 4, which is what API Gateway's models speak. */
export function lowerSchema(schema: Plain | undefined, lowering: Lowering, pointer = ''): PlainObject {
  if (schema === false) return { not: {} };
  if (!isObject(schema)) return {};
  const ref = refOf(schema);
  if (ref !== null) return lowerReference(schema, ref, lowering, pointer);
  const lowered: [string, Plain][] = [];
  for (const [key, value] of Object.entries(modernised(schema))) {
    const at = `${pointer}/${escapeSegment(key)}`;
    if (isDropped(key, value)) lowering.dropped(at, value);
    else lowered.push([key, lowerMember(key, value, lowering, at)]);
  }
  return Object.fromEntries(lowered);
}

/** Draft 4 ignores what stands beside a `$ref`: annotations are kept aside, and constraints (OpenAPI 3.1) join it in an `allOf`. */
function lowerReference(schema: PlainObject, ref: string, lowering: Lowering, pointer: string): PlainObject {
  const { $ref: _, ...others } = schema;
  const target = lowering.reference(ref);
  const reference: PlainObject = target === null ? {} : { $ref: target };
  const constrains = Object.entries(modernised(others)).some(([key, value]) => key !== 'description' && key !== 'title' && !isDropped(key, value));
  if (!constrains) {
    for (const [key, value] of Object.entries(others)) if (key !== 'nullable') lowering.dropped(`${pointer}/${escapeSegment(key)}`, value);
    return reference;
  }
  const rest = lowerSchema(others, lowering, pointer);
  return { ...rest, allOf: [reference, ...(isList(rest['allOf']) ? rest['allOf'] : [])] };
}

function lowerMember(key: string, value: Plain, lowering: Lowering, at: string): Plain {
  const holds = Object.hasOwn(HOLDS, key) ? HOLDS[key] : undefined;
  const isSchema = isObject(value) || typeof value === 'boolean';
  if (holds === 'map' && isObject(value)) {
    return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, isList(item) ? item : lowerSchema(item, lowering, `${at}/${escapeSegment(name)}`)]));
  }
  if ((holds === 'list' || holds === 'oneOrList') && isList(value)) return value.map((item, i) => lowerSchema(item, lowering, `${at}/${i}`));
  if (holds === 'one' && typeof value === 'boolean' && key !== 'not') return value;
  if ((holds === 'one' || holds === 'oneOrList') && isSchema) return lowerSchema(value, lowering, at);
  return value;
}

/** The words of newer drafts in those of draft 4. */
function modernised(schema: PlainObject): PlainObject {
  const made = new Map<string, Plain>();
  for (const [key, value] of Object.entries(schema)) {
    if (key === 'nullable') continue;
    // Beside a tuple, the `items` of newer drafts speak of the items that follow it.
    const renamed = key === 'items' && isList(schema['prefixItems']) ? 'additionalItems' : Object.hasOwn(RENAMED, key) ? RENAMED[key]! : key;
    if (key === 'const') made.set('enum', [value]);
    else if (BOUNDS[key] && typeof value === 'number') made.set(BOUNDS[key], value).set(key, true);
    else if (!made.has(renamed)) made.set(renamed, value);
  }
  if (schema['nullable'] === true) admitNull(made);
  return Object.fromEntries(made);
}

const RENAMED: Readonly<Record<string, string>> = { $defs: 'definitions', prefixItems: 'items', dependentSchemas: 'dependencies', dependentRequired: 'dependencies' };
/** A number there (newer drafts) is the bound itself; draft 4 has a switch beside the bound. */
const BOUNDS: Readonly<Record<string, string | undefined>> = { exclusiveMinimum: 'minimum', exclusiveMaximum: 'maximum' };

function admitNull(made: Map<string, Plain>): void {
  const type = made.get('type');
  const types = isList(type) ? type : textOf(type) === null ? [] : [textOf(type)!];
  if (types.length > 0) made.set('type', types.includes('null') ? types : [...types, 'null']);
  const values = made.get('enum');
  if (isList(values) && !values.includes(null)) made.set('enum', [...values, null]);
}

/** Whether a schema brings definitions of its own under that name; they hide the API's models. */
export const hasOwnDefinition = (schema: Plain | undefined, name: string): boolean =>
  memberOf(objectOf(objectOf(schema)['definitions'] ?? objectOf(schema)['$defs']), name) !== undefined;
