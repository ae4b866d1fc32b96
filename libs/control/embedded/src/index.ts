export { reachableFolder, startPostgres, type EmbeddedPostgres, type PostgresOptions } from './postgres.js';
