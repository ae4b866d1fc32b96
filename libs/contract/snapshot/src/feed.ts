import { z } from 'zod';

/**
 * The gateways' door (port 4002), JSON over HTTP. Every route but /health/live and /health/ready wants `Authorization: Bearer {gatewayId}.{key}`.
 *
 * - `POST /enrolments` with the enrol token as bearer: Enrolment -> Enrolled.
 * - `GET /feed?after={revision}`: newline-delimited FeedLine, open for ever; the first line is `state` or the deltas after `after`.
 * - `POST /documents` {digests}: newline-delimited {digest, text}.
 * - `GET /code?digest=`: the zip of a function or layer, for functions apps.
 * - `POST /heartbeats` Heartbeat -> HeartbeatAnswer, every 2 s; it also acknowledges the revision that is served.
 * - `POST /leases` LeaseRequest -> LeaseAnswer.
 * - `POST /jobs` {id} -> GatewayJob, after a `job` line of the feed; `POST /jobs/answers` GatewayJobAnswer -> 204.
 * - `POST /telemetry` TelemetryBatch -> 204; a batch seen before changes nothing.
 */
export const FeedLine = z.discriminatedUnion('type', [
  z.object({ type: z.literal('state'), revision: z.number().int(), pointers: z.record(z.string(), z.string()) }),
  z.object({ type: z.literal('delta'), revision: z.number().int(), set: z.record(z.string(), z.string()), drop: z.array(z.string()) }),
  z.object({ type: z.literal('ping'), revision: z.number().int() }),
  z.object({ type: z.literal('job'), id: z.string() }),
]);
export type FeedLine = z.infer<typeof FeedLine>;

export const DocumentLine = z.object({ digest: z.string(), text: z.string() });
export type DocumentLine = z.infer<typeof DocumentLine>;

export const Enrolment = z.object({ name: z.string().min(1).max(200), version: z.string().max(100), role: z.enum(['gateway', 'functions']).default('gateway') });
export type Enrolment = z.input<typeof Enrolment>;
/** `digestKey` (base64) turns a presented API key value into the digest of its KeyPage; `functionsKey` (base64, for functions apps alone) opens what functions keep secret. */
export const Enrolled = z.object({ gatewayId: z.string(), key: z.string(), digestKey: z.string(), functionsKey: z.string().nullable().default(null) });
export type Enrolled = z.infer<typeof Enrolled>;

/** `boot` is new at each start of the process. `failures` name pointers whose document did not compile; the last good one is served. */
export const Heartbeat = z.object({
  boot: z.string(),
  version: z.string(),
  appliedRevision: z.number().int(),
  failures: z.array(z.object({ pointer: z.string(), reason: z.string() })),
  address: z.string(),
});
export type Heartbeat = z.infer<typeof Heartbeat>;
/** `gateways` = how many are alive now, this one included: a gateway's share of a rate. */
export const HeartbeatAnswer = z.object({ gateways: z.number().int().min(1) });
export type HeartbeatAnswer = z.infer<typeof HeartbeatAnswer>;

const Counter = z.object({ usagePlanId: z.string(), apiKeyId: z.string() });
/** `want` is how many are waiting or expected now; `back` returns unused ones of the window that begins at `windowFromMs`. */
export const LeaseRequest = z.object({ boot: z.string(), wants: z.array(Counter.extend({ want: z.number().int().min(0), back: z.number().int().min(0), windowFromMs: z.number() })) });
export type LeaseRequest = z.infer<typeof LeaseRequest>;
/** `granted` may be spent until `windowToMs`; `remaining` is what nobody holds or has spent; `limit` the plan's in this window. */
export const LeaseAnswer = z.object({
  grants: z.array(Counter.extend({ granted: z.number().int(), limit: z.number().int(), remaining: z.number().int(), windowFromMs: z.number(), windowToMs: z.number() })),
});
export type LeaseAnswer = z.infer<typeof LeaseAnswer>;

const Sparse = z.object({ count: z.number(), sumUs: z.number(), maxUs: z.number(), buckets: z.array(z.number()) });
export const MetricRow = z.object({
  restApiId: z.string(), stageName: z.string(), resourcePath: z.string(), httpMethod: z.string(),
  /** Epoch milliseconds of the minute's beginning. */
  minuteMs: z.number(),
  count: z.number().int(), error4xx: z.number().int(), error5xx: z.number().int(), cacheHit: z.number().int(), cacheMiss: z.number().int(),
  latency: Sparse, integrationLatency: Sparse,
});
export type MetricRow = z.infer<typeof MetricRow>;
/** Requests admitted for a key under a plan on a UTC day. */
export const UsageRow = Counter.extend({ day: z.string(), used: z.number().int() });
export type UsageRow = z.infer<typeof UsageRow>;
/** Idempotent by (gateway, boot, sequence); sequences begin at 1 and grow by 1. */
export const TelemetryBatch = z.object({ boot: z.string(), sequence: z.number().int(), usage: z.array(UsageRow), metrics: z.array(MetricRow) });
export type TelemetryBatch = z.infer<typeof TelemetryBatch>;
