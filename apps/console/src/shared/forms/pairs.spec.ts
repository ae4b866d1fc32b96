import { describe, expect, it } from 'vitest';
import { mapOf, pairsForm, pairsOf } from './pairs';

describe('a name-and-value editor', () => {
  it('refuses rows without a name, twice the same name, and names the rules forbid', () => {
    const wrong = (pairs: { name: string; value: string }[], rules?: Parameters<typeof pairsForm>[0]) =>
      pairsForm(rules)
        .safeParse(pairs)
        .error?.issues.map(issue => issue.path.join('.'));
    expect(wrong([{ name: '', value: 'x' }])).toEqual(['0.name']);
    expect(
      wrong([
        { name: 'a', value: '1' },
        { name: 'a', value: '2' },
      ]),
    ).toEqual(['1.name']);
    expect(wrong([{ name: 'a-b', value: '' }], { name: /^\w+$/, isEmptyAllowed: false })).toEqual(['0.value', '0.name']);
  });

  it('gives back the map it was made of', () => {
    const map = { zeta: '1', alpha: 'with = and <b>' };
    expect(mapOf(pairsOf(map))).toEqual(map);
    expect(pairsOf(undefined)).toEqual([]);
  });
});
