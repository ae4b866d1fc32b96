import { Inject, Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import type { Logger } from 'pino';
import { LOG } from '../platform/log-token.js';
import { Settings } from '../platform/settings.js';
import { IngestStore } from './ingest-store.js';

const DAY_MS = 86_400_000;
const AHEAD_DAYS = 3;
const BACK_DAYS = 2;
const LOCK = 4003;

/** Keeps a partition of metrics for each day around today, and drops whole days when they are older than the retention. */
@Injectable()
export class Partitions implements OnApplicationBootstrap, OnApplicationShutdown {
  #timer: NodeJS.Timeout | null = null;

  constructor(private readonly ingest: IngestStore, private readonly settings: Settings, @Inject(LOG) private readonly log: Logger) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.keep(Date.now());
    this.#timer = setInterval(() => this.keep(Date.now()).catch((error: unknown) => this.log.warn({ err: error }, 'partitions of metrics could not be kept; the next hour tries again')), 3_600_000);
  }

  onApplicationShutdown(): void {
    if (this.#timer !== null) clearInterval(this.#timer);
  }

  async keep(nowMs: number): Promise<void> {
    await this.ingest.store.transaction(async manager => {
      await manager.query('select pg_advisory_xact_lock($1)', [LOCK]);
      for (let day = -BACK_DAYS; day <= AHEAD_DAYS; day++) {
        const from = dayStart(nowMs + day * DAY_MS);
        await manager.query(`create table if not exists metric_minutes_${from.replaceAll('-', '')} partition of metric_minutes for values from ('${from}') to ('${dayStart(nowMs + (day + 1) * DAY_MS)}')`);
      }
      const rows: { name: string }[] = await manager.query("select c.relname as name from pg_inherits i join pg_class c on c.oid = i.inhrelid join pg_class p on p.oid = i.inhparent where p.relname = 'metric_minutes'");
      const oldest = `metric_minutes_${dayStart(nowMs - this.settings.retentionDays * DAY_MS).replaceAll('-', '')}`;
      for (const { name } of rows) if (name < oldest) await manager.query(`drop table ${name}`);
    });
  }
}

const dayStart = (ms: number): string => new Date(ms).toISOString().slice(0, 10);
