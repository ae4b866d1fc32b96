import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { connect } from 'node:net';

/** The core that the measured process has to itself, and the one for origin and load. */
export const MEASURED_CORE = '0';
export const LOAD_CORE = '1';

const isHere = (command: string): boolean => {
  try {
    execFileSync('sh', ['-c', `command -v ${command}`], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
};

/** Makes sure that nginx, wrk and taskset are there: from PATH, or from Debian when we are root. Answers what is still missing. */
export function missingTools(): readonly string[] {
  const wanted: Readonly<Record<string, string>> = { nginx: 'nginx-light', wrk: 'wrk', taskset: 'util-linux' };
  const missing = Object.keys(wanted).filter(command => !isHere(command));
  if (missing.length > 0 && process.getuid?.() === 0 && isHere('apt-get')) {
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive', PATH: process.env['PATH'] ?? '' };
    execFileSync('apt-get', ['install', '-y', '--no-install-recommends', ...missing.map(command => wanted[command]!)], { stdio: 'ignore', env });
  }
  return Object.keys(wanted).filter(command => !isHere(command));
}

/** Starts a command on one core. Its output is shown only when it fails. */
export function startOn(core: string, command: string, args: readonly string[], env: Readonly<Record<string, string>> = {}): ChildProcess {
  const child = spawn('taskset', ['-c', core, command, ...args], { stdio: ['ignore', 'ignore', 'inherit'], env: { ...process.env, ...env } });
  child.on('exit', code => { if (code !== null && code !== 0) console.error(`${command} ${args.join(' ')} ended with ${code}`); });
  return child;
}

/** Runs a command on one core to its end and answers what it printed. */
export const runOn = (core: string, command: string, args: readonly string[]): Promise<string> => new Promise((resolve, reject) => {
  const child = spawn('taskset', ['-c', core, command, ...args], { stdio: ['ignore', 'pipe', 'inherit'] });
  let text = '';
  child.stdout.on('data', (chunk: Buffer) => { text += chunk.toString(); });
  child.on('error', reject);
  child.on('exit', code => (code === 0 ? resolve(text) : reject(new Error(`${command} ended with ${code}`))));
});

/** Waits until somebody listens. */
export async function untilListening(port: number, timeoutMs = 10_000): Promise<void> {
  const until = Date.now() + timeoutMs;
  while (Date.now() < until) {
    const isOpen = await new Promise<boolean>(resolve => {
      const socket = connect(port, '127.0.0.1', () => { socket.destroy(); resolve(true); });
      socket.on('error', () => resolve(false));
    });
    if (isOpen) return;
    await new Promise(resolve => setTimeout(resolve, 50));
  }
  throw new Error(`nobody listens on port ${port}`);
}
