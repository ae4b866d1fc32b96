import { chmodSync, existsSync, mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { GetRestApisCommand } from '@aws-sdk/client-api-gateway';
import { afterAll, describe, expect, it } from 'vitest';
import { client, newApi } from './pet-api.js';
import { startProduct, type Product } from './product.js';

const home = mkdtempSync(path.join(os.tmpdir(), 'closed-home-'));
const moved: string[] = [];
const running: Product[] = [];
afterAll(async () => {
  for (const product of running) await product.stop();
  for (const folder of [home, ...moved]) rmSync(folder, { recursive: true, force: true });
});

describe.runIf(process.getuid?.() === 0)('a clone below a home that nobody else may enter, started by root', () => {
  it('starts, says where the database lies, keeps its data over a restart, and leaves the home closed', async () => {
    chmodSync(home, 0o700);
    const dataDir = path.join(home, 'clone', '.gatehouse');
    mkdirSync(dataDir, { recursive: true });
    const first = await startProduct({ dataDir });
    running.push(first);
    const folder = /embedded PostgreSQL in (\S+)/.exec(first.printed())![1]!;
    moved.push(path.resolve(folder));
    expect(first.printed()).toContain('outside the data folder');
    expect(path.resolve(folder)).toMatch(/^\/var\/lib\/gatehouse\/postgres-[0-9a-f]{12}$/);
    const { restApiId } = await newApi(client(first), 'kept');
    expect(await first.stop()).toBe(0);

    const again = await startProduct({ dataDir });
    running.push(again);
    const { items } = await client(again).send(new GetRestApisCommand({}));
    expect(items!.map(api => api.id)).toEqual([restApiId]);
    expect(await again.stop()).toBe(0);
    expect(statSync(home).mode & 0o777).toBe(0o700);

    // The data folder removed: its key is gone with it, so the old cluster is set aside and the start is a first one again.
    rmSync(dataDir, { recursive: true });
    mkdirSync(dataDir);
    const fresh = await startProduct({ dataDir });
    running.push(fresh);
    moved.push(/was set aside: (\S+)/.exec(fresh.printed())![1]!);
    expect((await client(fresh).send(new GetRestApisCommand({}))).items).toEqual([]);
    expect(await fresh.stop()).toBe(0);
    expect(existsSync(path.join(dataDir, 'postgres', 'data'))).toBe(false);
  });
});
