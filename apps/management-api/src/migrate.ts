import { dataSourceOptions } from '@gatehouse/control-store';
import { MIGRATIONS } from '@gatehouse/migrations';
import { DataSource } from 'typeorm';

const LOCK = 4001;

/** Brings a database up to date. Several processes may start it at once: one works, the others wait and find nothing left to do. */
export async function migrate(url: string): Promise<readonly string[]> {
  const store = await new DataSource(dataSourceOptions({ url, entities: [], migrations: MIGRATIONS, poolSize: 2, onPoolError: error => console.error(error) })).initialize();
  const session = store.createQueryRunner();
  try {
    await session.query('select pg_advisory_lock($1)', [LOCK]);
    const done = await store.runMigrations();
    return done.map(migration => migration.name);
  } finally {
    await session.release();
    await store.destroy();
  }
}

if (process.argv[1]?.endsWith('migrate.js')) {
  const url = process.env['DATABASE_URL'];
  if (!url) throw new Error('DATABASE_URL is missing: it names the database to bring up to date, e.g. postgres://user:password@localhost:5432/gatehouse');
  const done = await migrate(url);
  console.log(done.length === 0 ? 'The database is up to date.' : `Applied ${done.join(', ')}.`);
}
