import { waitMs } from '@gatehouse/engine-throttle';
import type { Clock, Exchange, StageRoute, Step } from '@gatehouse/data-exchange';

/** Types whose successful answers carry X-Amzn-Trace-Id; MOCK, HTTP_PROXY and gateway errors do not. */
const TRACED = new Set(['HTTP', 'AWS', 'AWS_PROXY']);

/** Puts the gateway's own ids on every answer; by setting also the headers that tell a rate. */
export const stamp: Step<StageRoute> = {
  name: 'stamp',
  build(route, { settings, clock }) {
    const isTraced = TRACED.has(route.integrationType);
    return x => {
      const { answer } = x;
      if (answer === null) return;
      answer.headers.push('x-amzn-RequestId', x.requestId, 'x-amz-apigw-id', x.extendedRequestId);
      if (isTraced && x.fault === null) answer.headers.push('X-Amzn-Trace-Id', x.traceId);
      if (settings.rateHeaders) tellRate(x, answer.headers, clock);
    };
  },
};

/** The trace alone: a test call has no request id of the gateway's in its answer, as at AWS. */
export const stampTrace: Step<StageRoute> = {
  name: 'stampTrace',
  build: route => (TRACED.has(route.integrationType) ? x => { if (x.fault === null) x.answer?.headers.push('X-Amzn-Trace-Id', x.traceId); } : null),
};

function tellRate(x: Exchange, headers: string[], clock: Clock): void {
  if (x.fault?.row.type === 'QUOTA_EXCEEDED') return tellQuota(x, headers, clock);
  const { bucket } = x;
  if (bucket === null || !Number.isFinite(bucket.burst)) return;
  const toFullMs = bucket.perSecond > 0 ? ((bucket.burst - bucket.level) * 1000) / bucket.perSecond : 0;
  headers.push('RateLimit-Limit', String(Math.floor(bucket.burst)), 'RateLimit-Remaining', String(Math.max(0, Math.floor(bucket.level))), 'RateLimit-Reset', String(Math.ceil(toFullMs / 1000)));
  const wait = waitMs(bucket);
  if (x.fault?.row.type === 'THROTTLED' && Number.isFinite(wait)) headers.push('Retry-After', String(Math.max(1, Math.ceil(wait / 1000))));
}

function tellQuota(x: Exchange, headers: string[], clock: Clock): void {
  const standing = x.grant?.quota?.standing() ?? null;
  if (standing === null) return;
  const seconds = String(Math.max(1, Math.ceil((standing.resetsAtMs - clock.epochMs()) / 1000)));
  headers.push('RateLimit-Limit', String(standing.limit), 'RateLimit-Remaining', String(standing.remaining), 'RateLimit-Reset', seconds, 'Retry-After', seconds);
}
