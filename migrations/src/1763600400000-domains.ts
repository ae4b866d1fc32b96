import type { MigrationInterface, QueryRunner } from 'typeorm';

const ROW = `account_id text not null, region text not null, version int not null default 1,
  created_at timestamptz not null default now(), updated_at timestamptz not null default now()`;
const DOMAIN = 'account_id, region, domain_name, domain_name_id';

/** Custom domains with their mappings, VPC links, client certificates, and the work that the control tower asks of a gateway. */
export class Domains1763600400000 implements MigrationInterface {
  readonly name = 'Domains1763600400000';

  async up(queries: QueryRunner): Promise<void> {
    await queries.query(`create table domain_names (domain_name text not null, domain_name_id text not null default '', ${ROW}, fields jsonb not null, tags jsonb not null default '{}', primary key (${DOMAIN}))`);
    await queries.query(`create table base_path_mappings (domain_name text not null, domain_name_id text not null default '', base_path text not null, ${ROW}, rest_api_id text not null, stage text,
      primary key (${DOMAIN}, base_path),
      foreign key (${DOMAIN}) references domain_names (${DOMAIN}) on delete cascade,
      foreign key (account_id, region, rest_api_id) references rest_apis (account_id, region, id))`);
    await queries.query('create index base_path_mappings_by_api on base_path_mappings (account_id, region, rest_api_id)');
    await queries.query(`create table domain_name_access_associations (id text not null, ${ROW}, domain_name text not null, domain_name_id text not null,
      access_association_source text not null, access_association_source_type text not null, tags jsonb not null default '{}', primary key (account_id, region, id),
      foreign key (${DOMAIN}) references domain_names (${DOMAIN}) on delete cascade)`);
    await queries.query(`create unique index domain_name_access_associations_by_source on domain_name_access_associations (${DOMAIN}, access_association_source)`);
    await queries.query(`create table vpc_links (id text not null, ${ROW}, name text not null, description text, target_arns jsonb not null, tags jsonb not null default '{}', primary key (account_id, region, id))`);
    await queries.query(`create table client_certificates (id text not null, ${ROW}, description text, pem_encoded_certificate text not null, sealed_private_key text not null, expires_at timestamptz not null,
      tags jsonb not null default '{}', primary key (account_id, region, id))`);
    // Work for one gateway, answered by it: a test invocation. Rows live for minutes.
    await queries.query(`create table gateway_jobs (id text not null, ${ROW}, gateway_id text not null, kind text not null, request text not null, answer text, answered_at timestamptz, primary key (account_id, region, id))`);
    await queries.query('create index gateway_jobs_by_age on gateway_jobs (created_at)');
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward: restore a backup to go back.');
  }
}
