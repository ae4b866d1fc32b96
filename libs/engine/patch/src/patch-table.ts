import { parsePointer } from '@gatehouse/contract-primitives';
import { PatchRefused } from './patch-refused.js';
import { bySpecificity, fillHoles, matchPattern, namesEntry, readPattern, type Holes, type Pattern } from './pattern.js';
import { type PatchOperation, type Rule, type Spot } from './rule.js';
import { PLAIN, type Wording } from './wording.js';

/** Path -> what each verb does there. */
export type PatchRows<Document> = Readonly<Record<string, Rule<Document> | readonly Rule<Document>[]>>;

/** A family's table, ready to use. */
export interface PatchTable<Document> {
  /** The document after all operations, in order; the one given stays as it is. Throws PatchRefused, and then nothing has changed. */
  apply(document: Document, operations: readonly PatchOperation[]): Document;
}

interface Row<Document> { readonly pattern: Pattern; readonly rules: readonly Rule<Document>[] }
type Tree = Record<string, unknown>;

/** Makes the table of one family. Documents are plain data: no class instances, no functions. */
export function patchTable<Document extends object>(table: PatchRows<Document>, wording: Wording = PLAIN): PatchTable<Document> {
  const listed = Object.entries(table).map(([path, rules]): Row<Document> => ({ pattern: readPattern(path), rules: [rules].flat() as readonly Rule<Document>[] }));
  const rows = [...listed].sort((a, b) => bySpecificity(a.pattern, b.pattern));
  const paths = (verb: string): readonly string[] => listed.filter(row => row.rules.some(rule => rule.verb === verb)).map(row => row.pattern.text);
  return {
    apply(document, operations) {
      const draft = structuredClone(document);
      for (const operation of operations) applyOne(draft, operation, rows, wording, paths);
      return draft;
    },
  };
}

function applyOne<Document extends object>(draft: Document, operation: PatchOperation, rows: readonly Row<Document>[], wording: Wording, paths: (verb: string) => readonly string[]): void {
  const { path } = operation;
  if (!path?.startsWith('/')) throw new PatchRefused(wording.unknownPath(operation, paths));
  const segments = parsePointer(path);
  let refusal: string | null = null;
  for (const { pattern, rules } of rows) {
    const holes = matchPattern(pattern, segments);
    if (!holes) continue;
    const rule = rules.find(each => each.verb === operation.op);
    if (rule) return applyRule(draft as Document & Tree, rule, { operation, holes }, pattern);
    refusal ??= wording.wrongVerb(operation, rules.map(each => each.verb), paths);
  }
  throw new PatchRefused(refusal ?? wording.unknownPath(operation, paths));
}

function applyRule<Document extends object>(draft: Document & Tree, rule: Rule<Document>, hit: { operation: PatchOperation; holes: Holes }, pattern: Pattern): void {
  if ('change' in rule) return rule.change(draft, hit);
  const spot = (rule.at ?? pattern.segments).map(segment => fillHoles(segment, hit.holes));
  if (rule.verb === 'copy') return put(draft, spot, structuredClone(look(draft, rule.from)));
  if (rule.absent !== undefined && look(draft, spot) === undefined) throw new PatchRefused(rule.absent, 'missing');
  if (rule.verb !== 'remove') return put(draft, spot, rule.read(hit.operation.value));
  if (rule.leaves) return put(draft, spot, rule.leaves());
  if (namesEntry(pattern)) return drop(draft, spot);
  put(draft, spot, null);
}

const isTree = (value: unknown): value is Tree => typeof value === 'object' && value !== null;

function look(draft: Tree, spot: Spot): unknown {
  let value: unknown = draft;
  for (const member of spot) {
    if (!isTree(value) || !Object.hasOwn(value, member)) return undefined;
    value = value[member];
  }
  return value;
}

/** Sets own data properties only, so a member called `__proto__` is a member like any other. */
const own = (holder: Tree, member: string, value: unknown): void => {
  Object.defineProperty(holder, member, { value, writable: true, enumerable: true, configurable: true });
};

function put(draft: Tree, spot: Spot, value: unknown): void {
  let holder = draft;
  for (const member of spot.slice(0, -1)) {
    const next = Object.hasOwn(holder, member) ? holder[member] : undefined;
    if (isTree(next)) {
      holder = next;
      continue;
    }
    const made = Object.create(null) as Tree;
    own(holder, member, made);
    holder = made;
  }
  own(holder, spot.at(-1)!, value);
}

function drop(draft: Tree, spot: Spot): void {
  const holder = look(draft, spot.slice(0, -1));
  if (isTree(holder)) delete holder[spot.at(-1)!];
}
