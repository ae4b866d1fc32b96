import { describe, expect, it } from 'vitest';
import { urgencyOf } from './expiry';

describe('the end of a certificate', () => {
  it('is past, near, or far', () => {
    const now = Date.UTC(2026, 0, 1);
    const after = (days: number) => urgencyOf(new Date(now + days * 86_400_000), now);
    expect([after(-1), after(0), after(30), after(31)]).toEqual(['error', 'error', 'warning', 'success']);
  });
});
