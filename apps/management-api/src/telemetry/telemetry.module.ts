import { Module, type OnApplicationShutdown } from '@nestjs/common';
import { dataSourceOptions } from '@gatehouse/control-store';
import type { Logger } from 'pino';
import { DataSource } from 'typeorm';
import { LOG } from '../platform/log-token.js';
import { Settings } from '../platform/settings.js';
import { IngestStore } from './ingest-store.js';
import { MetricsController } from './metrics.controller.js';
import { MetricsService } from './metrics.service.js';
import { Partitions } from './partitions.js';

/** What gateways saw, as figures. Ingest has its own few connections. */
@Module({
  controllers: [MetricsController],
  providers: [
    MetricsService, Partitions,
    {
      provide: IngestStore, inject: [Settings, LOG],
      useFactory: async ({ databaseUrl }: Settings, log: Logger) =>
        new IngestStore(await new DataSource(dataSourceOptions({ url: databaseUrl, entities: [], migrations: [], poolSize: 4, onPoolError: error => log.warn({ err: error }, 'a database connection of ingest broke') })).initialize()),
    },
  ],
  exports: [IngestStore, MetricsService],
})
export class TelemetryModule implements OnApplicationShutdown {
  constructor(private readonly ingest: IngestStore) {}

  async onApplicationShutdown(): Promise<void> {
    await this.ingest.store.destroy();
  }
}
