import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { inject } from 'vitest';

async function create(template: string): Promise<string> {
  const url = (name: string): string => inject('clusterUrl').replace(/DATABASE$/, name);
  const name = `t_${randomUUID().replaceAll('-', '')}`;
  const client = new pg.Client({ connectionString: url('postgres') });
  await client.connect();
  await client.query(`create database ${name} template ${template}`);
  await client.end();
  return url(name);
}

/** A fresh database for one spec file, copied from the migrated template: its URL. */
export const newDatabase = (): Promise<string> => create('template_app');
/** A database without a single table. */
export const emptyDatabase = (): Promise<string> => create('template0');
