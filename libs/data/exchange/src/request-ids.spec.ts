import { describe, expect, it } from 'vitest';
import { newRequestIds, traceIdFor } from './request-ids.js';

const ID = '11111111-2222-4333-8444-555555555555';
const ROOT = 'Root=1-5759e988-bd862e3fe1be46a994272793';

describe('request ids', () => {
  it('are a uuid and sixteen characters that end in =, and never come twice', () => {
    const seen = new Set<string>();
    for (let i = 0; i < 2_000; i++) {
      const { requestId, extendedRequestId } = newRequestIds();
      expect(requestId).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
      expect(extendedRequestId).toMatch(/^[A-Za-z0-9+/]{15}=$/);
      seen.add(requestId).add(extendedRequestId);
    }
    expect(seen.size).toBe(4_000);
  });

  it.each([null, '', 'nonsense', 'Root=1-zz-bd', 'Self=1-5759e988-bd862e3fe1be46a994272793', `${ROOT}\r\nX: y`, `${ROOT}${'x'.repeat(600)}`])('a trace header %j gets a new Root', presented => {
    expect(traceIdFor(presented, ID, 0x5759e988 * 1000)).toBe('Root=1-5759e988-222243338444555555555555');
  });

  it.each([[ROOT, ROOT], [`${ROOT};Parent=53995c3f42cd8ad8`, `${ROOT};Parent=53995c3f42cd8ad8;Sampled=1`], [`${ROOT};Parent=53995c3f42cd8ad8;Sampled=0`, `${ROOT};Parent=53995c3f42cd8ad8;Sampled=0`]])('%s goes on as %s', (presented, expected) => {
    expect(traceIdFor(presented, ID, 0)).toBe(expected);
  });
});
