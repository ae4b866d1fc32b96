import type { ServerResponse } from 'node:http';
import { pipeline } from 'node:stream/promises';
import { Injectable } from '@nestjs/common';
import { Enrolment, GatewayJobAnswer, Heartbeat, LeaseRequest, TelemetryBatch, type Role } from '@gatehouse/contract-snapshot';
import { CodeStore } from '@gatehouse/control-store';
import { DataSource } from 'typeorm';
import { z } from 'zod';
import { Settings } from '../platform/settings.js';
import { Ingest } from '../telemetry/ingest.js';
import { Feed } from './feed.js';
import { GatewayJobs } from './gateway-jobs.js';
import { Gateways } from './gateways.service.js';
import { Leases } from './leases.js';

export interface DoorCall { readonly gatewayId: string; readonly role: Role; readonly query: URLSearchParams; readonly body: unknown; readonly response: ServerResponse }
export interface DoorRoute {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  /** `any` = a process of either role with its key. */
  readonly auth: 'none' | 'enrol-token' | 'any' | Role;
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
    { method: 'GET', path: '/feed', auth: 'any', handle: ({ gatewayId, role, query, response }) => this.feed.open({ gatewayId, role }, response, Number(query.get('after') ?? 0)) },
    { method: 'POST', path: '/documents', auth: 'any', handle: call => this.#documents(call) },
    { method: 'POST', path: '/heartbeats', auth: 'any', handle: async ({ gatewayId, body, response }) => json(response, 200, { gateways: await this.gateways.heartbeat(gatewayId, Heartbeat.parse(body)) }) },
    { method: 'POST', path: '/leases', auth: 'gateway', handle: async ({ gatewayId, body, response }) => json(response, 200, await this.leases.grant(gatewayId, LeaseRequest.parse(body))) },
    { method: 'POST', path: '/jobs', auth: 'gateway', handle: call => this.#job(call) },
    { method: 'POST', path: '/jobs/answers', auth: 'gateway', handle: async ({ gatewayId, body, response }) => {
      await this.jobs.answer(gatewayId, GatewayJobAnswer.parse(body));
      response.writeHead(204).end();
    } },
    { method: 'GET', path: '/code', auth: 'functions', handle: ({ query, response }) => this.#code(query.get('digest') ?? '', response) },
    { method: 'POST', path: '/telemetry', auth: 'gateway', handle: async ({ gatewayId, body, response }) => {
      await this.ingest.take(gatewayId, TelemetryBatch.parse(body));
      response.writeHead(204).end();
    } },
  ];

  constructor(
    private readonly store: DataSource, private readonly settings: Settings, private readonly feed: Feed,
    private readonly gateways: Gateways, private readonly leases: Leases, private readonly ingest: Ingest, private readonly jobs: GatewayJobs, private readonly code: CodeStore,
  ) {}

  find(method: string, path: string): DoorRoute | undefined {
    return this.table.find(route => route.method === method && route.path === path);
  }

  /** The zip of a function or a layer, piece by piece, as fast as its reader takes it. */
  async #code(digest: string, response: ServerResponse): Promise<void> {
    const code = await this.code.open(this.settings, digest);
    if (code === null) return json(response, 404, { message: 'No such code' });
    response.writeHead(200, { 'content-type': 'application/zip', 'content-length': code.bytes });
    await pipeline(code.pieces(), response);
  }

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
