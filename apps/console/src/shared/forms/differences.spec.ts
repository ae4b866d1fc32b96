import { describe, expect, it } from 'vitest';
import { differencesOf, inWords } from './differences';

describe('two versions of a form', () => {
  it('differ nowhere when they say the same, be it unset or empty', () => {
    expect(differencesOf({ a: '', b: null, c: [] }, { b: undefined })).toEqual([]);
  });

  it('show each setting on which they disagree, deep ones too', () => {
    expect(
      differencesOf({ rate: 5, vars: [{ name: 'a', value: '1' }] }, { rate: 7, vars: [{ name: 'a', value: '2' }], note: 'x' }),
    ).toEqual([
      { field: 'rate', theirs: '5', mine: '7' },
      { field: 'vars.0.value', theirs: '1', mine: '2' },
      { field: 'note', theirs: null, mine: 'x' },
    ]);
  });

  it('are named in words', () => {
    expect(['isOn', 'quota.limit', 'requestParameters.0.name'].map(inWords)).toEqual(['on', 'quota: limit', 'request parameters: 1: name']);
  });
});
