/** One change of a v1 PATCH. All values are strings on the wire. */
export interface PatchOperation {
  readonly op: 'add' | 'replace' | 'remove';
  readonly path: string;
  readonly value?: string;
}

const escape = (segment: string): string => segment.replaceAll('~', '~0').replaceAll('/', '~1');

/** A JSON pointer from plain segments: `pointer('variables', 'a/b')` is `/variables/a~1b`. */
export const pointer = (...segments: readonly string[]): string => segments.map(segment => `/${escape(segment)}`).join('');

type Scalar = string | number | boolean | null | undefined;
const asText = (value: Scalar): string => (value === null || value === undefined ? '' : String(value));

/** `replace` for each named member that changed; an unchanged form yields no operation, so nothing is written. */
export function replaced<T extends object>(before: T, after: T, members: ReadonlyArray<keyof T & string>): PatchOperation[] {
  return members
    .filter(member => asText(before[member] as Scalar) !== asText(after[member] as Scalar))
    .map(member => ({ op: 'replace' as const, path: pointer(member), value: asText(after[member] as Scalar) }));
}

type MapOf = Readonly<Record<string, string | boolean>>;

/** What turns one map into another under `path`: add new keys, replace changed ones, remove the rest. */
export function mapChanges(path: string, before: MapOf = {}, after: MapOf = {}, newKey: 'add' | 'replace' = 'add'): PatchOperation[] {
  const removed = Object.keys(before)
    .filter(key => !Object.hasOwn(after, key))
    .map(key => ({ op: 'remove' as const, path: path + pointer(key) }));
  const written = Object.entries(after)
    .filter(([key, value]) => !Object.hasOwn(before, key) || String(before[key]) !== String(value))
    .map(([key, value]) => ({ op: Object.hasOwn(before, key) ? ('replace' as const) : newKey, path: path + pointer(key), value: String(value) }));
  return [...removed, ...written];
}
