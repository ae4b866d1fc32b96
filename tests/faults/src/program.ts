import { spawn, type ChildProcess } from 'node:child_process';
import { ask, eventually } from '@gatehouse/tests-system';

/** One of our programs as a process that can be started, ended and started again. */
export class Program {
  #child: ChildProcess | null = null;
  #printed = '';

  constructor(readonly name: string, private readonly args: readonly string[], private readonly environment: Readonly<Record<string, string>>) {}

  /** The last it printed, over all its starts. */
  get printed(): string {
    return this.#printed;
  }

  get isRunning(): boolean {
    return this.#child !== null && this.#child.exitCode === null && this.#child.signalCode === null;
  }

  get pid(): number {
    if (this.#child?.pid === undefined) throw new Error(`${this.name} was never started`);
    return this.#child.pid;
  }

  start(): void {
    const child = spawn(process.execPath, this.args, { env: { PATH: process.env['PATH'], GATEHOUSE_BIND: '127.0.0.1', ...this.environment }, stdio: ['ignore', 'pipe', 'pipe'] });
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => { this.#printed = (this.#printed + chunk).slice(-20_000); });
    this.#child = child;
  }

  /** Waits for a 200 of `url`, or tells what the program printed. */
  async answers(url: string): Promise<void> {
    await eventually(async () => {
      if (!this.isRunning) throw new Error(`${this.name} ended: ${this.#printed}`);
      return (await ask(url)).status === 200 ? true : null;
    }, 30_000);
  }

  kill(signal: NodeJS.Signals): void {
    this.#child?.kill(signal);
  }

  /** Sends a signal and waits for the end; the exit code, or null when the signal ended it. */
  end(signal: NodeJS.Signals): Promise<number | null> {
    const child = this.#child;
    return new Promise(resolve => {
      if (child === null || child.exitCode !== null || child.signalCode !== null) return resolve(child?.exitCode ?? null);
      child.once('exit', code => resolve(code));
      child.kill(signal);
    });
  }
}

/** The p-th part of what was measured, e.g. 0.99. */
export function quantile(measured: readonly number[], p: number): number {
  const sorted = [...measured].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(p * sorted.length))] ?? NaN;
}
