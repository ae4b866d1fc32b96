import { Global, Module } from '@nestjs/common';
import { Feed } from './feed.js';
import { GatewayJobs } from './gateway-jobs.js';
import { GatewayTestInvoker } from './gateway-test-invoker.js';
import { GatewayRoutes } from './gateway-routes.js';
import { GatewaysDoor } from './gateways-door.js';
import { Gateways } from './gateways.service.js';
import { Leases } from './leases.js';
import { Notifications } from './notifications.js';
import { PropagationController } from './propagation.controller.js';
import { PropagationService } from './propagation.service.js';
import { Revisions } from './revisions.js';
import { Sweeper } from './sweeper.js';
import { TestInvoker } from '../v1/methods/test-invoker.js';
import { Ingest } from '../telemetry/ingest.js';
import { TelemetryModule } from '../telemetry/telemetry.module.js';

/** From committed rows to gateways: revisions, the feed, the gateways' door, leases of quotas, and the answer where a change is live. */
@Global()
@Module({
  imports: [TelemetryModule],
  controllers: [PropagationController],
  providers: [Notifications, GatewayJobs, Revisions, Feed, Ingest, Gateways, GatewayRoutes, GatewaysDoor, Leases, PropagationService, Sweeper, { provide: TestInvoker, useClass: GatewayTestInvoker }],
  exports: [TestInvoker, GatewaysDoor, GatewayRoutes, Gateways],
})
export class PublishModule {}
