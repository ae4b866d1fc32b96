import type { MigrationInterface, QueryRunner } from 'typeorm';

const ROW = `account_id text not null, region text not null, version int not null default 1,
  created_at timestamptz not null default now(), updated_at timestamptz not null default now()`;
const OF_API = 'foreign key (account_id, region, rest_api_id) references rest_apis (account_id, region, id) on delete cascade';

/** The schemas of AWS's two default models, as they stood when this migration was written. */
const schema = (title: string, rest = ''): string => `{\n  "$schema" : "http://json-schema.org/draft-04/schema#",\n  "title" : "${title}",\n  "type" : "object"${rest}\n}`;
const DEFAULTS = [
  { name: 'Empty', fields: { description: 'This is a default empty schema model', contentType: 'application/json', schema: schema('Empty Schema') } },
  {
    name: 'Error',
    fields: { description: 'This is a default error schema model', contentType: 'application/json', schema: schema('Error Schema', ',\n  "properties" : {\n    "message" : { "type" : "string" }\n  }') },
  },
];

/** What else a REST API consists of: models, request validators, gateway responses, authorizers and documentation. */
export class RestParts1763600300000 implements MigrationInterface {
  readonly name = 'RestParts1763600300000';

  async up(queries: QueryRunner): Promise<void> {
    await queries.query(`create table models (rest_api_id text not null, name text not null, id text not null, ${ROW}, fields jsonb not null, primary key (account_id, region, rest_api_id, name), ${OF_API})`);
    await queries.query(`create table request_validators (rest_api_id text not null, id text not null, ${ROW}, name text not null, fields jsonb not null, primary key (account_id, region, rest_api_id, id), ${OF_API})`);
    await queries.query(`create table gateway_responses (rest_api_id text not null, response_type text not null, ${ROW}, fields jsonb not null, primary key (account_id, region, rest_api_id, response_type), ${OF_API})`);
    await queries.query(`create table authorizers (rest_api_id text not null, id text not null, ${ROW}, name text not null, fields jsonb not null, primary key (account_id, region, rest_api_id, id), ${OF_API})`);
    await queries.query('create unique index authorizers_by_name on authorizers (account_id, region, rest_api_id, name)');
    await queries.query(`create table documentation_parts (rest_api_id text not null, id text not null, ${ROW}, location_key text not null, location jsonb not null, properties text not null,
      primary key (account_id, region, rest_api_id, id), ${OF_API})`);
    await queries.query('create unique index documentation_parts_by_location on documentation_parts (account_id, region, rest_api_id, location_key)');
    await queries.query(`create table documentation_versions (rest_api_id text not null, documentation_version text not null, ${ROW}, description text, parts jsonb not null,
      primary key (account_id, region, rest_api_id, documentation_version), ${OF_API})`);
    // Two indexes that begin alike leave the planner to guess on a young table, and it guessed wrong: each new method read all resources of its API.
    await queries.query('drop index resources_by_part');
    await queries.query('create unique index resources_by_part on resources (parent_id, path_part, account_id, region, rest_api_id)');
    await queries.query(
      `insert into models (rest_api_id, name, id, account_id, region, fields)
       select a.id, d.name, substr(md5(random()::text), 1, 6), a.account_id, a.region, d.fields from rest_apis a, jsonb_to_recordset($1::jsonb) as d (name text, fields jsonb)`,
      [JSON.stringify(DEFAULTS)],
    );
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward: restore a backup to go back.');
  }
}
