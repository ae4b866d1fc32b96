import { Inject, Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { ServiceFault } from '@gatehouse/contract-wire';
import pg from 'pg';
import type { Logger } from 'pino';
import { Patience } from '../door/patience.js';
import { LOG } from './log-token.js';
import { Settings } from './settings.js';

const EVERY_MS = 400;
/** An answer to `select 1` takes a millisecond; one that takes this long means that nothing else will be answered either. */
const PATIENCE_MS = 1_200;

/**
 * Looks after the database on a connection of its own. A dead one refuses connections by itself; a hung one would hold every caller until
 * the query's own limit, so whoever waits is let go with 503 as soon as the watch has given up.
 */
@Injectable()
export class DatabaseWatch extends Patience implements OnApplicationBootstrap, OnApplicationShutdown {
  #client: pg.Client | null = null;
  #timer: NodeJS.Timeout | null = null;
  #isDark = false;
  readonly #waiting = new Set<(reason: Error) => void>();

  constructor(private readonly settings: Settings, @Inject(LOG) private readonly log: Logger) {
    super();
  }

  onApplicationBootstrap(): void {
    this.#next();
  }

  async onApplicationShutdown(): Promise<void> {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
    await this.#client?.end();
  }

  /** Does the work, or throws 503: at once while the database is dark, and in the middle when it goes dark. */
  readonly guard = async <Output>(work: () => Promise<Output>): Promise<Output> => {
    if (this.#isDark) throw unavailable();
    let leave: (reason: Error) => void = () => undefined;
    const dark = new Promise<never>((_, reject) => { leave = reject; });
    this.#waiting.add(leave);
    try {
      return await Promise.race([work(), dark]);
    } finally {
      this.#waiting.delete(leave);
    }
  };

  #next(): void {
    this.#timer = setTimeout(() => {
      void this.#look().finally(() => { if (this.#timer !== null) this.#next(); });
    }, EVERY_MS);
  }

  async #look(): Promise<void> {
    try {
      const client = this.#client ?? (await this.#connect());
      await client.query({ text: 'select 1', query_timeout: PATIENCE_MS } as pg.QueryConfig);
      if (this.#isDark) this.log.info('the database answers again');
      this.#isDark = false;
    } catch (error) {
      if (!this.#isDark) this.log.warn({ err: error }, 'the database does not answer');
      this.#isDark = true;
      this.#drop();
      for (const leave of this.#waiting) leave(unavailable());
    }
  }

  async #connect(): Promise<pg.Client> {
    const client = new pg.Client({ connectionString: this.settings.databaseUrl, connectionTimeoutMillis: PATIENCE_MS, query_timeout: PATIENCE_MS });
    client.on('error', () => this.#drop());
    this.#client = client;
    await client.connect();
    return client;
  }

  #drop(): void {
    const client = this.#client;
    this.#client = null;
    client?.end().catch((error: unknown) => this.log.debug({ err: error }, 'a lost connection could not be closed'));
  }
}

const unavailable = (): ServiceFault => new ServiceFault('ServiceUnavailableException', 'The database does not answer', { 'Retry-After': '1' });
