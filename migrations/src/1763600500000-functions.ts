import { type MigrationInterface, type QueryRunner } from 'typeorm';

const ROW = `account_id text not null, region text not null, version integer not null default 1,
  created_at timestamptz not null default now(), updated_at timestamptz not null default now()`;
const FUNCTION = 'account_id, region, function_name';
const OF_FUNCTION = `foreign key (${FUNCTION}) references functions (${FUNCTION}) on delete cascade`;

/** Functions with their versions, aliases and policies, layers, the code of both, and what an enrolled process is for. */
export class Functions1763600500000 implements MigrationInterface {
  readonly name = 'Functions1763600500000';

  async up(queries: QueryRunner): Promise<void> {
    await queries.query("alter table gateways add column role text not null default 'gateway'");

    // A zip under its SHA-256, in pieces of a mebibyte: it is read and written piece by piece, and two functions may share one.
    await queries.query(`create table code_objects (digest text not null, ${ROW}, bytes bigint not null, unpacked_bytes bigint not null, primary key (account_id, region, digest))`);
    await queries.query(`create table code_pieces (digest text not null, account_id text not null, region text not null, n integer not null, body bytea not null, primary key (account_id, region, digest, n),
      foreign key (account_id, region, digest) references code_objects (account_id, region, digest) on delete cascade)`);
    await queries.query('alter table code_pieces alter column body set storage external');

    await queries.query(`create table functions (function_name text not null, ${ROW}, next_version integer not null default 1, reserved_concurrency integer, remote jsonb, tags jsonb not null default '{}', primary key (${FUNCTION}))`);
    await queries.query(`create table function_versions (function_name text not null, function_version text not null, ${ROW}, fields jsonb not null, sealed_environment text, code_digest text not null,
      revision_id text not null, last_modified timestamptz not null, primary key (${FUNCTION}, function_version), ${OF_FUNCTION},
      foreign key (account_id, region, code_digest) references code_objects (account_id, region, digest))`);
    await queries.query('create index function_versions_by_code on function_versions (account_id, region, code_digest)');
    await queries.query(`create table function_aliases (function_name text not null, alias_name text not null, ${ROW}, function_version text not null, description text, weights jsonb not null default '{}', revision_id text not null,
      primary key (${FUNCTION}, alias_name), foreign key (${FUNCTION}, function_version) references function_versions (${FUNCTION}, function_version))`);
    // The qualifier is $LATEST, a version or an alias.
    await queries.query(`create table function_policies (function_name text not null, qualifier text not null, ${ROW}, statements jsonb not null, revision_id text not null, primary key (${FUNCTION}, qualifier), ${OF_FUNCTION})`);
    await queries.query(`create table function_event_invokes (function_name text not null, qualifier text not null, ${ROW}, fields jsonb not null, last_modified timestamptz not null, primary key (${FUNCTION}, qualifier), ${OF_FUNCTION})`);
    await queries.query(`create table function_provisioned (function_name text not null, qualifier text not null, ${ROW}, requested integer not null, last_modified timestamptz not null, primary key (${FUNCTION}, qualifier), ${OF_FUNCTION})`);

    await queries.query(`create table layers (layer_name text not null, ${ROW}, next_version integer not null default 1, primary key (account_id, region, layer_name))`);
    await queries.query(`create table layer_versions (layer_name text not null, layer_version integer not null, ${ROW}, fields jsonb not null, code_digest text not null, statements jsonb not null default '[]', revision_id text not null,
      is_deleted boolean not null default false, primary key (account_id, region, layer_name, layer_version),
      foreign key (account_id, region, layer_name) references layers (account_id, region, layer_name),
      foreign key (account_id, region, code_digest) references code_objects (account_id, region, digest))`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward: restore a backup to go back.');
  }
}
