import { describe, expect, it } from 'vitest';
import { fault, twinExchange, twinRoute, twinWorld } from '@gatehouse/data-exchange';
import { newBucket } from '@gatehouse/engine-throttle';
import { stamp } from './stamp.js';

function stamped(type: 'HTTP' | 'HTTP_PROXY' | 'MOCK', change: (x: ReturnType<typeof twinExchange>) => void = () => undefined, rateHeaders = false): readonly string[] {
  const route = twinRoute({ integration: { type } });
  const x = twinExchange(route);
  x.traceId = 'Root=1-2-3';
  x.answer = { status: 200, headers: [], body: null };
  change(x);
  stamp.build(route, twinWorld({ rateHeaders }))!(x);
  return x.answer.headers;
}
const IDS = ['x-amzn-RequestId', '11111111-2222-4333-8444-555555555555', 'x-amz-apigw-id', 'AAAAAAAAAAAAAAA='];

describe('stamp', () => {
  it('puts both ids on every answer', () => {
    for (const type of ['HTTP_PROXY', 'MOCK'] as const) expect(stamped(type)).toEqual(IDS);
  });

  it('tells the trace only where HTTP succeeded', () => {
    expect(stamped('HTTP')).toEqual([...IDS, 'X-Amzn-Trace-Id', 'Root=1-2-3']);
    expect(stamped('HTTP', x => { x.fault = fault('INTEGRATION_TIMEOUT'); })).toEqual(IDS);
  });

  it('tells a rate only by setting, and when to come back', () => {
    const throttled = (x: ReturnType<typeof twinExchange>): void => {
      x.fault = fault('THROTTLED');
      x.bucket = { ...newBucket({ perSecond: 0.5, burst: 4 }, 0), level: 0 };
    };
    expect(stamped('MOCK', throttled)).toEqual(IDS);
    expect(stamped('MOCK', throttled, true).slice(4)).toEqual(['RateLimit-Limit', '4', 'RateLimit-Remaining', '0', 'RateLimit-Reset', '8', 'Retry-After', '2']);
  });
});
