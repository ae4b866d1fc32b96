import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { TelemetryBatch, UsageRow } from '@gatehouse/contract-snapshot';
import { pino } from 'pino';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ControlRefusal } from '@gatehouse/data-link';
import { Shipper } from './shipper.js';

let folder: string;
let arrived: TelemetryBatch[];
let failure: Error | null;
let pending: UsageRow[];
beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'shipper-'));
  [arrived, failure, pending] = [[], null, []];
});
afterEach(() => rmSync(folder, { recursive: true }));

const shipper = (boot = 'boot-1'): Shipper => new Shipper(folder, boot, { drainMetrics: () => [], drainUsage: () => pending.splice(0) }, async batch => { if (failure) throw failure; arrived.push(batch); }, pino({ level: 'silent' }));
const use = (used: number): void => { pending.push({ usagePlanId: 'p', apiKeyId: 'k', day: '2026-11-20', used }); };
const total = (): number => arrived.flatMap(batch => batch.usage).reduce((sum, row) => sum + row.used, 0);

describe('Shipper', () => {
  it('sends nothing when there is nothing, and numbers batches from one', async () => {
    const one = shipper();
    await one.flush();
    use(1);
    await one.flush();
    use(2);
    await one.flush();
    expect(arrived.map(batch => [batch.boot, batch.sequence])).toEqual([['boot-1', 1], ['boot-1', 2]]);
  });

  it('keeps what cannot be sent, in order, and sends it with the next that can', async () => {
    const one = shipper();
    failure = new Error('dark');
    for (let i = 0; i < 5; i++) { use(1); await one.flush(); }
    failure = null;
    await one.flush();
    expect(arrived.map(batch => batch.sequence)).toEqual([1, 2, 3, 4, 5]);
    expect(existsSync(path.join(folder, 'telemetry-spool.json'))).toBe(false);
  });

  it('ships after a restart what it had spooled, under the old boot and number, so that nothing counts twice', async () => {
    failure = new Error('dark');
    use(7);
    await shipper().stop();
    failure = null;
    use(1);
    await shipper('boot-2').flush();
    expect(arrived.map(batch => [batch.boot, batch.sequence, batch.usage[0]!.used])).toEqual([['boot-1', 1, 7], ['boot-2', 1, 1]]);
  });

  it('loses no usage however long the dark is', async () => {
    const one = shipper();
    failure = new Error('dark');
    for (let i = 0; i < 700; i++) { use(1); await one.flush(); }
    failure = null;
    await one.flush();
    expect(arrived.length).toBeLessThanOrEqual(500);
    expect(total()).toBe(700);
  });

  it('drops a batch that the control tower refuses for good, and goes on', async () => {
    const one = shipper();
    failure = new ControlRefusal(400, 'no');
    use(1);
    await one.flush();
    failure = null;
    use(2);
    await one.flush();
    expect(total()).toBe(2);
  });

  it('sets a damaged spool aside and starts all the same', async () => {
    writeFileSync(path.join(folder, 'telemetry-spool.json'), '[{"boot":');
    use(3);
    await shipper().flush();
    expect(total()).toBe(3);
    expect(readdirSync(folder)).toContain('telemetry-spool.json.damaged');
  });
});
