import { PatchRefused } from './patch-refused.js';
import { custom, type PatchOperation, type Rule } from './rule.js';

/** How an operation names the entry of a list: in its path's hole, or as its value. */
type EntryOf = (operation: PatchOperation, hole: string | undefined) => string;

/** What a list's rules need to know. `missing` is the sentence for an entry that is not there. */
export interface ListRules<Document> {
  readonly read: (document: Document) => readonly string[];
  readonly write: (document: Document, entries: readonly string[]) => void;
  readonly missing: string;
  /** Refuses an entry that must not be, by throwing PatchRefused. */
  readonly check?: (entry: string) => void;
}

function addTo<Document>({ read, write, check }: ListRules<Document>, entryOf: EntryOf, hole: string): Rule<Document> {
  return custom<Document>('add', (document, { operation, holes }) => {
    const entry = entryOf(operation, holes[hole]);
    check?.(entry);
    const entries = read(document);
    if (!entries.includes(entry)) write(document, [...entries, entry]);
  });
}

function removeFrom<Document>({ read, write, missing }: ListRules<Document>, entryOf: EntryOf, hole: string): Rule<Document> {
  return custom<Document>('remove', (document, { operation, holes }) => {
    const entry = entryOf(operation, holes[hole]);
    const entries = read(document);
    if (!entries.includes(entry)) throw new PatchRefused(missing, 'missing');
    write(document, entries.filter(each => each !== entry));
  });
}

/** `/binaryMediaTypes/image~1png`: the path names the entry; replace exchanges it for the value and keeps its place. */
export function namedEntry<Document>(rules: ListRules<Document>, hole: string): readonly Rule<Document>[] {
  const entryOf: EntryOf = (_, taken) => taken ?? '';
  const exchange = custom<Document>('replace', (document, { operation, holes }) => {
    const entry = holes[hole] ?? '';
    const entries = rules.read(document);
    if (!entries.includes(entry)) throw new PatchRefused(rules.missing, 'missing');
    const next = operation.value || entry;
    rules.check?.(next);
    rules.write(document, [...new Set(entries.map(each => (each === entry ? next : each)))]);
  });
  return [addTo(rules, entryOf, hole), exchange, removeFrom(rules, entryOf, hole)];
}

/** `/authorizationScopes`: the value names the entry. */
export function valuedEntry<Document>(rules: ListRules<Document>): readonly Rule<Document>[] {
  const entryOf: EntryOf = operation => operation.value ?? '';
  return [addTo(rules, entryOf, ''), removeFrom(rules, entryOf, '')];
}
