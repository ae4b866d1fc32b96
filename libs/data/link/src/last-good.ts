import { appendFileSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { digestOf } from '@gatehouse/contract-primitives';
import { digestsNamedBy, parseDocument } from '@gatehouse/contract-snapshot';
import { z } from 'zod';

/** One line: what a revision changed, or (the first of a file) everything. `failed` names pointers whose document could not be served. */
const Entry = z.object({
  revision: z.number().int(), set: z.record(z.string(), z.string()), drop: z.array(z.string()), failed: z.array(z.string()).default([]), before: z.record(z.string(), z.string()).default({}),
});
type Entry = z.infer<typeof Entry>;
/** Where pointers stood. `before` = the digest under which a pointer was served before its present one; `failed` = the present one could not be. */
export interface Pointers { readonly revision: number; readonly pointers: ReadonlyMap<string, string>; readonly before: ReadonlyMap<string, string>; readonly failed: ReadonlySet<string> }
interface Generation extends Pointers { readonly isWhole: boolean }

/** After this many changes the journal is folded into a new base. */
const FOLD_AFTER = 1_000;
const COPIES = 2;

/**
 * What this gateway served last, on disk: documents under their digests, and where pointers stood. A file is a base and a journal of
 * changes, every line with its own checksum. Two files are kept and every change is written to both, so a torn or damaged one costs nothing.
 */
export class LastGood {
  readonly #documents: string;
  #generation = 0;
  /** The files that are known to be whole, newest first: only to those a change may be added. */
  #whole: readonly number[] = [];
  #lines = 0;

  constructor(private readonly folder: string) {
    this.#documents = path.join(folder, 'documents');
    mkdirSync(this.#documents, { recursive: true });
    this.#generation = Math.max(0, ...this.#generations());
  }

  /** The file that reaches furthest, each read from its first line on to its end or its first damage; null when there is none. */
  load(): Pointers | null {
    let best: Generation | null = null;
    const whole: number[] = [];
    for (const generation of this.#generations()) {
      const found = this.#read(generation);
      if (found === null) continue;
      if (best === null || found.revision > best.revision) best = found;
      if (found.isWhole) whole.push(generation);
    }
    const furthest = best?.revision;
    this.#whole = whole.filter(generation => this.#read(generation)?.revision === furthest).slice(0, COPIES);
    return best;
  }

  /** Begins a new file with the whole state, and a second one where no other whole one is left. */
  reset({ revision, pointers, before, failed }: Pointers): void {
    this.#lines = 0;
    const base = line({ revision, set: Object.fromEntries(pointers), drop: [], failed: [...failed], before: Object.fromEntries(before) });
    do {
      const file = this.#file(++this.#generation);
      writeFileSync(`${file}.new`, base, { mode: 0o600 });
      renameSync(`${file}.new`, file);
      this.#whole = [this.#generation, ...this.#whole].slice(0, COPIES);
    } while (this.#whole.length < COPIES);
    for (const old of this.#generations()) if (!this.#whole.includes(old)) rmSync(this.#file(old), { force: true });
  }

  /** Adds one revision to the journals; true when they are long enough to be folded by `reset`. */
  append(entry: { readonly revision: number; readonly set: Readonly<Record<string, string>>; readonly drop: readonly string[]; readonly failed: readonly string[] }): boolean {
    if (this.#whole.length === 0) throw new Error('a change was to be kept before there was a base: load or reset come first');
    const text = line({ ...entry, drop: [...entry.drop], failed: [...entry.failed], before: {} });
    for (const generation of this.#whole) appendFileSync(this.#file(generation), text, { mode: 0o600 });
    return ++this.#lines >= FOLD_AFTER;
  }

  /** A document's text, or null when it is absent or no longer what its digest says. */
  document(digest: string): string | null {
    const file = this.#documentFile(digest);
    if (!existsSync(file)) return null;
    const text = readFileSync(file, 'utf8');
    return digestOf(text) === digest ? text : null;
  }

  store(digest: string, text: string): void {
    const file = this.#documentFile(digest);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(`${file}.new`, text, { mode: 0o600 });
    renameSync(`${file}.new`, file);
  }

  /** The digests that some kept file needs: those its pointers name or named before, and those which the stages among them name. */
  needed(): ReadonlySet<string> {
    const needed = new Set<string>();
    for (const generation of this.#generations()) {
      const found = this.#read(generation);
      for (const [pointer, digest] of [...(found?.pointers ?? []), ...(found?.before ?? [])]) {
        needed.add(digest);
        const text = pointer.startsWith('stage:') ? this.document(digest) : null;
        if (text !== null) for (const named of digestsNamedBy(parseDocument(text))) needed.add(named);
      }
    }
    return needed;
  }

  /** Removes documents that no kept generation needs. */
  sweep(needed: ReadonlySet<string>): void {
    for (const shelf of readdirSync(this.#documents)) {
      for (const file of readdirSync(path.join(this.#documents, shelf))) if (!needed.has(path.basename(file, '.json'))) rmSync(path.join(this.#documents, shelf, file), { force: true });
    }
  }

  #read(generation: number): Generation | null {
    // A whole file ends in a line's end, so its last piece is empty.
    const pieces = readFileSync(this.#file(generation), 'utf8').split('\n');
    const isEnded = pieces.pop() === '';
    const [first, ...rest] = pieces.map(readLine);
    if (!first) return null;
    const pointers = new Map(Object.entries(first.set));
    const before = new Map(Object.entries(first.before));
    const failed = new Set(first.failed);
    let { revision } = first;
    for (const entry of rest) {
      // A damaged line ends the journal: what follows was never acknowledged in order.
      if (entry === null) return { revision, pointers, before, failed, isWhole: false };
      for (const key of entry.drop) { pointers.delete(key); before.delete(key); failed.delete(key); }
      for (const [key, digest] of Object.entries(entry.set)) {
        if (pointers.get(key) !== digest) noteBefore(before, key, pointers.get(key), failed.has(key));
        pointers.set(key, digest);
        failed.delete(key);
      }
      for (const key of entry.failed) failed.add(key);
      revision = entry.revision;
    }
    return { revision, pointers, before, failed, isWhole: isEnded };
  }

  /** Newest first. */
  #generations(): readonly number[] {
    return readdirSync(this.folder).flatMap(name => /^pointers\.(\d+)$/.exec(name)?.[1] ?? []).map(Number).sort((a, b) => b - a);
  }

  #file(generation: number): string {
    return path.join(this.folder, `pointers.${generation}`);
  }

  #documentFile(digest: string): string {
    return path.join(this.#documents, digest.slice(0, 2), `${digest}.json`);
  }
}

/** Notes what a pointer named while it was served; a document that never was is no fallback. */
export function noteBefore(before: Map<string, string>, key: string, digest: string | undefined, isFailed: boolean): void {
  if (digest !== undefined && !isFailed) before.set(key, digest);
}

function line(entry: Entry): string {
  const text = JSON.stringify(entry);
  return `${digestOf(text).slice(0, 16)} ${text}\n`;
}

function readLine(text: string): Entry | null {
  const [checksum, body] = [text.slice(0, 16), text.slice(17)];
  if (body === '' || digestOf(body).slice(0, 16) !== checksum) return null;
  return Entry.parse(JSON.parse(body));
}
