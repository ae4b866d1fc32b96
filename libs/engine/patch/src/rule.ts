import { type Codec } from './codec.js';
import { type Holes } from './pattern.js';

/** The verbs of a JSON patch that AWS supports somewhere. `move` and `test` are supported nowhere. */
export type Verb = 'add' | 'remove' | 'replace' | 'copy';

/** One operation as the caller sent it; every value is text. */
export interface PatchOperation {
  readonly op?: string | undefined;
  readonly path?: string | undefined;
  readonly value?: string | undefined;
  readonly from?: string | undefined;
}

/** What a custom rule gets: the operation and what its path's holes took. */
export interface Hit { readonly operation: PatchOperation; readonly holes: Holes }

/** Where a value goes when that differs from its path: member names, holes in braces. */
export type Spot = readonly string[];

interface SetRule { readonly verb: 'add' | 'replace'; readonly read: Codec<unknown>; readonly at?: Spot; readonly absent?: string }
interface UnsetRule { readonly verb: 'remove'; readonly at?: Spot; readonly absent?: string; readonly leaves?: () => unknown }
interface CopyRule { readonly verb: 'copy'; readonly from: Spot; readonly at?: Spot }
interface CustomRule<Document> { readonly verb: Verb; readonly change: (document: Document, hit: Hit) => void }

/** What one verb does at one path. `absent` is the 404 sentence for an entry that is not there. */
export type Rule<Document> = SetRule | UnsetRule | CopyRule | CustomRule<Document>;

/** Sets a field or an entry; the codec reads the text. */
export const replace = (read: Codec<unknown>, more: Pick<SetRule, 'at' | 'absent'> = {}): SetRule => ({ verb: 'replace', read, ...more });
/** Sets a field or an entry, there or not. */
export const add = (read: Codec<unknown>, more: Pick<SetRule, 'at' | 'absent'> = {}): SetRule => ({ verb: 'add', read, ...more });
/** Drops an entry of a map, or sets a field to null or to what `leaves` makes. */
export const remove = (more: Omit<UnsetRule, 'verb'> = {}): UnsetRule => ({ verb: 'remove', ...more });
/** Copies the value that lies at `from`. */
export const copy = (from: Spot, at?: Spot): CopyRule => (at ? { verb: 'copy', from, at } : { verb: 'copy', from });
/** For what a table cannot say. The function changes the draft; it may throw PatchRefused. */
export const custom = <Document>(verb: Verb, change: (document: Document, hit: Hit) => void): Rule<Document> => ({ verb, change });
