/** One setting on which two versions disagree; null = not set in that version. */
export interface Difference {
  readonly field: string;
  readonly theirs: string | null;
  readonly mine: string | null;
}

/** Flattens a form's value: `{ variables: [{ name, value }] }` is `variables.0.name` and so on. */
function flat(value: unknown, path: string, into: Map<string, string>): Map<string, string> {
  if (value === null || value === undefined || value === '') return into;
  if (typeof value !== 'object') return into.set(path, String(value));
  for (const [key, each] of Object.entries(value)) flat(each, path ? `${path}.${key}` : key, into);
  return into;
}

/** Where two versions of a form differ, in the order of their fields. */
export function differencesOf(theirs: unknown, mine: unknown): readonly Difference[] {
  const left = flat(theirs, '', new Map<string, string>()),
    right = flat(mine, '', new Map<string, string>());
  return [...new Set([...left.keys(), ...right.keys()])]
    .map(field => ({ field, theirs: left.get(field) ?? null, mine: right.get(field) ?? null }))
    .filter(({ theirs: one, mine: other }) => one !== other);
}

/** A field's path in words: `quota.isOn` is "quota: on", `requestParameters.0.name` is "request parameters: 1: name". */
export const inWords = (field: string): string =>
  field
    .split('.')
    .map(part =>
      part === 'isOn'
        ? 'on'
        : /^\d+$/.test(part)
          ? String(Number(part) + 1)
          : part.replaceAll(/[A-Z]/g, letter => ` ${letter.toLowerCase()}`),
    )
    .join(': ');
