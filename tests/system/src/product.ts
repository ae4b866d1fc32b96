import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, chmodSync } from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';

const ROOT = path.resolve(import.meta.dirname, '../../..');
const READY_MS = 120_000;

/** How a running product is reached. Plain data, so that it can be handed from the set-up to the specs. */
export interface Reach {
  readonly managementUrl: string;
  readonly gatewaysUrl: string;
  readonly gatewayUrl: string;
  readonly privateUrl: string;
  readonly petstoreUrl: string;
  readonly region: string;
  readonly userName: string;
  readonly password: string;
  readonly credentialsFile: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly dataDir: string;
}

export interface Product extends Reach {
  readonly supervisor: ChildProcess;
  /** Everything the supervisor has printed. */
  printed(): string;
  /** The process id of a child by its name, or of the embedded database. */
  pidOf(name: 'management-api' | 'gateway' | 'petstore' | 'postgres'): number;
  /** Ctrl-C, and the exit code. */
  stop(): Promise<number | null>;
  /** kill -9 of the supervisor alone; its children live on. */
  abandon(): Promise<void>;
}

export interface ProductOptions {
  readonly dataDir?: string;
  readonly ports?: Readonly<Record<string, string>>;
  readonly environment?: Readonly<Record<string, string>>;
  /** Where the checkout lies; this one unless told. */
  readonly root?: string;
}

/** A free port of this machine, as the kernel gives it. */
export const freePort = (): Promise<number> => new Promise((resolve, reject) => {
  const server = net.createServer();
  server.once('error', reject);
  server.listen(0, '127.0.0.1', () => {
    const { port } = server.address() as net.AddressInfo;
    server.close(() => resolve(port));
  });
});

/** The ports of a product of its own. */
export async function newPorts(): Promise<Record<string, string>> {
  const names = ['GATEHOUSE_PORT', 'GATEHOUSE_GATEWAYS_PORT', 'GATEHOUSE_PETSTORE_PORT', 'GATEHOUSE_GATEWAY_PORT', 'GATEHOUSE_GATEWAY_PRIVATE_PORT'];
  const ports: Record<string, string> = {};
  for (const name of names) ports[name] = String(await freePort());
  return ports;
}

/** A folder that PostgreSQL can enter too, when it runs as another user. */
export function newDataDir(): string {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'gatehouse-system-'));
  chmodSync(folder, 0o755);
  return folder;
}

/** Starts the whole product, as `npm start` does once everything is built, over a data folder, and waits for its banner. */
export async function startProduct({ dataDir = newDataDir(), ports, environment = {}, root = ROOT }: ProductOptions = {}): Promise<Product> {
  const chosen = ports ?? (await newPorts());
  const supervisor = spawn(process.execPath, [path.join(root, 'apps/standalone/dist/main.js')], {
    cwd: root, env: { ...process.env, NODE_OPTIONS: '', VITEST: '', GATEHOUSE_DATA_DIR: dataDir, ...chosen, ...environment }, stdio: ['ignore', 'pipe', 'pipe'],
  });
  let text = '';
  for (const stream of [supervisor.stdout, supervisor.stderr]) stream.on('data', (chunk: Buffer) => { text += chunk; });
  await untilReady(supervisor, () => text);
  const url = (name: string): string => `http://127.0.0.1:${chosen[name]}`;
  const credentialsFile = path.join(dataDir, 'credentials');
  const credentials = readFileSync(credentialsFile, 'utf8');
  return {
    supervisor, dataDir, credentialsFile,
    managementUrl: url('GATEHOUSE_PORT'), gatewaysUrl: url('GATEHOUSE_GATEWAYS_PORT'), gatewayUrl: url('GATEHOUSE_GATEWAY_PORT'), privateUrl: url('GATEHOUSE_GATEWAY_PRIVATE_PORT'), petstoreUrl: url('GATEHOUSE_PETSTORE_PORT'),
    region: 'us-east-1', userName: 'admin', password: readFileSync(path.join(dataDir, 'console-password'), 'utf8').trim(),
    accessKeyId: /aws_access_key_id = (\S+)/.exec(credentials)![1]!, secretAccessKey: /aws_secret_access_key = (\S+)/.exec(credentials)![1]!,
    printed: () => text,
    pidOf: name => (name === 'postgres' ? Number(readFileSync(path.join(dataDir, 'postgres/data/postmaster.pid'), 'utf8').split('\n')[0]) : Number(readFileSync(path.join(dataDir, 'run', `${name}.pid`), 'utf8'))),
    stop: () => end(supervisor, 'SIGINT'),
    abandon: async () => { await end(supervisor, 'SIGKILL'); },
  };
}

function untilReady(supervisor: ChildProcess, printed: () => string): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => { supervisor.kill('SIGTERM'); reject(new Error(`not ready in ${READY_MS} ms: ${printed()}`)); }, READY_MS);
    const look = (): void => { if (printed().includes('Gatehouse is ready')) { clearTimeout(timer); resolve(); } };
    supervisor.stdout!.on('data', look);
    supervisor.once('exit', code => { clearTimeout(timer); reject(new Error(`the start ended with ${code}: ${printed()}`)); });
  });
}

function end(child: ChildProcess, signal: NodeJS.Signals): Promise<number | null> {
  return new Promise(resolve => {
    if (child.exitCode !== null || child.signalCode !== null) return resolve(child.exitCode);
    child.once('exit', code => resolve(code));
    child.kill(signal);
  });
}

/** Stops a product and removes what it wrote. */
export async function dispose(product: Product): Promise<void> {
  await product.stop();
  if (existsSync(product.dataDir)) rmSync(product.dataDir, { recursive: true, force: true });
}
