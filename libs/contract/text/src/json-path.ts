/** A JSONPath that this build does not read, with the place where it stopped. */
export class UnsupportedPath extends Error {}

type Move =
  | { readonly kind: 'member'; readonly name: string }
  | { readonly kind: 'index'; readonly index: number }
  | { readonly kind: 'all' }
  | { readonly kind: 'deep'; readonly name: string | null };

/** A compiled path. A definite path answers the value or undefined; a path with `*` or `..` answers a list. */
export type JsonPath = (root: unknown) => unknown;

const MAX_VISITED = 100_000;
const NAME = /[^.[\]()?@*'"\s]+/y;
const BRACKET = /\[\s*(?:'((?:[^'\\]|\\.)*)'|"((?:[^"\\]|\\.)*)"|(-?\d{1,9})|(\*))\s*\]/y;

/** Reads a path such as `$.pets[0].name`, `$['a b']`, `$.pets[*].id` or `$..id`. Filters, slices and functions are refused, never guessed. */
export function compileJsonPath(path: string): JsonPath {
  const moves = parse(path);
  const isDefinite = moves.every(move => move.kind === 'member' || move.kind === 'index');
  if (isDefinite) return root => moves.reduce(step, root);
  return root => moves.reduce<unknown[]>((found, move) => found.flatMap(value => spread(value, move)), [root]);
}

function parse(path: string): readonly Move[] {
  if (path[0] !== '$') throw new UnsupportedPath(`${path}: a path begins with $`);
  const moves: Move[] = [];
  let at = 1;
  while (at < path.length) {
    const [move, next] = path[at] === '[' ? bracket(path, at) : dotted(path, at);
    moves.push(move);
    at = next;
  }
  return moves;
}

function dotted(path: string, at: number): [Move, number] {
  const isDeep = path.startsWith('..', at);
  const from = at + (isDeep ? 2 : 1);
  if (path[at] !== '.') throw new UnsupportedPath(`${path}: unexpected ${JSON.stringify(path[at])} at ${at}`);
  if (path[from] === '*') return [isDeep ? { kind: 'deep', name: null } : { kind: 'all' }, from + 1];
  NAME.lastIndex = from;
  const name = NAME.exec(path)?.[0];
  if (name === undefined) throw new UnsupportedPath(`${path}: a name is missing at ${from}`);
  if (path[from + name.length] === '(') throw new UnsupportedPath(`${path}: the function ${name}() is not supported`);
  return [isDeep ? { kind: 'deep', name } : { kind: 'member', name }, from + name.length];
}

function bracket(path: string, at: number): [Move, number] {
  BRACKET.lastIndex = at;
  const match = BRACKET.exec(path);
  if (match === null) throw new UnsupportedPath(`${path}: unsupported selector at ${at}`);
  const name = match[1] ?? match[2];
  const next = at + match[0].length;
  if (name !== undefined) return [{ kind: 'member', name: name.replace(/\\(.)/g, '$1') }, next];
  return [match[4] === '*' ? { kind: 'all' } : { kind: 'index', index: Number(match[3]) }, next];
}

function step(value: unknown, move: Move): unknown {
  if (move.kind === 'index') return Array.isArray(value) ? value.at(move.index) : undefined;
  if (move.kind !== 'member' || value === null || typeof value !== 'object' || Array.isArray(value)) return undefined;
  return Object.hasOwn(value, move.name) ? (value as Record<string, unknown>)[move.name] : undefined;
}

const childrenOf = (value: unknown): readonly unknown[] => (value !== null && typeof value === 'object' ? Object.values(value) : []);

function spread(value: unknown, move: Move): readonly unknown[] {
  if (move.kind === 'all') return childrenOf(value);
  if (move.kind === 'deep') return descend(value, move.name);
  const found = step(value, move);
  return found === undefined ? [] : [found];
}

/** Walks without recursion, so a document nested 100,000 deep costs time and not the stack. */
function descend(root: unknown, name: string | null): readonly unknown[] {
  const found: unknown[] = [];
  const open: unknown[] = [root];
  for (let visited = 0; open.length > 0; visited++) {
    if (visited > MAX_VISITED) throw new RangeError(`a path may visit ${MAX_VISITED} values`);
    const value = open.pop();
    const children = childrenOf(value);
    if (name === null) found.push(...children);
    else if (value !== null && typeof value === 'object' && !Array.isArray(value) && Object.hasOwn(value, name)) found.push((value as Record<string, unknown>)[name]);
    for (let i = children.length - 1; i >= 0; i--) open.push(children[i]);
  }
  return found;
}
