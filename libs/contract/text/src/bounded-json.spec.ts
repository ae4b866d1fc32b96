import { describe, expect, it } from 'vitest';
import { parseBoundedJson, UnreadableJson } from './bounded-json.js';

describe('parseBoundedJson', () => {
  it.each(['', '{', "{'a':1}", 'undefined', '[1,]'])('refuses %j', text => {
    expect(() => parseBoundedJson(text)).toThrow(UnreadableJson);
  });

  it('refuses a million open brackets before it parses them', () => {
    for (const open of ['[', '{"a":']) expect(() => parseBoundedJson(open.repeat(1_000_000))).toThrow(/deeper/);
  });

  it('does not count brackets inside strings', () => {
    expect(parseBoundedJson(JSON.stringify(`"${'['.repeat(1_000)}\\`))).toBe(`"${'['.repeat(1_000)}\\`);
  });
});
