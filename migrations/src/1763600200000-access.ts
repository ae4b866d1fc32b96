import type { MigrationInterface, QueryRunner } from 'typeorm';

const ROW = `account_id text not null, region text not null, version int not null default 1,
  created_at timestamptz not null default now(), updated_at timestamptz not null default now()`;

/** Keys, usage plans and the account's own settings. */
export class Access1763600200000 implements MigrationInterface {
  readonly name = 'Access1763600200000';

  async up(queries: QueryRunner): Promise<void> {
    await queries.query(`create table api_keys (id text not null, ${ROW}, name text, description text, enabled boolean not null, customer_id text, sealed_value text not null, digest text not null,
      stage_keys jsonb not null default '[]', labels jsonb not null default '[]', tags jsonb not null default '{}', primary key (account_id, region, id))`);
    await queries.query('create unique index api_keys_by_digest on api_keys (account_id, region, digest)');
    await queries.query(`create table usage_plans (id text not null, ${ROW}, name text not null, description text, api_stages jsonb not null default '[]', throttle jsonb, quota jsonb, product_code text,
      on_counter_loss text not null default 'closed', tags jsonb not null default '{}', primary key (account_id, region, id))`);
    await queries.query(`create table usage_plan_keys (usage_plan_id text not null, api_key_id text not null, ${ROW}, key_type text not null default 'API_KEY',
      primary key (account_id, region, usage_plan_id, api_key_id),
      foreign key (account_id, region, usage_plan_id) references usage_plans (account_id, region, id) on delete cascade,
      foreign key (account_id, region, api_key_id) references api_keys (account_id, region, id) on delete cascade)`);
    await queries.query('create index usage_plan_keys_by_key on usage_plan_keys (account_id, region, api_key_id)');
    await queries.query(`create table accounts (id text not null, ${ROW}, cloudwatch_role_arn text, features jsonb not null default '["UsagePlans"]', primary key (account_id, region, id))`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward: restore a backup to go back.');
  }
}
