import type { Buckets } from './buckets.js';
import type { Clock } from './clock.js';
import type { Diagnostics } from './diagnostics.js';
import type { ExecutionLog } from './execution-log.js';
import type { Keys } from './keys.js';
import type { LogSink } from './log-sink.js';
import type { Metrics } from './metrics.js';
import type { Upstream } from './upstream.js';
import type { VpcLinks } from './vpc-links.js';

/** What whoever runs the gateway has chosen once for all APIs. */
export interface GatewaySettings {
  /** Adds RateLimit-Limit, RateLimit-Remaining, RateLimit-Reset and Retry-After, which AWS does not send. */
  readonly rateHeaders: boolean;
}

/** The world as steps see it. State that must outlive a deployment (buckets, counters, metrics) lives behind ports, never in a step. */
export interface Ports {
  readonly buckets: Buckets;
  readonly clock: Clock;
  readonly diagnostics: Diagnostics;
  readonly executionLog: ExecutionLog;
  readonly keys: Keys;
  readonly logs: LogSink;
  readonly metrics: Metrics;
  readonly settings: GatewaySettings;
  readonly upstream: Upstream;
  readonly vpcLinks: VpcLinks;
}
