import { describe, expect, it } from 'vitest';
import { book, emptySlice, giveBack, isLow, take } from './quota-slice.js';

const grant = (granted: number, remaining: number, from = 0) => ({ granted, remaining, limit: 100, windowFromMs: from, windowToMs: from + 1_000 });

describe('a quota slice', () => {
  it('asks before its first grant, and says spent when nothing is left anywhere', () => {
    const slice = emptySlice();
    expect(take(slice, 1, 0)).toBe('ask');
    book(slice, grant(2, 0));
    expect([take(slice, 1, 1), take(slice, 1, 1), take(slice, 1, 1)]).toEqual(['taken', 'taken', 'spent']);
  });

  it('asks again when its part is gone but the quota is not', () => {
    const slice = emptySlice();
    book(slice, grant(1, 50));
    take(slice, 1, 1);
    expect(take(slice, 1, 1)).toBe('ask');
  });

  it('never carries a rest over into the next window', () => {
    const slice = emptySlice();
    book(slice, grant(10, 0));
    expect(take(slice, 1, 1_000)).toBe('ask');
    book(slice, grant(3, 0, 1_000));
    expect(slice.left).toBe(3);
    book(slice, grant(99, 0, 0));
    expect(slice.left).toBe(3);
  });

  it('is low below a quarter of the last grant, and only while there is more to have', () => {
    const slice = emptySlice();
    book(slice, grant(8, 10));
    expect(isLow(slice, 1)).toBe(false);
    take(slice, 6, 1);
    expect(isLow(slice, 1)).toBe(true);
    slice.remaining = 0;
    expect(isLow(slice, 1)).toBe(false);
  });

  it('gives its rest back to the window that it came from, once', () => {
    const slice = emptySlice();
    book(slice, grant(5, 10, 4_000));
    take(slice, 2, 4_001);
    expect(giveBack(slice)).toEqual({ back: 3, windowFromMs: 4_000 });
    expect(giveBack(slice).back).toBe(0);
  });
});
