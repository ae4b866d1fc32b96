import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { inject } from 'vitest';

/** A fresh database for one spec file, copied from the migrated template: its URL. */
export async function newDatabase(): Promise<string> {
  const url = (name: string): string => inject('clusterUrl').replace(/DATABASE$/, name);
  const name = `t_${randomUUID().replaceAll('-', '')}`;
  const client = new pg.Client({ connectionString: url('postgres') });
  await client.connect();
  await client.query(`create database ${name} template template_app`);
  await client.end();
  return url(name);
}
