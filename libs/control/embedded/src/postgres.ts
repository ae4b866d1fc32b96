import { spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chmodSync, chownSync, closeSync, existsSync, mkdirSync, openSync, readdirSync, readFileSync, readlinkSync, realpathSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import { findBinaries, type Binaries, type RunAs } from './binaries.js';

export interface EmbeddedPostgres {
  readonly port: number;
  readonly pid: number;
  /** A connection URL with the password, for the database given. */
  url(database?: string): string;
  /** Ends the server: a fast shutdown that finishes no client's work but loses nothing committed. */
  stop(): Promise<void>;
}

export interface PostgresOptions {
  /** Folder of the cluster and its log; made when absent. Must be enterable by the user that PostgreSQL runs as (see `reachableDataDir`). */
  readonly folder: string;
  /** 0 or absent: any free port. */
  readonly port?: number;
  /** false trades safety for speed; for tests only. */
  readonly durable?: boolean;
}

const SUPERUSER = 'gatehouse';

/** Starts the cluster in `folder`, making it first when there is none, or adopts the server that a killed parent left running there. */
export async function startPostgres({ folder, port, durable = true }: PostgresOptions): Promise<EmbeddedPostgres> {
  const binaries = await findBinaries();
  const data = path.join(folder, 'data');
  mkdirSync(folder, { recursive: true });
  const password = readPassword(folder);
  if (!existsSync(path.join(data, 'PG_VERSION'))) initialise(binaries, data, password, durable);
  const running = adopt(data);
  if (running === null) await clearLock(data);
  const { pid, port: at } = running ?? (await launch(binaries, folder, data, port || (await freePort()), durable));
  await untilReady(at, pid, path.join(folder, 'postgres.log'));
  return {
    port: at,
    pid,
    url: (database = 'postgres') => `postgres://${SUPERUSER}:${password}@127.0.0.1:${at}/${database}`,
    stop: () => stop(pid),
  };
}

/** The password lies beside the cluster with mode 0600: other users of this machine can reach the port, but not this file. */
function readPassword(folder: string): string {
  const file = path.join(folder, 'password');
  if (existsSync(file)) return readFileSync(file, 'utf8').trim();
  const password = randomBytes(24).toString('base64url');
  writeFileSync(file, password, { mode: 0o600 });
  return password;
}

/** initdb works in a side folder that is renamed at the end, so a kill in between leaves no half cluster. */
function initialise({ initdb, runAs }: Binaries, data: string, password: string, durable: boolean): void {
  const side = `${data}.init-${process.pid}`;
  rmSync(side, { recursive: true, force: true });
  mkdirSync(side, { mode: 0o700 });
  const secret = `${side}.password`;
  writeFileSync(secret, password, { mode: 0o600 });
  lend(side, runAs);
  lend(secret, runAs);
  const args = ['-D', side, '-U', SUPERUSER, '--auth=scram-sha-256', `--pwfile=${secret}`, '-E', 'UTF8', '--locale=C', ...(durable ? [] : ['--no-sync'])];
  const result = spawnSync(initdb, args, { ...runAs, cwd: '/', encoding: 'utf8' });
  rmSync(secret, { force: true });
  if (result.status !== 0) {
    rmSync(side, { recursive: true, force: true });
    throw new Error(`PostgreSQL could not make its data folder ${data}: ${result.stderr || result.error?.message || `exit ${result.status}`}`);
  }
  rmSync(data, { recursive: true, force: true });
  renameSync(side, data);
}

const lend = (file: string, { uid, gid }: RunAs): void => { if (uid !== undefined && gid !== undefined) chownSync(file, uid, gid); };

/** postmaster.pid names a server that may still run. It counts only when that process is a postgres of this very folder. */
function adopt(data: string): { pid: number; port: number } | null {
  const file = path.join(data, 'postmaster.pid');
  if (!existsSync(file)) return null;
  const lines = readFileSync(file, 'utf8').split('\n');
  const pid = Number(lines[0]);
  const port = Number(lines[3]);
  if (!isAlive(pid) || !port) return null;
  // The number may have been given to another program after a crash.
  const isOurs = process.platform !== 'linux' || [data, 'postgres'].every(word => readProc(pid).includes(word));
  return isOurs ? { pid, port } : null;
}

/**
 * Removes the lock file of a server that is dead for certain. PostgreSQL itself would refuse to start while the old number exists at all:
 * given to another program, or (in a container without an init process) as a zombie that nobody reaps. The dead server's own
 * children work inside the data folder; they are waited for, so that two generations never share it.
 */
async function clearLock(data: string): Promise<void> {
  const file = path.join(data, 'postmaster.pid');
  if (!existsSync(file)) return;
  const deadline = Date.now() + 10_000;
  while (process.platform === 'linux' && livesInside(data)) {
    if (Date.now() > deadline) return;
    await new Promise(resolve => setTimeout(resolve, 50));
  }
  rmSync(file, { force: true });
}

const livesInside = (folder: string): boolean => readdirSync('/proc').some(name => {
  if (!/^\d+$/.test(name)) return false;
  try {
    return readlinkSync(`/proc/${name}/cwd`) === realpathSync(folder);
  } catch {
    // It ended meanwhile, is a zombie, or belongs to somebody else: none of these works in our folder.
    return false;
  }
});

function readProc(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return '';
    throw error;
  }
}

async function launch({ postgres, runAs }: Binaries, folder: string, data: string, port: number, durable: boolean): Promise<{ pid: number; port: number }> {
  const log = openSync(path.join(folder, 'postgres.log'), 'a', 0o600);
  const settings = [
    'listen_addresses=127.0.0.1', 'unix_socket_directories=', 'max_connections=200', 'log_min_messages=warning',
    ...(durable ? [] : ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off']),
  ].flatMap(setting => ['-c', setting]);
  const child = spawn(postgres, ['-D', data, '-p', String(port), ...settings], { ...runAs, cwd: '/', stdio: ['ignore', log, log], detached: true });
  closeSync(log);
  child.unref();
  const pid = await new Promise<number>((resolve, reject) => {
    child.once('error', reject);
    child.once('spawn', () => resolve(child.pid!));
  });
  return { pid, port };
}

async function untilReady(port: number, pid: number, log: string): Promise<void> {
  const deadline = Date.now() + 30_000;
  while (Date.now() < deadline) {
    if (!isAlive(pid)) throw new Error(`PostgreSQL ended at once; its log ${log} says: ${existsSync(log) ? readFileSync(log, 'utf8').slice(-600) : '(nothing)'}`);
    if (await answersStartup(port)) return;
    await new Promise(resolve => setTimeout(resolve, 25));
  }
  throw new Error(`PostgreSQL did not accept connections on port ${port} within 30 s; see ${log}`);
}

/** True once the server asks for a password: while it recovers after a crash it answers 57P03 instead. */
function answersStartup(port: number): Promise<boolean> {
  return new Promise(resolve => {
    const socket = net.connect(port, '127.0.0.1');
    const done = (ready: boolean): void => { socket.destroy(); resolve(ready); };
    socket.setTimeout(2_000, () => done(false));
    socket.once('error', () => done(false));
    socket.once('connect', () => {
      const parameters = Buffer.from(`user\0${SUPERUSER}\0database\0postgres\0\0`);
      const head = Buffer.alloc(8);
      head.writeInt32BE(8 + parameters.length, 0);
      head.writeInt32BE(196_608, 4);
      socket.write(Buffer.concat([head, parameters]));
    });
    socket.once('data', (reply: Buffer) => done(reply[0] === 0x52 /* 'R': authentication request */));
    socket.once('close', () => done(false));
  });
}

async function stop(pid: number): Promise<void> {
  if (!isAlive(pid)) return;
  process.kill(pid, 'SIGINT');
  const deadline = Date.now() + 20_000;
  while (isAlive(pid) && Date.now() < deadline) await new Promise(resolve => setTimeout(resolve, 20));
  if (isAlive(pid)) process.kill(pid, 'SIGQUIT');
}

/** True for a process that runs; one that ended and waits to be reaped counts as gone. */
function isAlive(pid: number): boolean {
  if (!pid) return false;
  try {
    process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
  if (process.platform !== 'linux' || !existsSync(`/proc/${pid}/stat`)) return true;
  return readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.[0] !== 'Z';
}

const freePort = (): Promise<number> => new Promise((resolve, reject) => {
  const server = net.createServer();
  server.once('error', reject);
  server.listen(0, '127.0.0.1', () => {
    const { port } = server.address() as net.AddressInfo;
    server.close(() => resolve(port));
  });
});

/**
 * Where the cluster may lie. As root PostgreSQL runs as `nobody`, who cannot enter a folder below a 0700 home:
 * then the cluster goes to `/var/lib/gatehouse/{name}`, and the caller tells the user. Modes of existing folders are never loosened.
 */
export function reachableFolder(wanted: string, name: string): { readonly folder: string; readonly moved: boolean } {
  if (process.getuid?.() !== 0) return { folder: wanted, moved: false };
  mkdirSync(wanted, { recursive: true });
  for (let at = path.resolve(wanted); ; at = path.dirname(at)) {
    const isOurs = at === path.resolve(wanted);
    if (!isOurs && (statSync(at).mode & 0o001) === 0) {
      const folder = path.join('/var/lib/gatehouse', name);
      mkdirSync(folder, { recursive: true, mode: 0o711 });
      chmodSync('/var/lib/gatehouse', 0o711);
      return { folder, moved: true };
    }
    if (at === path.dirname(at)) return { folder: wanted, moved: false };
  }
}
