import { PatchRefused } from './patch-refused.js';

/** Reads the text of an operation's `value` (undefined when the caller sent none), or throws PatchRefused. */
export type Codec<T> = (raw: string | undefined) => T;

/** Any text; an absent value reads as empty. */
export const text: Codec<string> = raw => raw ?? '';

/** Text that becomes null when it is absent or empty: the field is unset. */
export const textOrNull: Codec<string | null> = raw => raw || null;

/** Text that must not be empty. */
export const filled = (message: string): Codec<string> => raw => {
  if (!raw) throw new PatchRefused(message);
  return raw;
};

/** `true` or `false` in any case, as Java reads them; anything else is refused. */
export const flag = (message: string): Codec<boolean> => raw => {
  const word = raw?.toLowerCase();
  if (word !== 'true' && word !== 'false') throw new PatchRefused(message);
  return word === 'true';
};

/** A whole number within bounds. */
export const whole = (min: number, max: number, message: string): Codec<number> => raw => {
  if (raw === undefined || !/^-?\d{1,15}$/.test(raw)) throw new PatchRefused(message);
  const value = Number(raw);
  if (value < min || value > max) throw new PatchRefused(message);
  return value;
};

/** A decimal number within bounds; exponents, blanks, hexadecimal and infinities are refused. */
export const decimal = (min: number, max: number, message: string): Codec<number> => raw => {
  if (raw === undefined || !/^-?\d{1,15}(\.\d{1,15})?$/.test(raw)) throw new PatchRefused(message);
  const value = Number(raw);
  if (value < min || value > max) throw new PatchRefused(message);
  return value;
};

/** One of the words given. */
export const oneOf = <const Words extends readonly string[]>(words: Words, message: string): Codec<Words[number]> => raw => {
  if (raw === undefined || !words.includes(raw)) throw new PatchRefused(message);
  return raw;
};
