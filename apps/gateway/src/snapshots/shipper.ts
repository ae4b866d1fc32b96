import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { TelemetryBatch, type MetricRow, type UsageRow } from '@gatehouse/contract-snapshot';
import type { Logger } from 'pino';
import { ControlRefusal } from '@gatehouse/data-link';

/** Usage is right within a second: two of these fit in one. */
const EVERY_MS = 400;
const ROWS_IN_A_BATCH = 2_000;
/** While the control tower is dark this many batches wait; then the oldest metrics go, usage never. */
const MOST_BATCHES = 500;

export interface TelemetrySources { drainMetrics(): MetricRow[]; drainUsage(): UsageRow[] }

/** Ships what was counted, in numbered batches: a batch is sent until it was heard, and counted once however often it arrives. */
export class Shipper {
  #queue: TelemetryBatch[] = [];
  #sequence = 0;
  #timer: NodeJS.Timeout | null = null;
  #sending: Promise<void> = Promise.resolve();
  readonly #spool: string;

  constructor(folder: string, private readonly boot: string, private readonly sources: TelemetrySources, private readonly ship: (batch: TelemetryBatch) => Promise<void>, private readonly log: Logger) {
    this.#spool = path.join(folder, 'telemetry-spool.json');
    this.#queue = this.#readSpool();
  }

  start(): void {
    this.#timer = setInterval(() => { this.#sending = this.#sending.then(() => this.flush()); }, EVERY_MS);
  }

  /** Sends what is there; what cannot be sent now lies on disk for the next start. */
  async stop(): Promise<void> {
    if (this.#timer !== null) clearInterval(this.#timer);
    await this.#sending;
    await this.flush();
  }

  /** One round: collect, send in order, keep the rest. Never throws. */
  async flush(): Promise<void> {
    this.#collect();
    const before = this.#queue.length;
    while (this.#queue.length > 0) {
      try {
        await this.ship(this.#queue[0]!);
      } catch (error) {
        if (!(error instanceof ControlRefusal) || error.status !== 400) break;
        this.log.error({ err: error }, 'a batch of telemetry was refused and is dropped');
      }
      this.#queue.shift();
    }
    if (this.#queue.length > 0 || before > 1) this.#writeSpool();
  }

  #collect(): void {
    const usage = this.sources.drainUsage();
    const metrics = this.sources.drainMetrics();
    for (let from = 0; from === 0 ? usage.length + metrics.length > 0 : from < Math.max(usage.length, metrics.length); from += ROWS_IN_A_BATCH) {
      this.#queue.push({ boot: this.boot, sequence: ++this.#sequence, usage: usage.slice(from, from + ROWS_IN_A_BATCH), metrics: metrics.slice(from, from + ROWS_IN_A_BATCH) });
    }
    this.#bound();
  }

  /**
   * The second and third batch of one boot become one: their usage is added up, the older metrics are let go. The first may have arrived
   * with its answer lost, so it keeps its number and its rows.
   */
  #bound(): void {
    while (this.#queue.length > MOST_BATCHES) {
      const at = this.#queue.findIndex((batch, index) => index > 0 && batch.boot === this.#queue[index + 1]?.boot);
      if (at < 0) { this.#queue.shift(); continue; }
      const [older, newer] = [this.#queue[at]!, this.#queue[at + 1]!];
      this.#queue.splice(at, 2, { ...newer, usage: addUp([...older.usage, ...newer.usage]) });
    }
  }

  #readSpool(): TelemetryBatch[] {
    if (!existsSync(this.#spool)) return [];
    try {
      return TelemetryBatch.array().parse(JSON.parse(readFileSync(this.#spool, 'utf8')));
    } catch (error) {
      this.log.warn({ err: error }, 'the telemetry spool cannot be read and is set aside');
      renameSync(this.#spool, `${this.#spool}.damaged`);
      return [];
    }
  }

  #writeSpool(): void {
    if (this.#queue.length === 0) return rmSync(this.#spool, { force: true });
    writeFileSync(`${this.#spool}.new`, JSON.stringify(this.#queue), { mode: 0o600 });
    renameSync(`${this.#spool}.new`, this.#spool);
  }
}

function addUp(rows: readonly UsageRow[]): UsageRow[] {
  const sums = new Map<string, UsageRow>();
  for (const row of rows) {
    const key = `${row.usagePlanId}/${row.apiKeyId}/${row.day}`;
    sums.set(key, { ...row, used: row.used + (sums.get(key)?.used ?? 0) });
  }
  return [...sums.values()];
}
