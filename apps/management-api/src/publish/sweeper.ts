import { Inject, Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import type { Logger } from 'pino';
import { DataSource } from 'typeorm';
import { LOG } from '../platform/log-token.js';
import { Settings } from '../platform/settings.js';

const EVERY_MS = 3_600_000;

/** Takes away what nobody points at any more: old revisions, documents without a pointer or a deployment, sessions and batches of the past. */
@Injectable()
export class Sweeper implements OnApplicationBootstrap, OnApplicationShutdown {
  #timer: NodeJS.Timeout | null = null;

  constructor(private readonly store: DataSource, private readonly settings: Settings, @Inject(LOG) private readonly log: Logger) {}

  onApplicationBootstrap(): void {
    this.#timer = setInterval(() => this.sweep().catch((error: unknown) => this.log.warn({ err: error }, 'the sweep failed; the next hour tries again')), EVERY_MS);
  }

  onApplicationShutdown(): void {
    if (this.#timer !== null) clearInterval(this.#timer);
  }

  async sweep(): Promise<void> {
    const place = [this.settings.accountId, this.settings.region];
    // The newest revision always stays: it is the number that gateways resume from.
    await this.store.query("delete from revisions where account_id = $1 and region = $2 and created_at < now() - interval '1 day' and n < (select max(n) from revisions where account_id = $1 and region = $2)", place);
    await this.store.query(
      `delete from documents d where account_id = $1 and region = $2 and updated_at < now() - interval '1 day'
         and not exists (select 1 from pointers p where p.account_id = $1 and p.region = $2 and p.digest = d.digest)
         and not exists (select 1 from deployments x where x.account_id = $1 and x.region = $2 and x.snapshot_digest = d.digest)`, place);
    await this.store.query('delete from sessions where account_id = $1 and region = $2 and expires_at < now()', place);
    await this.store.query("delete from gateway_jobs where account_id = $1 and region = $2 and created_at < now() - interval '10 minutes'", place);
    await this.store.query("delete from telemetry_batches where account_id = $1 and region = $2 and updated_at < now() - interval '7 days'", place);
  }
}
