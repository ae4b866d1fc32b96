import { describe, expect, it } from 'vitest';
import { fromHeaderValue, isHeaderValue, toHeaderValue } from './header-list.js';

describe('a header value on the wire', () => {
  it('a character that would be a line end in Latin-1 is none', () => {
    expect(isHeaderValue('\u010d\u010a')).toBe(false);
    expect(isHeaderValue(toHeaderValue('\u010d\u010a'))).toBe(true);
  });

  it('is read back as it was meant, ASCII or not', () => {
    for (const text of ['plain', 'Zürich', '日本 \u{1f600}', '']) expect(fromHeaderValue(toHeaderValue(text))).toBe(text);
  });

  it('bytes that are no UTF-8 are shown as Latin-1', () => {
    expect(fromHeaderValue('Z\u00fcrich')).toBe('Zürich');
  });
});
