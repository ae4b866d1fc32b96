import { describe, expect, it } from 'vitest';
import { readStructure } from './read.js';

describe('reading an answer', () => {
  it('calls lists items and makes dates of epoch seconds, at every depth', () => {
    expect(readStructure('RestApis', { item: [{ id: 'a', createdDate: 1763600000 }], position: 'p' })).toEqual({
      items: [{ id: 'a', createdDate: new Date(1763600000_000) }],
      position: 'p',
    });
    expect(readStructure('Usage', { values: { k1: [[1, 9]] } })).toEqual({ items: { k1: [[1, 9]] } });
  });

  it('keeps a member that a newer server sends', () => {
    expect(readStructure('RestApi', { id: 'a', somethingNewer: { deep: [1] } })).toEqual({ id: 'a', somethingNewer: { deep: [1] } });
  });

  it('leaves alone what is not shaped as promised', () => {
    expect(readStructure('RestApis', null)).toBeNull();
    expect(readStructure('RestApis', { item: 'oops' })).toEqual({ items: 'oops' });
  });
});
