import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { startPostgres } from '@gatehouse/control-embedded';
import { ACCESS_ENTITIES, API_ENTITIES, dataSourceOptions, DOMAIN_ENTITIES, PLATFORM_ENTITIES } from '@gatehouse/control-store';
import { MIGRATIONS } from '@gatehouse/migrations';
import pg from 'pg';
import { DataSource } from 'typeorm';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  export interface ProvidedContext { clusterUrl: string }
}

/** One cluster for the run, migrated once into a template; each spec file copies it (see database.ts). */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'gatehouse-api-'));
  chmodSync(folder, 0o755);
  const cluster = await startPostgres({ folder, durable: false });
  const client = new pg.Client({ connectionString: cluster.url() });
  await client.connect();
  await client.query('create database template_app');
  await client.end();
  const entities = [...PLATFORM_ENTITIES, ...API_ENTITIES, ...ACCESS_ENTITIES, ...DOMAIN_ENTITIES];
  const store = await new DataSource(dataSourceOptions({ url: cluster.url('template_app'), entities, migrations: MIGRATIONS, poolSize: 2, onPoolError: console.error })).initialize();
  await store.runMigrations();
  await store.destroy();
  project.provide('clusterUrl', cluster.url('DATABASE'));
  return async () => {
    await cluster.stop();
    rmSync(folder, { recursive: true, force: true });
  };
}
