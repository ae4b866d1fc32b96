/** A schema, or a part of one, as JSON. */
export type Schema = Readonly<Record<string, unknown>>;

export const isSchema = (value: unknown): value is Schema => typeof value === 'object' && value !== null && !Array.isArray(value);
const isText = (value: unknown): boolean => typeof value === 'string';
const isFlag = (value: unknown): boolean => typeof value === 'boolean';
const isNumber = (value: unknown): boolean => typeof value === 'number';
const isCount = (value: unknown): boolean => Number.isInteger(value) && (value as number) >= 0;
const isTextList = (value: unknown): boolean => Array.isArray(value) && value.length > 0 && value.every(isText) && new Set(value).size === value.length;
const isPattern = (value: unknown): boolean => {
  try {
    return typeof value === 'string' && Boolean(new RegExp(value));
  } catch {
    return false;
  }
};

const TYPES: readonly unknown[] = ['array', 'boolean', 'integer', 'null', 'number', 'object', 'string'];
const isType = (value: unknown): boolean => TYPES.includes(value) || (isTextList(value) && (value as readonly unknown[]).every(each => TYPES.includes(each)));
const any = (): boolean => true;

/** Where schemas lie below a keyword. */
type Below = 'none' | 'one' | 'list' | 'map' | 'one-or-list' | 'one-or-flag' | 'map-or-names';
interface Keyword { readonly holds: (value: unknown) => boolean; readonly below: Below }
const plain = (holds: (value: unknown) => boolean): Keyword => ({ holds, below: 'none' });
const one: Keyword = { holds: isSchema, below: 'one' };
const list: Keyword = { holds: value => Array.isArray(value) && value.length > 0 && value.every(isSchema), below: 'list' };
const map: Keyword = { holds: value => isSchema(value) && Object.values(value).every(isSchema), below: 'map' };

/** Draft 4's keywords: what each may hold, and where it holds further schemas. AWS refuses every other. */
export const KEYWORDS: ReadonlyMap<string, Keyword> = new Map(Object.entries<Keyword>({
  $schema: plain(isText), $ref: plain(isText), id: plain(isText), title: plain(isText), description: plain(isText), default: plain(any), format: plain(isText),
  multipleOf: plain(value => isNumber(value) && (value as number) > 0), maximum: plain(isNumber), exclusiveMaximum: plain(isFlag), minimum: plain(isNumber), exclusiveMinimum: plain(isFlag),
  maxLength: plain(isCount), minLength: plain(isCount), pattern: plain(isPattern),
  additionalItems: { holds: value => isFlag(value) || isSchema(value), below: 'one-or-flag' },
  items: { holds: value => isSchema(value) || list.holds(value), below: 'one-or-list' },
  maxItems: plain(isCount), minItems: plain(isCount), uniqueItems: plain(isFlag),
  maxProperties: plain(isCount), minProperties: plain(isCount), required: plain(isTextList),
  additionalProperties: { holds: value => isFlag(value) || isSchema(value), below: 'one-or-flag' },
  definitions: map, properties: map,
  patternProperties: { holds: value => map.holds(value) && Object.keys(value as Schema).every(isPattern), below: 'map' },
  dependencies: { holds: value => isSchema(value) && Object.values(value).every(each => isSchema(each) || isTextList(each)), below: 'map-or-names' },
  enum: plain(value => Array.isArray(value) && value.length > 0), type: plain(isType), allOf: list, anyOf: list, oneOf: list, not: one,
}));

/** The schemas that lie directly below a schema. Anything that is no schema is passed over. */
export function schemasBelow(schema: Schema): readonly Schema[] {
  return Object.entries(schema).flatMap(([keyword, value]) => {
    const below = KEYWORDS.get(keyword)?.below ?? 'none';
    if (below === 'none') return [];
    if (Array.isArray(value)) return value.filter(isSchema);
    if (!isSchema(value)) return [];
    return below.startsWith('map') ? Object.values(value).filter(isSchema) : [value];
  });
}

/** The same schema with every schema below it, and itself, passed through `change`, outermost first. */
export function mapSchemas(schema: Schema, change: (schema: Schema) => Schema): Schema {
  const each = (value: unknown): unknown => (isSchema(value) ? mapSchemas(value, change) : value);
  return Object.fromEntries(Object.entries(change(schema)).map(([keyword, value]) => {
    const below = KEYWORDS.get(keyword)?.below ?? 'none';
    if (below === 'none') return [keyword, value];
    if (Array.isArray(value)) return [keyword, value.map(each)];
    if (!isSchema(value) || !below.startsWith('map')) return [keyword, each(value)];
    return [keyword, Object.fromEntries(Object.entries(value).map(([name, item]) => [name, each(item)]))];
  }));
}
