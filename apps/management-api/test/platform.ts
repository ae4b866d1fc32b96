import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { type AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { APIGatewayClient } from '@aws-sdk/client-api-gateway';
import { type NestExpressApplication } from '@nestjs/platform-express';
import { pino } from 'pino';
import { createApp } from '../src/app.js';
import { AwsQuotas } from '../src/platform/aws-quotas.js';
import { FirstRun } from '../src/platform/first-run.js';
import { OpenApi } from '../src/platform/openapi.controller.js';
import { PlatformModule } from '../src/platform/platform.module.js';
import { Settings } from '../src/platform/settings.js';
import { GatewaysDoor } from '../src/publish/gateways-door.js';
import { PublishModule } from '../src/publish/publish.module.js';
import { newDatabase } from './database.js';

export const PASSWORD = 'correct horse battery staple';

/** A management API as it is started for real (identity, policies, publishing, telemetry) on its own database and free ports. */
export interface Platform {
  readonly app: NestExpressApplication;
  readonly settings: Settings;
  readonly databaseUrl: string;
  readonly dataDir: string;
  readonly url: string;
  readonly gatewaysUrl: string;
  readonly credentials: { readonly accessKeyId: string; readonly secretAccessKey: string };
  readonly unexpected: string[];
  aws(credentials?: { readonly accessKeyId: string; readonly secretAccessKey: string }): APIGatewayClient;
  call(method: string, path: string, body?: unknown, headers?: Readonly<Record<string, string>>): Promise<{ status: number; headers: Headers; body: Record<string, unknown> }>;
  close(): Promise<void>;
}

export async function startPlatform(environment: Readonly<Record<string, string>> = {}): Promise<Platform> {
  const databaseUrl = environment['DATABASE_URL'] ?? (await newDatabase());
  const dataDir = environment['GATEHOUSE_DATA_DIR'] ?? mkdtempSync(path.join(os.tmpdir(), 'gatehouse-data-'));
  const settings = new Settings({ GATEHOUSE_PORT: '0', GATEHOUSE_GATEWAYS_PORT: '0', GATEHOUSE_ADMIN_PASSWORD: PASSWORD, DATABASE_URL: databaseUrl, GATEHOUSE_DATA_DIR: dataDir, ...environment });
  const unexpected: string[] = [];
  const log = pino({ level: 'error' }, { write: line => { unexpected.push(line); } });
  const app = await createApp({ databaseUrl, region: settings.region, consoleDist: null, modules: [PlatformModule.with(settings, log), PublishModule], log, ...(settings.hasAwsLimits && { quotas: new AwsQuotas() }) });
  await app.get(FirstRun).ensure();
  app.get(OpenApi).describe(app);
  await app.listen(0, '127.0.0.1');
  const url = `http://127.0.0.1:${(app.getHttpServer().address() as AddressInfo).port}`;
  const file = readFileSync(path.join(dataDir, 'credentials'), 'utf8');
  const credentials = { accessKeyId: /aws_access_key_id = (\S+)/.exec(file)![1]!, secretAccessKey: /aws_secret_access_key = (\S+)/.exec(file)![1]! };
  const clients: APIGatewayClient[] = [];
  return {
    app, settings, databaseUrl, dataDir, url, credentials, unexpected,
    gatewaysUrl: `http://127.0.0.1:${app.get(GatewaysDoor, { strict: false }).port}`,
    aws(other = credentials) {
      const client = new APIGatewayClient({ endpoint: url, region: settings.region, credentials: other, maxAttempts: 1 });
      clients.push(client);
      return client;
    },
    async call(method, at, body, headers = {}) {
      const response = await fetch(at.startsWith('http') ? at : url + at, { method, redirect: 'manual', headers: { 'content-type': 'application/json', ...headers }, ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }) });
      const text = await response.text();
      return { status: response.status, headers: response.headers, body: text.startsWith('{') ? (JSON.parse(text) as Record<string, unknown>) : {} };
    },
    async close() {
      for (const client of clients) client.destroy();
      await app.close();
      if (environment['GATEHOUSE_DATA_DIR'] === undefined) rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
