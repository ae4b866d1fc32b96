const LATENCY = { type: 'object', nullable: true, description: 'milliseconds; null when nothing was measured', properties: { average: { type: 'number' }, p50: { type: 'number' }, p90: { type: 'number' }, p99: { type: 'number' } } };
const FIGURES = { count: { type: 'integer' }, error4xx: { type: 'integer' }, error5xx: { type: 'integer' }, latency: LATENCY, integrationLatency: LATENCY };

/** JSON schema of the figures over time, for the OpenAPI document. */
export const OVER_TIME = {
  type: 'object',
  properties: {
    periodSeconds: { type: 'integer' },
    points: { type: 'array', items: { type: 'object', properties: { timestamp: { type: 'string', format: 'date-time' }, ...FIGURES } } },
    totals: { type: 'object', properties: FIGURES },
  },
};

/** The figures of each method of the span, busiest first. */
export const BY_METHOD = { type: 'object', properties: { methods: { type: 'array', items: { type: 'object', properties: { resourcePath: { type: 'string' }, httpMethod: { type: 'string' }, ...FIGURES } } } } };
