import { digestOf } from '@gatehouse/contract-primitives';
import { digestsNamedBy, parseDocument, UnreadableDocument, type ApiSnapshot, type FeedLine, type SnapshotDocument } from '@gatehouse/contract-snapshot';
import type { Logger } from 'pino';
import { ControlRefusal, type ControlClient } from './control-client.js';
import { pause } from './identity.js';
import { noteBefore, type LastGood } from './last-good.js';

const LONGEST_PAUSE_MS = 2_000;
/** What may be served as it was before when its document is damaged. A key may not: the page before could open what was closed since. */
const FALLS_BACK = /^(stage|plan|account|domain|vpc-link):/;
type Fetch = (digests: readonly string[]) => Promise<ReadonlyMap<string, string>>;
const fromDiskAlone: Fetch = async () => new Map();

/** What a pointer names cannot be served; what was served before stays. */
export interface Failure { readonly pointer: string; readonly reason: string }
/** Something that is served and cannot work as it is configured. */
export interface BoardWarning { readonly pointer: string }
/** What one revision changes: documents by pointer, the frozen apis that they name by digest, and pointers that are gone. */
export interface BoardChange { readonly set: ReadonlyMap<string, SnapshotDocument>; readonly snapshots: ReadonlyMap<string, ApiSnapshot>; readonly drop: readonly string[] }
/** Where documents are put in force: the gateway's switchboard, or the functions' book. */
export interface Board { apply(change: BoardChange): { readonly failures: readonly Failure[]; readonly warnings: readonly BoardWarning[] } }

export interface PullEvents {
  /** A revision is served (or, for what `failures` names, its last good one). */
  applied(revision: number): void;
  /** The control tower does not know this gateway any more. */
  unknown(): void;
  /** The control tower has work for this gateway. */
  job(id: string): void;
}

/** Follows the feed: fetches what is new by digest, has it compiled and swapped in, keeps it on disk, and says so. */
export class Pull {
  readonly #pointers = new Map<string, string>();
  /** The digest under which a pointer was served before its present one. */
  readonly #before = new Map<string, string>();
  #revision = 0;
  /** What could not be served, by pointer, until a later revision mends it. */
  readonly #failures = new Map<string, string>();
  /** False = what is known may have holes, so the whole state is asked for instead of what changed. */
  #isSure = true;
  #hasBase = false;

  constructor(private readonly client: ControlClient, private readonly lastGood: LastGood, private readonly board: Board, private readonly events: PullEvents, private readonly log: Logger) {}

  get revision(): number {
    return this.#revision;
  }

  get failures(): readonly Failure[] {
    return [...this.#failures].map(([pointer, reason]) => ({ pointer, reason }));
  }

  /** What is known may not be what this control tower means: the next answer of the feed is the whole state. */
  doubt(): void {
    this.#isSure = false;
  }

  /** Serves what was served last, before anybody is asked. A damaged document costs its change, not its stage. True when something is served. */
  async restore(): Promise<boolean> {
    const known = this.lastGood.load();
    if (known === null) return false;
    await this.#apply(known.revision, known.pointers, [], fromDiskAlone);
    for (const [key, digest] of known.before) this.#before.set(key, digest);
    const older = new Map([...this.#failures.keys()].flatMap(key => (FALLS_BACK.test(key) && known.before.has(key) ? [[key, known.before.get(key)!]] : [])));
    const { failures } = await this.#serve(older, [], fromDiskAlone);
    if (older.size > failures.length) this.log.warn({ pointers: [...older.keys()] }, 'served as it was before: the last document is damaged');
    if (this.#failures.size > 0) this.doubt();
    this.#keepBase();
    return known.pointers.size === 0 || this.#failures.size < known.pointers.size || failures.length < older.size;
  }

  /** Follows the feed for as long as the gateway lives; a broken line is taken up again where it was. */
  async follow(signal: AbortSignal): Promise<void> {
    for (let pauseMs = 50; !signal.aborted; pauseMs = Math.min(pauseMs * 2, LONGEST_PAUSE_MS)) {
      try {
        for await (const line of this.client.feed(this.#isSure ? this.#revision : 0, signal)) {
          await this.#take(line);
          pauseMs = 50;
        }
      } catch (error) {
        if (signal.aborted) return;
        if (error instanceof ControlRefusal && error.status === 401) { this.doubt(); this.events.unknown(); }
        this.log.debug({ err: error, revision: this.#revision }, 'the feed broke; it is taken up again');
      }
      await pause(pauseMs, signal);
    }
  }

  async #take(line: FeedLine): Promise<void> {
    if (line.type === 'ping') return this.events.applied(this.#revision);
    if (line.type === 'job') return this.events.job(line.id);
    const fetch: Fetch = digests => this.client.documents(digests);
    if (line.type === 'delta') {
      await this.#apply(line.revision, new Map(Object.entries(line.set)), line.drop, fetch);
      const isLong = this.#hasBase && this.lastGood.append({ revision: line.revision, set: line.set, drop: line.drop, failed: Object.keys(line.set).filter(key => this.#failures.has(key)) });
      if (isLong || !this.#hasBase) this.#keepBase();
    } else {
      const wanted = new Map(Object.entries(line.pointers));
      const changed = new Map([...wanted].filter(([key, digest]) => this.#pointers.get(key) !== digest || this.#failures.has(key)));
      await this.#apply(line.revision, changed, [...this.#pointers.keys()].filter(key => !wanted.has(key)), fetch);
      this.#isSure = true;
      this.#keepBase();
    }
    this.events.applied(this.#revision);
  }

  #keepBase(): void {
    this.lastGood.reset({ revision: this.#revision, pointers: this.#pointers, before: this.#before, failed: new Set(this.#failures.keys()) });
    this.#hasBase = true;
  }

  async #apply(revision: number, set: ReadonlyMap<string, string>, drop: readonly string[], fetch: Fetch): Promise<void> {
    const { failures, warnings } = await this.#serve(set, drop, fetch);
    for (const key of drop) for (const kept of [this.#pointers, this.#before, this.#failures]) kept.delete(key);
    for (const [key, digest] of set) {
      const present = this.#pointers.get(key);
      if (present !== digest) noteBefore(this.#before, key, present, this.#failures.has(key));
      this.#pointers.set(key, digest);
      this.#failures.delete(key);
    }
    for (const { pointer, reason } of failures) {
      this.#failures.set(pointer, reason);
      this.log.error({ pointer, reason, revision }, 'a document cannot be served; the last good one stays');
    }
    for (const warning of warnings) this.log.warn({ ...warning }, 'a route cannot work as configured');
    this.#revision = revision;
  }

  /** Reads what pointers name and puts it in force; what cannot be read or served is told. */
  async #serve(set: ReadonlyMap<string, string>, drop: readonly string[], fetch: Fetch): Promise<ReturnType<Board['apply']>> {
    const texts = await this.#texts([...new Set(set.values())], fetch);
    const documents = new Map<string, SnapshotDocument>();
    const unreadable: Failure[] = [];
    for (const [pointer, digest] of set) {
      const document = read(texts.get(digest));
      if (document instanceof Error) unreadable.push({ pointer, reason: document.message });
      else documents.set(pointer, document);
    }
    const snapshots = await this.#snapshots(documents, fetch);
    const { failures, warnings } = this.board.apply({ set: documents, snapshots, drop });
    return { failures: [...unreadable, ...failures], warnings };
  }

  /** The frozen apis that stages name, by digest. One that cannot be read stays out, and its stage is reported. */
  async #snapshots(documents: ReadonlyMap<string, SnapshotDocument>, fetch: Fetch): Promise<ReadonlyMap<string, ApiSnapshot>> {
    const named = [...new Set([...documents.values()].flatMap(document => [...digestsNamedBy(document)]))];
    const snapshots = new Map<string, ApiSnapshot>();
    for (const [digest, text] of await this.#texts(named, fetch)) {
      const document = read(text);
      if (!(document instanceof Error) && document.kind === 'api') snapshots.set(digest, document);
    }
    return snapshots;
  }

  /** Texts from disk where they are, else from the control tower; what does not match its digest is refused. */
  async #texts(digests: readonly string[], fetch: Fetch): Promise<ReadonlyMap<string, string>> {
    const texts = new Map<string, string>();
    const missing: string[] = [];
    const breath = new Breath();
    for (const digest of digests) {
      await breath.take();
      const text = this.lastGood.document(digest);
      if (text === null) missing.push(digest);
      else texts.set(digest, text);
    }
    if (missing.length === 0) return texts;
    for (const [digest, text] of await fetch(missing)) {
      await breath.take();
      if (digestOf(text) !== digest) throw new Error(`document ${digest} arrived damaged`);
      this.lastGood.store(digest, text);
      texts.set(digest, text);
    }
    return texts;
  }
}

/** Work of this long is broken off for the requests that wait: ten thousand new keys must not hold up a single call. */
const LONGEST_WORK_MS = 5;

class Breath {
  #sinceMs = performance.now();

  async take(): Promise<void> {
    if (performance.now() - this.#sinceMs < LONGEST_WORK_MS) return;
    await new Promise(resolve => setImmediate(resolve));
    this.#sinceMs = performance.now();
  }
}

function read(text: string | undefined): SnapshotDocument | Error {
  if (text === undefined) return new UnreadableDocument('the document is missing');
  try {
    return parseDocument(text);
  } catch (error) {
    return error as Error;
  }
}
