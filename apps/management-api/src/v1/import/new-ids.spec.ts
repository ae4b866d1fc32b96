import { describe, expect, it } from 'vitest';
import { newIds } from './new-ids.js';

describe('newIds', () => {
  it('draws again when an id is taken, by what is there or by an earlier call', () => {
    const drawn = ['old', 'a', 'a', 'old', 'b'];
    const next = newIds([{ id: 'old' }], () => drawn.shift()!);
    expect([next(), next()]).toEqual(['a', 'b']);
  });
});
