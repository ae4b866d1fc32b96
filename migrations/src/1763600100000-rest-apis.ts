import type { MigrationInterface, QueryRunner } from 'typeorm';

const ROW = `account_id text not null, region text not null, version int not null default 1,
  created_at timestamptz not null default now(), updated_at timestamptz not null default now()`;
const METHOD = 'rest_api_id text not null, resource_id text not null, http_method text not null';
const METHOD_KEY = 'account_id, region, rest_api_id, resource_id, http_method';

/** REST APIs: resources, methods, integrations, their responses, deployments and stages. All of it goes with its API. */
export class RestApis1763600100000 implements MigrationInterface {
  readonly name = 'RestApis1763600100000';

  async up(queries: QueryRunner): Promise<void> {
    await queries.query(`create table rest_apis (id text not null, ${ROW}, name text not null, root_resource_id text not null, fields jsonb not null, tags jsonb not null default '{}',
      primary key (account_id, region, id))`);
    // The key to the parent waits for the end of a statement, so that one DELETE may take a whole subtree.
    await queries.query(`create table resources (rest_api_id text not null, id text not null, ${ROW}, parent_id text, path_part text, path text not null,
      primary key (account_id, region, rest_api_id, id),
      foreign key (account_id, region, rest_api_id) references rest_apis (account_id, region, id) on delete cascade,
      foreign key (account_id, region, rest_api_id, parent_id) references resources (account_id, region, rest_api_id, id) on delete cascade)`);
    await queries.query('create unique index resources_by_part on resources (account_id, region, rest_api_id, parent_id, path_part)');
    await queries.query(`create table methods (${METHOD}, ${ROW}, fields jsonb not null, primary key (${METHOD_KEY}),
      foreign key (account_id, region, rest_api_id, resource_id) references resources (account_id, region, rest_api_id, id) on delete cascade)`);
    await queries.query(`create table method_responses (${METHOD}, status_code text not null, ${ROW}, fields jsonb not null, primary key (${METHOD_KEY}, status_code),
      foreign key (${METHOD_KEY}) references methods (${METHOD_KEY}) on delete cascade)`);
    await queries.query(`create table integrations (${METHOD}, ${ROW}, fields jsonb not null, primary key (${METHOD_KEY}),
      foreign key (${METHOD_KEY}) references methods (${METHOD_KEY}) on delete cascade)`);
    await queries.query(`create table integration_responses (${METHOD}, status_code text not null, ${ROW}, fields jsonb not null, primary key (${METHOD_KEY}, status_code),
      foreign key (${METHOD_KEY}) references integrations (${METHOD_KEY}) on delete cascade)`);
    await queries.query(`create table deployments (rest_api_id text not null, id text not null, ${ROW}, description text, source jsonb not null, snapshot_digest text not null,
      primary key (account_id, region, rest_api_id, id),
      foreign key (account_id, region, rest_api_id) references rest_apis (account_id, region, id) on delete cascade)`);
    await queries.query(`create table stages (rest_api_id text not null, stage_name text not null, ${ROW}, deployment_id text not null, fields jsonb not null, tags jsonb not null default '{}',
      primary key (account_id, region, rest_api_id, stage_name),
      foreign key (account_id, region, rest_api_id) references rest_apis (account_id, region, id) on delete cascade,
      foreign key (account_id, region, rest_api_id, deployment_id) references deployments (account_id, region, rest_api_id, id))`);
    await queries.query('create index stages_by_deployment on stages (account_id, region, rest_api_id, deployment_id)');
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward: restore a backup to go back.');
  }
}
