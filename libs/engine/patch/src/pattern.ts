import { parsePointer } from '@gatehouse/contract-primitives';

/** A path of the table taken apart. `{name}` takes one segment, `{name+}` at the end takes all that are left, for callers who forget to escape slashes. */
export interface Pattern {
  readonly text: string;
  readonly segments: readonly string[];
  readonly isGreedy: boolean;
  readonly literals: number;
}

/** What the holes of a pattern took, unescaped, by name. */
export type Holes = Readonly<Record<string, string>>;

const isHole = (segment: string): boolean => segment.startsWith('{') && segment.endsWith('}');
const holeName = (segment: string): string => segment.slice(1, -1).replace(/\+$/, '');

/** Reads one path of a table. */
export function readPattern(text: string): Pattern {
  const segments = parsePointer(text);
  return { text, segments, isGreedy: segments.at(-1)?.endsWith('+}') ?? false, literals: segments.filter(segment => !isHole(segment)).length };
}

/** More literal segments come first, so a fixed path beats a hole; a greedy tail comes last. */
export const bySpecificity = (a: Pattern, b: Pattern): number => Number(a.isGreedy) - Number(b.isGreedy) || b.literals - a.literals;

/** The holes' contents when the pattern fits the path, or null. */
export function matchPattern(pattern: Pattern, path: readonly string[]): Holes | null {
  const { segments, isGreedy } = pattern;
  if (isGreedy ? path.length < segments.length : path.length !== segments.length) return null;
  const holes: Record<string, string> = Object.create(null) as Record<string, string>;
  for (const [index, segment] of segments.entries()) {
    if (!isHole(segment)) {
      if (segment !== path[index]) return null;
      continue;
    }
    const isTail = isGreedy && index === segments.length - 1;
    const taken = isTail ? path.slice(index).join('/') : path[index]!;
    if (taken === '') return null;
    holes[holeName(segment)] = taken;
  }
  return holes;
}

/** Puts the holes' contents into one segment of a place: `{resource}/{method}` with `pets` and `GET` is `pets/GET`. */
export const fillHoles = (segment: string, holes: Holes): string => segment.replace(/\{(\w+)\+?\}/g, (hole, name: string) => holes[name] ?? hole);

/** True when the last segment is a hole: the path names an entry of a map and not a field. */
export const namesEntry = (pattern: Pattern): boolean => isHole(pattern.segments.at(-1) ?? '');
