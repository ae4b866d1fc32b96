import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { banner } from './banner.js';
import { Child, type ChildSpec } from './child.js';
import { Database } from './database.js';
import { takenPorts } from './ports.js';
import { isProgram } from './processes.js';
import type { Settings } from './settings.js';

const READY_MS = 120_000;

/** Starts the database, the migrations and each app in order, keeps them running, and stops them in the opposite order. */
export class Supervisor {
  #database: Database | null = null;
  #children: readonly Child[] = [];
  #stopping: Promise<void> | null = null;

  /** `script` is the program's name on its command line, by which a later start knows it again. */
  constructor(private readonly settings: Settings, private readonly script: string) {}

  async start(): Promise<void> {
    const startedMs = Date.now();
    const { dataDir, databaseUrl } = this.settings;
    mkdirSync(dataDir, { recursive: true });
    this.#claim();
    const isFirstRun = !existsSync(path.join(dataDir, 'credentials'));
    const tell = (line: string): void => console.log(`[gatehouse] ${line}`);

    // The rest of a killed run goes first: it holds our ports.
    for (const spec of this.#specs('')) await new Child(this.settings.root, dataDir, spec, tell).clearOrphan();
    const taken = await takenPorts(this.settings.bind, this.settings.ports);
    if (taken.length > 0) throw new Error(`Port ${taken.join(' and ')} is in use by another program. Stop it, or choose other ports (GATEHOUSE_PORT, GATEHOUSE_GATEWAY_PORT, ... see the README).`);

    if (databaseUrl === null) {
      this.#database = new Database(dataDir, tell);
      await this.#database.start();
    }
    const url = databaseUrl ?? this.#database!.url;
    this.#migrate(url);
    this.#children = this.#specs(url).map(spec => new Child(this.settings.root, dataDir, spec, tell));
    for (const child of this.#children) child.start();
    await this.#untilReady();
    console.log(banner(this.settings, { seconds: (Date.now() - startedMs) / 1000, databaseFolder: this.#database?.folder ?? null, isMoved: this.#database?.isMoved ?? false, isFirstRun }));
  }

  /** Gateways drain first, the database goes last. Calling it twice waits for the same stop. */
  stop(): Promise<void> {
    return this.#stopping ??= this.#stop();
  }

  async #stop(): Promise<void> {
    for (const child of [...this.#children].reverse()) await child.stop();
    await this.#database?.stop();
    rmSync(this.#pidFile, { force: true });
  }

  get #pidFile(): string {
    return path.join(this.settings.dataDir, 'supervisor.pid');
  }

  /** Two supervisors over one data folder would end each other's children. */
  #claim(): void {
    if (existsSync(this.#pidFile)) {
      const [pid = 0, script = ''] = JSON.parse(readFileSync(this.#pidFile, 'utf8')) as [number?, string?];
      if (pid !== process.pid && isProgram(pid, script)) throw new Error(`Gatehouse already runs over ${this.settings.dataDir} (process ${pid}).`);
    }
    writeFileSync(this.#pidFile, JSON.stringify([process.pid, this.script]));
  }

  #migrate(url: string): void {
    const result = spawnSync(process.execPath, [path.join(this.settings.root, 'apps/management-api/dist/migrate.js')], {
      cwd: this.settings.root, env: { ...process.env, ...this.#environment(url) }, encoding: 'utf8',
    });
    if (result.status !== 0) throw new Error(`The database could not be brought up to date: ${result.stderr.trim().slice(-1_000) || `exit ${result.status}`}`);
  }

  /** Where this machine reaches its own doors: all addresses include loopback, a single one is itself. */
  get #host(): string {
    const { bind } = this.settings;
    if (bind === '0.0.0.0' || bind === '::') return '127.0.0.1';
    return bind.includes(':') ? `[${bind}]` : bind;
  }

  #environment(url: string): Record<string, string> {
    const { ports, bind, dataDir } = this.settings;
    return {
      DATABASE_URL: url, GATEHOUSE_DATA_DIR: dataDir, GATEHOUSE_BIND: bind,
      GATEHOUSE_PORT: String(ports.api), GATEHOUSE_GATEWAYS_PORT: String(ports.gateways), GATEHOUSE_PETSTORE_PORT: String(ports.petstore),
      GATEHOUSE_GATEWAY_PORT: String(ports.gateway), GATEHOUSE_GATEWAY_PRIVATE_PORT: String(ports.gatewayPrivate),
      GATEHOUSE_GATEWAY_URL: process.env['GATEHOUSE_GATEWAY_URL'] || `http://localhost:${ports.gateway}`,
      GATEHOUSE_CONTROL_URL: `http://${this.#host}:${ports.gateways}`,
      GATEHOUSE_OUTBOUND_PRIVATE: this.settings.outboundPrivate,
      GATEHOUSE_CONSOLE_DIST: process.env['GATEHOUSE_CONSOLE_DIST'] || path.join(this.settings.root, 'apps/console/dist'),
    };
  }

  #specs(url: string): readonly ChildSpec[] {
    const environment = this.#environment(url);
    // glibc gives memory back and takes it again for every large buffer; keeping some took a raw proxy from 22 to 19 us of CPU a request.
    const malloc = { MALLOC_TRIM_THRESHOLD_: '268435456', MALLOC_TOP_PAD_: '16777216' };
    // A gateway never sees the database's address: it lives on snapshots alone.
    const { DATABASE_URL: _hidden, ...withoutDatabase } = environment;
    return [
      { name: 'petstore', script: 'apps/petstore/dist/main.js', environment: { ...withoutDatabase, DATABASE_URL: '' }, patienceMs: 3_000 },
      { name: 'management-api', script: 'apps/management-api/dist/main.js', environment, patienceMs: 8_000 },
      { name: 'gateway', script: 'apps/gateway/dist/main.js', nodeArguments: ['--disable-proto=throw'], environment: { ...withoutDatabase, ...malloc, DATABASE_URL: '' }, patienceMs: 12_000 },
    ];
  }

  async #untilReady(): Promise<void> {
    const { ports } = this.settings;
    const doors = [`http://${this.#host}:${ports.petstore}/pets`, `http://${this.#host}:${ports.api}/health/ready`, `http://${this.#host}:${ports.gatewayPrivate}/health/ready`];
    const deadline = Date.now() + READY_MS;
    for (const door of doors) {
      while (!(await answers(door))) {
        if (Date.now() > deadline) throw new Error(`${door} did not answer within ${READY_MS / 1000} s. The logs lie in ${path.join(this.settings.dataDir, 'logs')}.`);
        if (this.#stopping !== null) return;
        await new Promise(resolve => setTimeout(resolve, 50));
      }
    }
  }
}

async function answers(url: string): Promise<boolean> {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(2_000) });
    await response.arrayBuffer();
    return response.ok;
  } catch {
    return false;
  }
}
