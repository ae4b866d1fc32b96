import { spawn, type ChildProcess } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { APIGatewayClient } from '@aws-sdk/client-api-gateway';
import { startPostgres, type EmbeddedPostgres } from '@gatehouse/control-embedded';
import { untilListening } from '../tools.js';

const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../../..');
const PORTS = { management: 19_410, gateways: 19_411 };
const ADMIN = { accessKeyId: 'AKIABENCHBENCHBENCH0', secretAccessKey: 'bench-secret-bench-secret-bench-secret-1' };

/** A management API in a process of its own, on a durable embedded database, with AWS's own client pointed at it. */
export interface ManagementProduct { readonly aws: APIGatewayClient; readonly databaseUrl: string; stop(): Promise<void> }

/** Runs a built file of the management API to its end, or as long as it lives. */
const node = (file: string, environment: Readonly<Record<string, string>>): ChildProcess =>
  spawn(process.execPath, [path.join(ROOT, 'apps/management-api/dist', file)], { stdio: ['ignore', 'ignore', 'inherit'], env: { ...process.env, ...environment } });

const ended = (child: ChildProcess): Promise<void> => new Promise((resolve, reject) => child.once('exit', code => (code === 0 || code === null ? resolve() : reject(new Error(`a process ended with ${code}`)))));

export async function startManagement(): Promise<ManagementProduct> {
  const folder = mkdtempSync(path.join(tmpdir(), 'gatehouse-bench-control-'));
  // PostgreSQL runs as another user when we are root, and must be able to enter.
  chmodSync(folder, 0o755);
  const cluster: EmbeddedPostgres = await startPostgres({ folder: path.join(folder, 'postgres') });
  const environment = {
    DATABASE_URL: cluster.url(), GATEHOUSE_DATA_DIR: path.join(folder, 'data'), GATEHOUSE_PORT: String(PORTS.management), GATEHOUSE_GATEWAYS_PORT: String(PORTS.gateways), GATEHOUSE_LOG_LEVEL: 'error',
    GATEHOUSE_ADMIN_ACCESS_KEY_ID: ADMIN.accessKeyId, GATEHOUSE_ADMIN_SECRET_ACCESS_KEY: ADMIN.secretAccessKey,
  };
  await ended(node('migrate.js', environment));
  const api = node('main.js', environment);
  await untilListening(PORTS.management, 30_000);
  const aws = new APIGatewayClient({ endpoint: `http://127.0.0.1:${PORTS.management}`, region: 'us-east-1', credentials: ADMIN, maxAttempts: 1 });
  return {
    aws, databaseUrl: cluster.url(),
    async stop() {
      aws.destroy();
      api.kill('SIGTERM');
      await ended(api);
      await cluster.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** What the machine calls itself, for the results. */
export const cpuModel = (): string => /model name\s*:\s*(.+)/.exec(readFileSync('/proc/cpuinfo', 'utf8'))?.[1] ?? 'unknown';
