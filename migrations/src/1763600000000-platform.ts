import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whose row it is, how often it was written and when: the same five columns in every table. */
const ROW = `account_id text not null, region text not null, version int not null default 1,
  created_at timestamptz not null default now(), updated_at timestamptz not null default now()`;

/** Identity, secrets, audit; documents, pointers and revisions; gateways, counters and metrics. */
export class Platform1763600000000 implements MigrationInterface {
  readonly name = 'Platform1763600000000';

  async up(queries: QueryRunner): Promise<void> {
    for (const statement of [...IDENTITY, ...PUBLISHING, ...COUNTING]) await queries.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward: restore a backup to go back.');
  }
}

const IDENTITY = [
  `create table data_keys (id text primary key, ${ROW}, sealed text not null)`,
  `create table users (id text not null, ${ROW}, user_name text not null, path text not null default '/', password_hash text, is_disabled boolean not null default false,
    policies jsonb not null default '[]', primary key (account_id, region, id), unique (account_id, region, user_name))`,
  `create table access_keys (id text not null, ${ROW}, user_id text not null, sealed_secret text not null, status text not null default 'Active', last_used_at timestamptz,
    primary key (account_id, region, id), foreign key (account_id, region, user_id) references users (account_id, region, id) on delete cascade)`,
  `create table bearer_tokens (id text not null, ${ROW}, user_id text not null, name text not null, digest text not null, expires_at timestamptz not null, last_used_at timestamptz,
    primary key (account_id, region, id), unique (account_id, region, digest), foreign key (account_id, region, user_id) references users (account_id, region, id) on delete cascade)`,
  `create table sessions (digest text not null, ${ROW}, user_id text not null, source_address text not null, expires_at timestamptz not null,
    primary key (account_id, region, digest), foreign key (account_id, region, user_id) references users (account_id, region, id) on delete cascade)`,
  `create table audit_events (n bigint generated always as identity, ${ROW}, operation text not null, action text not null, resource_arn text not null, caller_arn text not null,
    access_key_id text, via text not null, source_address text not null, user_agent text, request_id text not null, input jsonb not null, revision bigint, primary key (n))`,
  'create index audit_events_by_resource on audit_events (account_id, region, resource_arn, n)',
];

const PUBLISHING = [
  `create table documents (digest text not null, ${ROW}, kind text not null, body text not null, primary key (account_id, region, digest))`,
  `create table pointers (key text not null, ${ROW}, digest text not null, revision bigint not null, primary key (account_id, region, key))`,
  `create table revisions (n bigint not null, ${ROW}, changes jsonb not null, primary key (n))`,
  'create sequence revision_numbers',
  `create table gateways (id text not null, ${ROW}, name text not null, key_digest text not null, build text not null default '', boot text not null default '', address text not null default '',
    applied_revision bigint not null default 0, failures jsonb not null default '[]', last_heartbeat_at timestamptz, is_revoked boolean not null default false, primary key (account_id, region, id))`,
];

const COUNTING = [
  `create table telemetry_batches (gateway_id text not null, boot text not null, ${ROW}, last_sequence bigint not null, primary key (account_id, region, gateway_id, boot))`,
  `create table metric_minutes (minute timestamptz not null, gateway_id text not null, rest_api_id text not null, stage_name text not null, resource_path text not null, http_method text not null, ${ROW},
    count bigint not null, error_4xx bigint not null, error_5xx bigint not null, cache_hit bigint not null, cache_miss bigint not null, latency jsonb not null, integration_latency jsonb not null,
    primary key (account_id, region, rest_api_id, stage_name, resource_path, http_method, minute, gateway_id)) partition by range (minute)`,
  'create index metric_minutes_by_time on metric_minutes (account_id, region, minute)',
  `create table usage_days (usage_plan_id text not null, api_key_id text not null, day date not null, ${ROW}, used bigint not null default 0, primary key (account_id, region, usage_plan_id, api_key_id, day))`,
  `create table quota_windows (usage_plan_id text not null, api_key_id text not null, window_from timestamptz not null, ${ROW}, reserved bigint not null default 0,
    primary key (account_id, region, usage_plan_id, api_key_id, window_from))`,
  `create table quota_leases (gateway_id text not null, boot text not null, usage_plan_id text not null, api_key_id text not null, window_from timestamptz not null, ${ROW}, held bigint not null,
    primary key (account_id, region, gateway_id, boot, usage_plan_id, api_key_id, window_from))`,
];
