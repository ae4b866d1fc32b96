import { Inject, Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import type { Logger } from 'pino';
import { DataSource } from 'typeorm';
import { LOG } from '../platform/log-token.js';
import { Settings } from '../platform/settings.js';
import { Notifications } from './notifications.js';

/** The NOTIFY channel. Its payload is a hint; what counts is read from the table. */
export const CHANNEL = 'gatehouse_revisions';

/** What one revision changed: pointer key -> digest, and pointers that are gone. */
export interface Changes { readonly set: Readonly<Record<string, string>>; readonly drop: readonly string[] }
export interface Revision { readonly n: number; readonly changes: Changes }
export interface State { readonly revision: number; readonly pointers: Readonly<Record<string, string>> }
type Listener = (revision: Revision) => void;

/** A lost notification delays a gateway by no more than this. */
const POLL_MS = 1_000;

/**
 * Follows the revisions of the database and tells them, in order and without a gap, to whoever listens in this process.
 * NOTIFY only wakes: after every wake, and once a second, the table itself is read from the last number on.
 */
@Injectable()
export class Revisions implements OnApplicationBootstrap, OnApplicationShutdown {
  readonly #listeners = new Set<Listener>();
  #latest = 0;
  #timer: NodeJS.Timeout | null = null;
  #reading: Promise<void> | null = null;
  #isAgain = false;
  #isStopped = false;

  constructor(private readonly store: DataSource, private readonly settings: Settings, notifications: Notifications, @Inject(LOG) private readonly log: Logger) {
    notifications.on(CHANNEL, () => this.wake());
  }

  get latest(): number {
    return this.#latest;
  }

  async onApplicationBootstrap(): Promise<void> {
    this.#latest = (await this.state()).revision;
    this.#timer = setInterval(() => this.wake(), POLL_MS);
  }

  async onApplicationShutdown(): Promise<void> {
    this.#isStopped = true;
    if (this.#timer !== null) clearInterval(this.#timer);
    await this.#reading;
  }

  /** Hears every revision from now on; call the answer to stop. */
  subscribe(listener: Listener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** All pointers as of one revision: what a gateway without a past needs. */
  async state(): Promise<State> {
    const { accountId, region } = this.settings;
    return this.store.transaction('REPEATABLE READ', async manager => {
      const [{ n }]: [{ n: string | null }] = await manager.query('select max(n) as n from revisions where account_id = $1 and region = $2', [accountId, region]);
      const rows: { key: string; digest: string }[] = await manager.query('select key, digest from pointers where account_id = $1 and region = $2', [accountId, region]);
      return { revision: Number(n ?? 0), pointers: Object.fromEntries(rows.map(row => [row.key, row.digest])) };
    });
  }

  /** The revisions after `after`, or null when some of them were swept and only the whole state helps. */
  async since(after: number): Promise<readonly Revision[] | null> {
    const { accountId, region } = this.settings;
    const rows: { n: string; changes: Changes }[] = await this.store.query('select n, changes from revisions where account_id = $1 and region = $2 and n >= $3 order by n', [accountId, region, after]);
    if (after > 0 && (rows.length === 0 || Number(rows[0]!.n) !== after)) return null;
    return rows.map(({ n, changes }) => ({ n: Number(n), changes })).filter(({ n }) => n > after);
  }

  /** Reads what is new; many wakes at once cost one read. */
  wake(): void {
    if (this.#reading !== null) { this.#isAgain = true; return; }
    this.#reading = this.#read().catch((error: unknown) => this.log.warn({ err: error }, 'revisions could not be read; the next poll tries again')).finally(() => {
      this.#reading = null;
      if (this.#isAgain && !this.#isStopped) { this.#isAgain = false; this.wake(); }
    });
  }

  async #read(): Promise<void> {
    if (this.#isStopped) return;
    const { accountId, region } = this.settings;
    const rows: { n: string; changes: Changes }[] = await this.store.query('select n, changes from revisions where account_id = $1 and region = $2 and n > $3 order by n', [accountId, region, this.#latest]);
    for (const { n, changes } of rows) {
      this.#latest = Number(n);
      for (const listener of this.#listeners) listener({ n: Number(n), changes });
    }
  }
}
