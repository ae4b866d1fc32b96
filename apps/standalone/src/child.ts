import { spawn, type ChildProcess } from 'node:child_process';
import { closeSync, existsSync, mkdirSync, openSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { end, isProgram } from './processes.js';

export interface ChildSpec {
  readonly name: string;
  /** The compiled entry, from the root of the checkout. */
  readonly script: string;
  readonly nodeArguments?: readonly string[];
  readonly environment: Readonly<Record<string, string>>;
  /** How long it may take to finish its work when asked to stop. */
  readonly patienceMs: number;
}

const FIRST_PAUSE_MS = 200;
const LONGEST_PAUSE_MS = 10_000;
/** A child that ran this long had started well: the next pause is short again. */
const WELL_MS = 30_000;
const LARGEST_LOG = 10 * 1024 * 1024;

/** One app as a process of its own: pid file, log file, restart with a growing pause. */
export class Child {
  #process: ChildProcess | null = null;
  #pauseMs = FIRST_PAUSE_MS;
  #timer: NodeJS.Timeout | null = null;
  #isStopping = false;
  readonly #pidFile: string;
  readonly logFile: string;

  constructor(private readonly root: string, dataDir: string, private readonly spec: ChildSpec, private readonly tell: (line: string) => void) {
    mkdirSync(path.join(dataDir, 'run'), { recursive: true });
    mkdirSync(path.join(dataDir, 'logs'), { recursive: true });
    this.#pidFile = path.join(dataDir, 'run', `${spec.name}.pid`);
    this.logFile = path.join(dataDir, 'logs', `${spec.name}.log`);
  }

  /** Ends what a killed supervisor left behind, so that its port is free. */
  async clearOrphan(): Promise<void> {
    if (!existsSync(this.#pidFile)) return;
    const pid = Number(readFileSync(this.#pidFile, 'utf8'));
    if (isProgram(pid, this.#script)) await end(pid, this.spec.patienceMs);
    rmSync(this.#pidFile, { force: true });
  }

  start(): void {
    const log = this.#openLog();
    const startedMs = Date.now();
    // A group of its own: Ctrl-C reaches the supervisor alone, which then stops everything in order.
    const child = spawn(process.execPath, [...(this.spec.nodeArguments ?? []), this.#script], {
      cwd: this.root, env: { ...process.env, ...this.spec.environment }, stdio: ['ignore', log, log], detached: true,
    });
    closeSync(log);
    this.#process = child;
    if (child.pid !== undefined) writeFileSync(this.#pidFile, String(child.pid));
    child.once('error', error => this.tell(`${this.spec.name} could not be started: ${error.message}`));
    child.once('exit', (code, signal) => this.#ended(code, signal, Date.now() - startedMs));
  }

  async stop(): Promise<void> {
    this.#isStopping = true;
    if (this.#timer !== null) clearTimeout(this.#timer);
    if (this.#process?.pid !== undefined) await end(this.#process.pid, this.spec.patienceMs);
    rmSync(this.#pidFile, { force: true });
  }

  get #script(): string {
    return path.join(this.root, this.spec.script);
  }

  #ended(code: number | null, signal: NodeJS.Signals | null, ranMs: number): void {
    this.#process = null;
    if (this.#isStopping) return;
    this.#pauseMs = ranMs > WELL_MS ? FIRST_PAUSE_MS : Math.min(this.#pauseMs * 2, LONGEST_PAUSE_MS);
    this.tell(`${this.spec.name} ended (${signal ?? `exit ${code}`}); it starts again in ${this.#pauseMs} ms. Its log: ${this.logFile}`);
    this.#timer = setTimeout(() => this.start(), this.#pauseMs);
  }

  #openLog(): number {
    if (existsSync(this.logFile) && statSync(this.logFile).size > LARGEST_LOG) renameSync(this.logFile, `${this.logFile}.1`);
    return openSync(this.logFile, 'a', 0o600);
  }
}
