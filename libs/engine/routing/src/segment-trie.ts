/** A place in the tree of path segments. Static children beat the one `{variable}`, which beats the one `{greedy+}`. */
interface Node<T> {
  /** null = no static child: most nodes are leaves, and an empty map is not free. */
  fixed: Map<string, Node<T>> | null;
  variable: { readonly name: string; readonly node: Node<T> } | null;
  greedy: { readonly name: string; readonly value: T } | null;
  value: T | null;
}

/** What a path led to; `values` stand beside the names that `variables` gave for the same template, as received. */
export interface Match<T> { readonly value: T; readonly values: readonly string[] }

/** Two templates that no path could tell apart, or a template that is none. */
export class InvalidTemplate extends Error {}

const newNode = <T>(): Node<T> => ({ fixed: null, variable: null, greedy: null, value: null });
const VARIABLE = /^\{([A-Za-z0-9._$:-]+)(\+?)\}$/;
const NO_VALUES: readonly string[] = [];

/** The names of a template's variables, in order: `/a/{b}/{c+}` has `b` and `c`. */
export const variablesOf = (template: string): readonly string[] => template.split('/').flatMap(segment => VARIABLE.exec(segment)?.[1] ?? []);

/**
 * Finds the template that a path matches: at each level static beats variable beats greedy, and a choice that leads nowhere is taken
 * back. A tree has one node for each template, and a look-up meets each node at most once, so its cost is bounded by the API's size.
 */
export class SegmentTrie<T> {
  readonly #root = newNode<T>();

  add(template: string, value: T): void {
    let node = this.#root;
    const segments = template === '/' ? [] : template.split('/').slice(1);
    for (const [at, segment] of segments.entries()) {
      const [, name, plus] = VARIABLE.exec(segment) ?? [];
      if (name === undefined) node = descendFixed(node, segment);
      else if (plus === '+') {
        if (at !== segments.length - 1) throw new InvalidTemplate(`${template}: nothing can follow a greedy variable`);
        if (node.greedy !== null) throw new InvalidTemplate(`${template}: a sibling is greedy already`);
        node.greedy = { name, value };
        return;
      } else node = descendVariable(node, name, template);
    }
    if (node.value !== null) throw new InvalidTemplate(`${template}: stands twice`);
    node.value = value;
  }

  /** `path` begins with a slash and has no query. One trailing slash counts as none; slashes at the beginning count as one. */
  find(path: string): Match<T> | null {
    let from = 1;
    while (path.charCodeAt(from) === SLASH) from++;
    const end = path.length > from && path.charCodeAt(path.length - 1) === SLASH ? path.length - 1 : path.length;
    const values: string[] = [];
    const value = search(this.#root, path, from >= end ? end + 1 : from, end, values);
    return value === null ? null : { value, values: values.length === 0 ? NO_VALUES : values };
  }
}

const SLASH = 47;

function descendFixed<T>(node: Node<T>, segment: string): Node<T> {
  node.fixed ??= new Map();
  const child = node.fixed.get(segment) ?? newNode<T>();
  node.fixed.set(segment, child);
  return child;
}

function descendVariable<T>(node: Node<T>, name: string, template: string): Node<T> {
  if (node.variable === null) node.variable = { name, node: newNode<T>() };
  else if (node.variable.name !== name) throw new InvalidTemplate(`${template}: a sibling names this segment {${node.variable.name}}`);
  return node.variable.node;
}

/** `from` is where the next segment begins; beyond `end` no segment is left, at `end` an empty one is. */
function search<T>(node: Node<T>, path: string, from: number, end: number, values: string[]): T | null {
  if (from > end) return node.value;
  const slash = path.indexOf('/', from);
  const stop = slash < 0 || slash > end ? end : slash;
  const segment = path.slice(from, stop);
  const fixed = node.fixed?.get(segment);
  if (fixed !== undefined) {
    const found = search(fixed, path, stop + 1, end, values);
    if (found !== null) return found;
  }
  if (node.variable !== null && segment !== '') {
    values.push(segment);
    const found = search(node.variable.node, path, stop + 1, end, values);
    if (found !== null) return found;
    values.pop();
  }
  if (node.greedy === null || from >= end) return null;
  values.push(path.slice(from, end));
  return node.greedy.value;
}
