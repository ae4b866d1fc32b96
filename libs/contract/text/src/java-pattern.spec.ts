import { describe, expect, it } from 'vitest';
import { fullMatch, InvalidPattern } from './java-pattern.js';

describe('fullMatch', () => {
  it.each(['(', '[a', '(?=x)', '(a)\\1', '*'])('refuses %s', pattern => {
    expect(() => fullMatch(pattern)).toThrow(InvalidPattern);
  });

  it.each([
    ['4\\d{2}', '404', true], ['4\\d{2}', '4040', false], ['4', '404', false], ['.*Error.*', 'an Error here', true],
    ['.*', 'two\nlines', false], ['200|201', '201', true], ['(?i)bad.*', 'BAD REQUEST', true], ['', '200', false],
  ])('%s on %j is %s', (pattern, text, expected) => {
    expect(fullMatch(pattern)(text)).toBe(expected);
  });

  it('runs the pattern that blocks a backtracking engine for seconds in milliseconds', () => {
    const matches = fullMatch('^(a+)+$');
    const started = performance.now();
    expect(matches(`${'a'.repeat(5_000)}b`)).toBe(false);
    expect(performance.now() - started).toBeLessThan(500);
  });
});
