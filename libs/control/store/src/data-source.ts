import type { DataSourceOptions, EntitySchema, MixedList } from 'typeorm';

type Classes = MixedList<string | EntitySchema | (new () => object)>;

export interface StoreOptions {
  readonly url: string;
  readonly entities: Classes;
  readonly migrations: MixedList<string | (new () => object)>;
  /** Connections of this pool; ingest has its own, so a flood of telemetry cannot starve the API. */
  readonly poolSize: number;
  readonly onPoolError: (error: unknown) => void;
  /** How long a statement waits for another writer's lock; as long as it may run unless told. `lock_timeout` in the URL wins. */
  readonly lockTimeoutMs?: number;
}

/** How we reach PostgreSQL: migrations are explicit, nothing synchronises by itself, and a database that is away is known within two seconds. */
export function dataSourceOptions({ url, entities, migrations, poolSize, onPoolError, lockTimeoutMs }: StoreOptions): DataSourceOptions {
  return {
    type: 'postgres',
    url,
    entities: entities as DataSourceOptions['entities'] & object,
    migrations: migrations as DataSourceOptions['migrations'] & object,
    migrationsRun: false,
    migrationsTransactionMode: 'each',
    synchronize: false,
    installExtensions: false,
    uuidExtension: 'pgcrypto',
    poolSize,
    connectTimeoutMS: 1_500,
    poolErrorHandler: onPoolError,
    extra: { ...(lockTimeoutMs !== undefined && { lock_timeout: lockTimeoutMs }), query_timeout: 20_000, statement_timeout: 20_000, idle_in_transaction_session_timeout: 30_000, keepAlive: true },
  };
}
