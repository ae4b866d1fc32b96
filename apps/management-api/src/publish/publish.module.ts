import { Module } from '@nestjs/common';
import { Feed } from './feed.js';
import { GatewayRoutes } from './gateway-routes.js';
import { GatewaysDoor } from './gateways-door.js';
import { Gateways } from './gateways.service.js';
import { Leases } from './leases.js';
import { PropagationController } from './propagation.controller.js';
import { PropagationService } from './propagation.service.js';
import { Revisions } from './revisions.js';
import { Sweeper } from './sweeper.js';
import { Ingest } from '../telemetry/ingest.js';
import { TelemetryModule } from '../telemetry/telemetry.module.js';

/** From committed rows to gateways: revisions, the feed, the gateways' door, leases of quotas, and the answer where a change is live. */
@Module({
  imports: [TelemetryModule],
  controllers: [PropagationController],
  providers: [Revisions, Feed, Ingest, Gateways, GatewayRoutes, GatewaysDoor, Leases, PropagationService, Sweeper],
  exports: [GatewaysDoor, GatewayRoutes, Gateways],
})
export class PublishModule {}
