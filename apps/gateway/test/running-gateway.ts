import { mkdtempSync, rmSync } from 'node:fs';
import { request as httpRequest } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { LocalQuotas, MetricsLedger, UsageLedger } from '@gatehouse/data-exchange';
import type { ApiSnapshot, KeyPage, PlanPage, SnapshotDocument, StageSettings } from '@gatehouse/contract-snapshot';
import { pino } from 'pino';
import { Gateway } from '../src/gateway.js';
import { systemClock } from '../src/ports/system-clock.js';
import type { ApplyResult } from '../src/switchboard.js';
import { digest, keyPointer, planPointer, stage, stagePointer } from './documents.js';

export interface Reply { readonly status: number; readonly headers: Readonly<Record<string, string | string[] | undefined>>; readonly rawHeaders: readonly string[]; readonly body: string }
export interface Ask { readonly method?: string; readonly host?: string; readonly headers?: Readonly<Record<string, string>>; readonly body?: string | Buffer; readonly agent?: false; readonly port?: number }

/** A real gateway on a free port, without a control tower: tests hand documents to its switchboard. */
export class RunningGateway {
  port = 0;
  readonly dataDir = mkdtempSync(path.join(tmpdir(), 'gatehouse-gateway-'));
  readonly metrics = new MetricsLedger(systemClock);
  readonly usage = new UsageLedger(systemClock);
  readonly quotas = new LocalQuotas(systemClock);
  readonly gateway: Gateway;
  readonly #privatePorts = new Map<string, number>();

  constructor(settings: { readonly rateHeaders?: boolean; readonly outboundPrivate?: 'allow' | 'deny'; readonly pathForm?: boolean; readonly listener?: 'raw' | 'node'; readonly headersTimeoutMs?: number; readonly keepAliveMs?: number; readonly privateListeners?: readonly { readonly vpcEndpointId: string; readonly port: number }[] } = {}) {
    this.gateway = new Gateway(
      { dataDir: this.dataDir, region: 'us-east-1', domain: 'gw.test', pathForm: true, rateHeaders: false, outboundPrivate: 'allow', listener: 'raw', ...settings },
      { clock: systemClock, log: pino({ level: 'silent' }), quotas: this.quotas, metrics: this.metrics, usage: this.usage },
    );
    this.gateway.book.setDigest(digest);
  }

  async start(): Promise<this> {
    this.port = await this.gateway.listener.listen(0, '127.0.0.1');
    for (const { vpcEndpointId, listener } of this.gateway.privateListeners) this.#privatePorts.set(vpcEndpointId, await listener.listen(0, '127.0.0.1'));
    return this;
  }

  serve(api: ApiSnapshot, over: Partial<StageSettings> = {}): ApplyResult {
    const settings = stage(api.restApiId, { ...over, snapshot: over.snapshot ?? `digest-${api.restApiId}-${Math.random()}` });
    return this.gateway.switchboard.apply({ set: new Map([[stagePointer(api.restApiId, settings.stageName), settings]]), snapshots: new Map([[settings.snapshot, api]]), drop: [] });
  }

  /** The port that stands for a VPC endpoint. */
  privatePort(vpcEndpointId: string): number {
    return this.#privatePorts.get(vpcEndpointId) ?? 0;
  }

  set(set: ReadonlyMap<string, SnapshotDocument>): ApplyResult {
    return this.gateway.switchboard.apply({ set, snapshots: new Map(), drop: [] });
  }

  drop(...drop: readonly string[]): ApplyResult {
    return this.gateway.switchboard.apply({ set: new Map(), snapshots: new Map(), drop });
  }

  grant(plans: readonly PlanPage[], keys: readonly KeyPage[]): void {
    const set = new Map<string, PlanPage | KeyPage>([...plans.map(page => [planPointer(page.usagePlanId), page] as const), ...keys.map(page => [keyPointer(page.apiKeyId), page] as const)]);
    this.gateway.switchboard.apply({ set, snapshots: new Map(), drop: [] });
  }

  ask(target: string, { method = 'GET', host = 'api1.execute-api.localhost', headers = {}, body, agent, port = this.port }: Ask = {}): Promise<Reply> {
    return new Promise((resolve, reject) => {
      const request = httpRequest({ port, host: '127.0.0.1', path: target, method, headers: { host, ...headers }, ...(agent === undefined ? {} : { agent }) }, response => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('error', reject);
        response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, rawHeaders: response.rawHeaders, body: Buffer.concat(chunks).toString('utf8') }));
      });
      request.on('error', reject);
      request.end(body);
    });
  }

  async stop(): Promise<void> {
    await this.gateway.stop(1_000);
    rmSync(this.dataDir, { recursive: true, force: true });
  }
}
