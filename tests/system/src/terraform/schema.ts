/** What a configuration, a plan or a state holds. */
export type Value = null | boolean | number | string | readonly Value[] | { readonly [name: string]: Value };
export type Attributes = { readonly [name: string]: Value };

/** One attribute as the provider's schema declares it; blocks are lists or sets with a schema of their own. */
export interface Attribute {
  readonly as: 'text' | 'number' | 'flag' | 'list' | 'set' | 'map' | 'json';
  readonly presence: 'required' | 'optional' | 'optional and computed' | 'computed';
  readonly default?: Value;
  /** A change replaces the resource. */
  readonly forcesNew?: boolean;
  readonly of?: Schema;
  /** Never read back: an import cannot know it. */
  readonly isWriteOnly?: boolean;
  /** Differences that the provider's DiffSuppressFunc hides. */
  readonly suppresses?: (old: Value, next: Value) => boolean;
}
export type Schema = Readonly<Record<string, Attribute>>;

type Options = Omit<Attribute, 'as' | 'presence'>;
const kind = (as: Attribute['as']) => ({
  required: (options: Options = {}): Attribute => ({ as, presence: 'required', ...options }),
  optional: (options: Options = {}): Attribute => ({ as, presence: 'optional', ...options }),
  either: (options: Options = {}): Attribute => ({ as, presence: 'optional and computed', ...options }),
  computed: (options: Options = {}): Attribute => ({ as, presence: 'computed', ...options }),
});
export const text = kind('text');
export const number = kind('number');
export const flag = kind('flag');
export const list = kind('list');
export const set = kind('set');
export const map = kind('map');
export const json = kind('json');

/** The empty value of each kind. */
export const ZERO: Readonly<Record<Attribute['as'], Value>> = { text: '', number: 0, flag: false, list: [], set: [], map: {}, json: '' };

/** The state that a configuration asks for, knowing what is there: the right side of a plan. */
export function planned(schema: Schema, config: Attributes, state: Attributes): Attributes {
  return Object.fromEntries(Object.entries(schema).map(([name, attribute]) => [name, plannedValue(attribute, config[name] ?? null, state[name] ?? null)]));
}

function plannedValue({ as, presence, default: fallback, of }: Attribute, given: Value, old: Value): Value {
  if (presence === 'computed') return old;
  if (given === null) return fallback ?? (presence === 'optional and computed' ? old : null);
  if (!of) return given;
  const entries = Array.isArray(old) && as === 'list' ? (old as readonly Attributes[]) : [];
  return (given as readonly Attributes[]).map((entry, index) => planned(of, entry, entries[index] ?? {}));
}

/** The attributes in which two states differ; nested ones of a single block are named `block.0.name` beside their block. */
export function differences(schema: Schema, old: Attributes, next: Attributes): readonly string[] {
  return Object.entries(schema).flatMap(([name, attribute]) => {
    const [before, after] = [old[name] ?? null, next[name] ?? null];
    if (attribute.suppresses?.(before, after) || canonical(attribute, before) === canonical(attribute, after)) return [];
    const [first = {}, second = {}] = [before, after].map(value => (Array.isArray(value) ? (value[0] as Attributes | undefined) : undefined));
    return [name, ...(attribute.of && attribute.as === 'list' ? differences(attribute.of, first, second).map(inner => `${name}.0.${inner}`) : [])];
  });
}

/** Terraform's own equality: nothing equals the empty value, sets have no order, JSON has no spelling. */
function canonical(attribute: Attribute, value: Value): string {
  const settled = settle(attribute, value ?? ZERO[attribute.as]);
  return JSON.stringify(settled);
}

function settle({ as, of }: Attribute, value: Value): Value {
  if (as === 'json') return value === '' ? '' : sorted(JSON.parse(value as string) as Value);
  if (as === 'map') return sorted(value);
  if (!Array.isArray(value)) return value;
  const entries = (value as readonly Value[]).map(entry => (of ? Object.entries(of).map(([name, inner]) => canonical(inner, (entry as Attributes)[name] ?? null)) : entry));
  return as === 'set' ? [...new Set(entries.map(entry => JSON.stringify(entry)))].sort() : entries;
}

function sorted(value: Value): Value {
  if (Array.isArray(value)) return (value as readonly Value[]).map(sorted);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, inner]) => [name, sorted(inner as Value)]));
}

/** Whether a value counts as set: the empty one does not. */
export const isSet = (value: Value | undefined): boolean => {
  if (value === undefined || value === null || value === '' || value === false || value === 0) return false;
  return typeof value !== 'object' || Object.keys(value).length > 0;
};
