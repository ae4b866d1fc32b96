import { type AddressInfo } from 'node:net';
import { APIGatewayClient } from '@aws-sdk/client-api-gateway';
import { AccessDecision, type ServiceQuotas, UnitOfWork } from '@gatehouse/control-operation';
import { type NestExpressApplication } from '@nestjs/platform-express';
import { pino } from 'pino';
import { type EntityManager } from 'typeorm';
import { createApp } from '../src/app.js';
import { newDatabase } from './database.js';
import { type Allow, type CountingUnitOfWork, REGION, twinsModule } from './twins.js';

/** A running management API on its own database, with AWS's own client pointed at it. */
export interface TestSystem {
  readonly app: NestExpressApplication;
  readonly url: string;
  readonly aws: APIGatewayClient;
  readonly work: CountingUnitOfWork;
  readonly access: Allow;
  /** Errors that were logged as unexpected; a test that ends with any has found a 500. */
  readonly unexpected: string[];
  /** A request outside the SDK, signed as far as the twin cares. */
  request(method: string, path: string, body?: unknown, headers?: Readonly<Record<string, string>>): Promise<{ status: number; headers: Headers; body: Record<string, unknown>; text: string }>;
  close(): Promise<void>;
}

/** What a test may set: its own way to the database, and limits of the service's own. */
export interface SystemParts { readonly databaseUrl?: string; readonly quotas?: ServiceQuotas<EntityManager> }

export async function startSystem({ databaseUrl, quotas }: SystemParts = {}): Promise<TestSystem> {
  const unexpected: string[] = [];
  const log = pino({ level: 'error' }, { write: line => { unexpected.push(line); } });
  const app = await createApp({ databaseUrl: databaseUrl ?? (await newDatabase()), region: REGION, consoleDist: null, modules: [twinsModule()], log, ...(quotas && { quotas }) });
  await app.listen(0, '127.0.0.1');
  const url = `http://127.0.0.1:${(app.getHttpServer().address() as AddressInfo).port}`;
  const aws = new APIGatewayClient({ endpoint: url, region: REGION, credentials: { accessKeyId: 'AKIATEST', secretAccessKey: 'secret' }, maxAttempts: 1 });
  return {
    app, url, aws, unexpected,
    work: app.get<CountingUnitOfWork>(UnitOfWork, { strict: false }),
    access: app.get<Allow>(AccessDecision, { strict: false }),
    async request(method, path, body, headers = {}) {
      const raw = typeof body === 'string' || body instanceof Uint8Array || body === undefined ? body : JSON.stringify(body);
      const response = await fetch(url + path, { method, headers: { authorization: 'AWS4-HMAC-SHA256 twin', 'content-type': 'application/json', ...headers }, ...(raw !== undefined && { body: raw as BodyInit }) });
      const text = await response.text();
      return { status: response.status, headers: response.headers, text, body: text.startsWith('{') ? (JSON.parse(text) as Record<string, unknown>) : {} };
    },
    async close() {
      aws.destroy();
      await app.close();
    },
  };
}
