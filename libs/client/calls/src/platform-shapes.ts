import { z } from 'zod';

/** GET, POST /api/v1/session. */
export const Session = z.object({
  userName: z.string(),
  arn: z.string(),
  accountId: z.string(),
  region: z.string(),
  csrfToken: z.string(),
});
export type Session = z.infer<typeof Session>;

/** GET /api/v1/info: `gateway.url` is where calls go, `domain` the suffix of the host form. */
export const Info = z.object({
  version: z.string(),
  accountId: z.string(),
  region: z.string(),
  gateway: z.object({ url: z.string(), domain: z.string(), pathForm: z.boolean() }),
});
export type Info = z.infer<typeof Info>;

const Latency = z.object({ average: z.number(), p50: z.number(), p90: z.number(), p99: z.number() });
const figures = {
  count: z.number(),
  error4xx: z.number(),
  error5xx: z.number(),
  latency: Latency.nullable(),
  integrationLatency: Latency.nullable(),
};
const MetricPoint = z.object({ timestamp: z.string(), ...figures });
export type MetricPoint = z.infer<typeof MetricPoint>;

/** GET /api/v1/metrics: latencies in milliseconds, null where nothing was served. */
export const Metrics = z.object({ periodSeconds: z.number(), points: z.array(MetricPoint), totals: z.object(figures) });
export type Metrics = z.infer<typeof Metrics>;

/** GET /api/v1/metrics/methods. */
export const MethodMetrics = z.object({
  methods: z.array(
    z.object({
      resourcePath: z.string(),
      httpMethod: z.string(),
      count: z.number(),
      error4xx: z.number(),
      error5xx: z.number(),
      latency: Latency.nullable(),
    }),
  ),
});
export type MethodMetrics = z.infer<typeof MethodMetrics>;

/** GET /api/v1/.../propagation: which gateways serve a revision. */
export const Propagation = z.object({
  revision: z.number(),
  state: z.enum(['pending', 'applying', 'active', 'failed']),
  served: z.number(),
  total: z.number(),
  gateways: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      appliedRevision: z.number(),
      state: z.enum(['applied', 'behind', 'failed']),
      reason: z.string().nullish(),
    }),
  ),
});
export type Propagation = z.infer<typeof Propagation>;
