import type { DataSource } from 'typeorm';

/** The connection pool of telemetry: its own, so that a flood of batches cannot take the API's connections. */
export class IngestStore {
  constructor(readonly store: DataSource) {}
}
