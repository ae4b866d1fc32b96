import { Inject, Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import pg from 'pg';
import type { Logger } from 'pino';
import { LOG } from '../platform/log-token.js';
import { Settings } from '../platform/settings.js';

type Listener = (payload: string) => void;

/** A connection that was lost is made anew within this. */
const RETRY_MS = 1_000;

/** Hears PostgreSQL's NOTIFY on a connection of its own, because a pooled one is handed to others. What it tells is a hint: a lost one costs a poll, never a change. */
@Injectable()
export class Notifications implements OnApplicationBootstrap, OnApplicationShutdown {
  readonly #listeners = new Map<string, Listener[]>();
  #client: pg.Client | null = null;
  #timer: NodeJS.Timeout | null = null;

  constructor(private readonly settings: Settings, @Inject(LOG) private readonly log: Logger) {}

  /** Call it before the application starts: channels are named once, when a connection is made. */
  on(channel: string, listener: Listener): void {
    this.#listeners.set(channel, [...(this.#listeners.get(channel) ?? []), listener]);
  }

  async onApplicationBootstrap(): Promise<void> {
    await this.#listen();
    this.#timer = setInterval(() => { if (this.#client === null) void this.#listen(); }, RETRY_MS);
  }

  async onApplicationShutdown(): Promise<void> {
    if (this.#timer !== null) clearInterval(this.#timer);
    await this.#client?.end();
  }

  async #listen(): Promise<void> {
    const client = new pg.Client({ connectionString: this.settings.databaseUrl, connectionTimeoutMillis: 1_500, keepAlive: true });
    const lost = (): void => { if (this.#client === client) this.#client = null; };
    client.on('error', lost);
    client.on('end', lost);
    client.on('notification', ({ channel, payload = '' }) => { for (const listener of this.#listeners.get(channel) ?? []) listener(payload); });
    this.#client = client;
    try {
      await client.connect();
      for (const channel of this.#listeners.keys()) await client.query(`listen ${pg.escapeIdentifier(channel)}`);
    } catch (error) {
      lost();
      this.log.debug({ err: error }, 'cannot listen for notifications yet');
      // A connection that stands but does not listen would stay for ever, and one more with every try.
      await client.end().catch((reason: unknown) => this.log.debug({ err: reason }, 'a connection for notifications could not be ended'));
    }
  }
}
