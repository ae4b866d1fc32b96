import { type PatchOperation } from '@aws-sdk/client-api-gateway';
import { type Attributes, differences, isSet, type Schema, type Value, ZERO } from './schema.js';

/** What a create or an update of the provider is given: the state before, the planned one, and what differs. */
export class ResourceData {
  private readonly changed: ReadonlySet<string>;

  constructor(private readonly schema: Schema, readonly before: Attributes, readonly planned: Attributes) {
    this.changed = new Set(differences(schema, before, planned));
  }

  /** `name` or `block.0.name`. */
  value(path: string, of: Attributes = this.planned): Value {
    return path.split('.').reduce<Value>((value, part) => (value === null || typeof value !== 'object' ? null : ((value as Readonly<Record<string, Value>>)[part] ?? null)), of);
  }

  text(path: string): string { return (this.value(path) ?? '') as string; }
  number(path: string): number { return (this.value(path) ?? 0) as number; }
  flag(path: string): boolean { return (this.value(path) ?? false) as boolean; }
  texts(path: string): readonly string[] { return (this.value(path) ?? []) as readonly string[]; }
  map<T extends Value = string>(path: string): Readonly<Record<string, T>> { return (this.value(path) ?? {}) as Readonly<Record<string, T>>; }
  blocks(path: string): readonly Attributes[] { return (this.value(path) ?? []) as readonly Attributes[]; }

  /** Whether anything but the empty value is planned. */
  has(path: string): boolean { return isSet(this.value(path)); }
  /** A text that is left out when it is empty. */
  given(path: string): string | undefined { return this.has(path) ? this.text(path) : undefined; }
  filled<T extends Value = string>(path: string): Record<string, T> | undefined { return this.has(path) ? { ...this.map<T>(path) } : undefined; }
  changes(path: string): boolean { return this.changed.has(path); }
  changesBesides(...names: readonly string[]): boolean { return [...this.changed].some(name => !names.includes(name)); }

  /** The plain replaces: attribute -> patch path, for those that change; an empty value is sent as an empty text. */
  replaces(rows: readonly (readonly [attribute: string, path: string])[]): PatchOperation[] {
    return rows.filter(([attribute]) => this.changes(attribute)).map(([attribute, path]) => replace(path, String(this.value(attribute) ?? this.zero(attribute))));
  }

  /** What Go reads where nothing is: `false`, `0`, an empty text. */
  private zero(path: string): Value {
    const names = path.split('.0.');
    const attribute = names.slice(1).reduce((found, name) => found?.of?.[name], this.schema[names[0]!]);
    return attribute === undefined ? '' : ZERO[attribute.as];
  }

  /** What leaves and what enters a set. */
  moves(name: string): { readonly gone: readonly string[]; readonly come: readonly string[]; readonly stay: readonly string[] } {
    const old = (this.value(name, this.before) ?? []) as readonly string[];
    const next = this.texts(name);
    return { gone: old.filter(entry => !next.includes(entry)), come: next.filter(entry => !old.includes(entry)), stay: next.filter(entry => old.includes(entry)) };
  }

  old<T extends Value = string>(name: string): Readonly<Record<string, T>> { return (this.value(name, this.before) ?? {}) as Readonly<Record<string, T>>; }
}

export const replace = (path: string, value: string | undefined): PatchOperation => ({ op: 'replace', path, value });
export const add = (path: string, value?: string): PatchOperation => ({ op: 'add', path, value });
export const remove = (path: string, value?: string): PatchOperation => ({ op: 'remove', path, value });
/** The provider escapes slashes in most map keys, and tildes in few. */
export const slashes = (key: string): string => key.replaceAll('/', '~1');

/** The operations that lead from one map to another: removes first, unchanged entries only where the provider repeats them. */
export function mapOperations(prefix: string, old: Readonly<Record<string, string>>, next: Readonly<Record<string, string>>, { key = slashes, repeats = false }: { readonly key?: (name: string) => string; readonly repeats?: boolean } = {}): PatchOperation[] {
  const removed = Object.keys(old).filter(name => !(name in next)).map(name => remove(`${prefix}/${key(name)}`));
  const written = Object.entries(next).filter(([name, value]) => repeats || old[name] !== value)
    .map(([name, value]) => (name in old ? replace : add)(`${prefix}/${key(name)}`, value));
  return [...removed, ...written];
}
