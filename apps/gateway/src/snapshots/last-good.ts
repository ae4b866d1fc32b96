import { appendFileSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { digestOf } from '@gatehouse/contract-primitives';
import { digestsNamedBy, parseDocument } from '@gatehouse/contract-snapshot';
import { z } from 'zod';

const Entry = z.object({ revision: z.number().int(), set: z.record(z.string(), z.string()), drop: z.array(z.string()) });
type Entry = z.infer<typeof Entry>;
export interface Pointers { readonly revision: number; readonly pointers: ReadonlyMap<string, string> }

/** After this many changes the journal is folded into a new base. */
const FOLD_AFTER = 1_000;

/**
 * What this gateway served last, on disk: documents under their digests, and where pointers stood. A base file and a journal of
 * changes, every line with its own checksum; two generations are kept, so a torn or damaged one costs nothing but the changes since.
 */
export class LastGood {
  readonly #documents: string;
  #generation = 0;
  #lines = 0;

  constructor(private readonly folder: string) {
    this.#documents = path.join(folder, 'documents');
    mkdirSync(this.#documents, { recursive: true });
    this.#generation = Math.max(0, ...this.#generations());
  }

  /** The newest generation that reads back whole from its first line on; null when there is none. */
  load(): Pointers | null {
    for (const generation of this.#generations()) {
      const pointers = this.#read(generation);
      if (pointers !== null) return pointers;
    }
    return null;
  }

  /** Begins a new generation with the whole state. */
  reset({ revision, pointers }: Pointers): void {
    this.#generation++;
    this.#lines = 0;
    const file = this.#file(this.#generation);
    writeFileSync(`${file}.new`, line({ revision, set: Object.fromEntries(pointers), drop: [] }), { mode: 0o600 });
    renameSync(`${file}.new`, file);
    for (const old of this.#generations().slice(2)) rmSync(this.#file(old), { force: true });
  }

  /** Adds one revision to the journal; true when it is long enough to be folded by `reset`. */
  append(entry: Entry): boolean {
    appendFileSync(this.#file(this.#generation), line(entry), { mode: 0o600 });
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

  /** The digests that some kept generation needs: those its pointers name, and those which the stages among them name. */
  needed(): ReadonlySet<string> {
    const needed = new Set<string>();
    for (const generation of this.#generations()) {
      for (const [pointer, digest] of this.#read(generation)?.pointers ?? []) {
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

  #read(generation: number): Pointers | null {
    const [first, ...rest] = readFileSync(this.#file(generation), 'utf8').split('\n').map(readLine);
    if (!first) return null;
    const pointers = new Map(Object.entries(first.set));
    let { revision } = first;
    for (const entry of rest) {
      // A torn line ends the journal: what follows was never acknowledged in order.
      if (entry === null) break;
      for (const key of entry.drop) pointers.delete(key);
      for (const [key, digest] of Object.entries(entry.set)) pointers.set(key, digest);
      revision = entry.revision;
    }
    return { revision, pointers };
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

function line(entry: Entry): string {
  const text = JSON.stringify(entry);
  return `${digestOf(text).slice(0, 16)} ${text}\n`;
}

function readLine(text: string): Entry | null {
  const [checksum, body] = [text.slice(0, 16), text.slice(17)];
  if (body === '' || digestOf(body).slice(0, 16) !== checksum) return null;
  return Entry.parse(JSON.parse(body));
}
