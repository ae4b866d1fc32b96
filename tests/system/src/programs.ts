import { execFileSync, spawnSync } from 'node:child_process';

const onPath = (name: string): string | null => spawnSync('sh', ['-c', `command -v ${name}`], { encoding: 'utf8' }).stdout.trim() || null;

/** A program that the tests use as a user would: from PATH, else from Debian's package when we are root, else one sentence. */
export function program(name: string, debianPackage: string): string {
  const found = onPath(name) ?? onPath(`/usr/bin/${name}`);
  if (found !== null) return found;
  if (process.getuid?.() === 0 && onPath('apt-get') !== null) {
    spawnSync('apt-get', ['update', '-qq'], { stdio: 'ignore' });
    execFileSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', debianPackage], { stdio: 'ignore', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } });
    const installed = onPath(name);
    if (installed !== null) return installed;
  }
  throw new Error(`The tests need ${name}. Install it, e.g.: apt-get install ${debianPackage}`);
}
