import { mkdtempSync, chmodSync, rmSync, existsSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { afterAll, describe, expect, it } from 'vitest';
import { reachableFolder, startPostgres, type EmbeddedPostgres } from './postgres.js';

const folder = mkdtempSync(path.join(os.tmpdir(), 'gatehouse-pg-'));
chmodSync(folder, 0o755);
const running: EmbeddedPostgres[] = [];

async function ask(url: string, sql: string): Promise<unknown> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return (await client.query(sql)).rows[0];
  } finally {
    await client.end();
  }
}

afterAll(async () => {
  for (const server of running) await server.stop();
  rmSync(folder, { recursive: true, force: true });
});

describe('startPostgres', { timeout: 60_000 }, () => {
  it('refuses a client without the password', async () => {
    const server = await startPostgres({ folder, durable: false });
    running.push(server);
    await expect(ask(`postgres://gatehouse:wrong@127.0.0.1:${server.port}/postgres`, 'select 1')).rejects.toThrow(/password/);
    expect(await ask(server.url(), 'select 1 as one')).toEqual({ one: 1 });
  });

  it('adopts the server that a killed parent left behind', async () => {
    const again = await startPostgres({ folder, durable: false });
    expect(again.pid).toBe(running[0]!.pid);
    expect(again.port).toBe(running[0]!.port);
  });

  it('keeps its rows when the server itself is killed', async () => {
    const [server] = running;
    await ask(server!.url(), 'create table kept(n int)');
    await ask(server!.url(), 'insert into kept values (7)');
    await ask(server!.url(), 'checkpoint');
    process.kill(server!.pid, 'SIGKILL');
    await new Promise(resolve => setTimeout(resolve, 200));
    const next = await startPostgres({ folder, durable: false });
    running[0] = next;
    expect(await ask(next.url(), 'select n from kept')).toEqual({ n: 7 });
  });

  it('stops, and removes its lock file', async () => {
    await running[0]!.stop();
    expect(existsSync(path.join(folder, 'data', 'postmaster.pid'))).toBe(false);
  });
});

describe.runIf(process.getuid?.() === 0)('reachableFolder for root', () => {
  it('moves out of a folder below a closed home and leaves its mode alone', () => {
    const home = mkdtempSync(path.join(os.tmpdir(), 'closed-home-'));
    chmodSync(home, 0o700);
    const name = `spec-${process.pid}`;
    const { folder: moved, moved: isMoved } = reachableFolder(path.join(home, 'clone', '.gatehouse', 'postgres'), name);
    expect(isMoved).toBe(true);
    expect(moved).toBe(`/var/lib/gatehouse/${name}`);
    rmSync(moved, { recursive: true });
    rmSync(home, { recursive: true });
  });
});
