import { RE2JS } from 're2js';

/** A pattern that the linear-time engine cannot run (back-references, look-around) or that is no pattern at all. */
export class InvalidPattern extends Error {}

const MAX_PATTERN = 10_240;

/**
 * A Java regular expression that must match the whole text, as `Matcher.matches()` does. It runs in RE2, in time linear to the text,
 * whatever a user wrote; `.` does not match a line end.
 */
export function fullMatch(pattern: string): (text: string) => boolean {
  if (pattern.length > MAX_PATTERN) throw new InvalidPattern(`the pattern is longer than ${MAX_PATTERN} characters`);
  let compiled: RE2JS;
  try {
    compiled = RE2JS.compile(pattern);
  } catch (cause) {
    throw new InvalidPattern(`${pattern}: ${cause instanceof Error ? cause.message : 'not a pattern'}`, { cause });
  }
  return text => compiled.matches(text);
}
