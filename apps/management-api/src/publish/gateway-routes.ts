import type { ServerResponse } from 'node:http';
import { Injectable } from '@nestjs/common';
import { Enrolment, GatewayJobAnswer, Heartbeat, LeaseRequest, TelemetryBatch } from '@gatehouse/contract-snapshot';
import { DataSource } from 'typeorm';
import { z } from 'zod';
import { Settings } from '../platform/settings.js';
import { Ingest } from '../telemetry/ingest.js';
import { Feed } from './feed.js';
import { GatewayJobs } from './gateway-jobs.js';
import { Gateways } from './gateways.service.js';
import { Leases } from './leases.js';

export interface DoorCall { readonly gatewayId: string; readonly query: URLSearchParams; readonly body: unknown; readonly response: ServerResponse }
export interface DoorRoute {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly auth: 'none' | 'enrol-token' | 'gateway';
  handle(call: DoorCall): Promise<void> | void;
}

const JobId = z.object({ id: z.string().uuid() });
const Digests = z.object({ digests: z.array(z.string().regex(/^[0-9a-f]{64}$/)).max(1_000) });

/** Everything a gateway can ask of the control tower. */
@Injectable()
export class GatewayRoutes {
  readonly table: readonly DoorRoute[] = [
    { method: 'GET', path: '/health/live', auth: 'none', handle: ({ response }) => json(response, 200, { status: 'live' }) },
    { method: 'POST', path: '/enrolments', auth: 'enrol-token', handle: async ({ body, response }) => json(response, 201, await this.gateways.enrol(Enrolment.parse(body))) },
    { method: 'GET', path: '/feed', auth: 'gateway', handle: ({ gatewayId, query, response }) => this.feed.open(gatewayId, response, Number(query.get('after') ?? 0)) },
    { method: 'POST', path: '/documents', auth: 'gateway', handle: call => this.#documents(call) },
    { method: 'POST', path: '/heartbeats', auth: 'gateway', handle: async ({ gatewayId, body, response }) => json(response, 200, { gateways: await this.gateways.heartbeat(gatewayId, Heartbeat.parse(body)) }) },
    { method: 'POST', path: '/leases', auth: 'gateway', handle: async ({ gatewayId, body, response }) => json(response, 200, await this.leases.grant(gatewayId, LeaseRequest.parse(body))) },
    { method: 'POST', path: '/jobs', auth: 'gateway', handle: call => this.#job(call) },
    { method: 'POST', path: '/jobs/answers', auth: 'gateway', handle: async ({ gatewayId, body, response }) => {
      await this.jobs.answer(gatewayId, GatewayJobAnswer.parse(body));
      response.writeHead(204).end();
    } },
    { method: 'POST', path: '/telemetry', auth: 'gateway', handle: async ({ gatewayId, body, response }) => {
      await this.ingest.take(gatewayId, TelemetryBatch.parse(body));
      response.writeHead(204).end();
    } },
  ];

  constructor(
    private readonly store: DataSource, private readonly settings: Settings, private readonly feed: Feed,
    private readonly gateways: Gateways, private readonly leases: Leases, private readonly ingest: Ingest, private readonly jobs: GatewayJobs,
  ) {}

  async #job({ gatewayId, body, response }: DoorCall): Promise<void> {
    const job = await this.jobs.find(gatewayId, JobId.parse(body).id);
    if (job === null) return json(response, 404, { message: 'No such job' });
    response.writeHead(200, { 'content-type': 'application/json' });
    response.end(job);
  }

  async #documents({ body, response }: DoorCall): Promise<void> {
    const { digests } = Digests.parse(body);
    const { accountId, region } = this.settings;
    const rows: { digest: string; body: string }[] = await this.store.query('select digest, body from documents where account_id = $1 and region = $2 and digest = any($3)', [accountId, region, digests]);
    response.writeHead(200, { 'content-type': 'application/x-ndjson' });
    for (const { digest, body: text } of rows) response.write(`${JSON.stringify({ digest, text })}\n`);
    response.end();
  }
}

function json(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(JSON.stringify(body));
}
