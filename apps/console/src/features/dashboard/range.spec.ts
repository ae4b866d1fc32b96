import { describe, expect, it } from 'vitest';
import { DEFAULT_RANGE, parseRange, RELATIVE, spanOf, writeRange } from './range';

const now = new Date('2026-11-20T10:07:31Z');

describe('a time range', () => {
  it.each(['', 'nonsense', '~', '2026-11-20~2026-11-19', 'toString', '1h~', '%00'])(
    'of the address bar that makes no sense (%s) is the last hour',
    text => expect(parseRange(text)).toEqual(DEFAULT_RANGE),
  );

  it('survives the address bar', () => {
    for (const id of RELATIVE) expect(writeRange(parseRange(id))).toBe(id);
    const absolute = { kind: 'absolute' as const, start: new Date('2026-11-01T00:00:00Z'), end: new Date('2026-11-02T00:00:00Z') };
    expect(parseRange(writeRange(absolute))).toEqual(absolute);
  });

  it('asks for whole periods, few enough to draw', () => {
    for (const id of RELATIVE) {
      const { start, end, periodSeconds } = spanOf(parseRange(id), now);
      expect(start.getTime() % (periodSeconds * 1000)).toBe(0);
      expect((end.getTime() - start.getTime()) / 1000 / periodSeconds).toBeLessThanOrEqual(202);
    }
    expect(spanOf(parseRange('15m'), now)).toEqual({
      start: new Date('2026-11-20T09:52:00Z'),
      end: new Date('2026-11-20T10:08:00Z'),
      periodSeconds: 60,
    });
  });
});
