import { describe, expect, it } from 'vitest';
import { isHeaderName, isHeaderValue, toHeaderValue, headerOf, headersOf } from './header-list.js';
import { firstMimeOf, mimeOf } from './media-type.js';
import { encodeComponent, parseQuery } from './query-string.js';

describe('parseQuery', () => {
  it.each([
    ['', []], ['a=1&b=2', [['a', '1'], ['b', '2']]], ['a', [['a', '']]], ['a=', [['a', '']]], ['a=1;b=2', [['a', '1'], ['b', '2']]],
    ['q=a+b%2Bc', [['q', 'a b+c']]], ['q=%zz', [['q', '%zz']]], ['a=1&a=2', [['a', '1'], ['a', '2']]], ['&&a=1&', [['a', '1']]], ['=x', [['', 'x']]], ['a=b=c', [['a', 'b=c']]],
  ])('reads %j', (raw, expected) => {
    expect(parseQuery(raw)).toEqual(expected);
  });
});

describe('encodeComponent', () => {
  it('leaves nothing that could end a segment, start a query or split a line', () => {
    expect(encodeComponent("a/b?c#d&e=f\r\n'(*)!")).toBe('a%2Fb%3Fc%23d%26e%3Df%0D%0A%27%28%2A%29%21');
    expect(encodeComponent('\ud800')).toBe('%EF%BF%BD');
  });
});

describe('headers', () => {
  it('refuses what would end or split a head', () => {
    for (const value of ['a\r\nb', 'a\nb', 'a\0', 'a\x7f', '\u20ac']) expect(isHeaderValue(value)).toBe(false);
    for (const name of ['', 'a b', 'a:', 'a\r', 'ä']) expect(isHeaderName(name)).toBe(false);
    expect(isHeaderValue('tab\tand \xff')).toBe(true);
  });

  it('writes text above ASCII as UTF-8 bytes', () => {
    expect(Buffer.from(toHeaderValue('€'), 'latin1').toString('utf8')).toBe('€');
  });

  it('finds names whatever their case', () => {
    const list = ['X-Api-Key', '1', 'x-api-key', '2'];
    expect(headerOf(list, 'x-api-key')).toBe('1');
    expect(headersOf(list, 'x-api-key')).toEqual(['1', '2']);
    expect(headerOf(list, 'x-api')).toBeNull();
  });
});

describe('media types', () => {
  it('looks at the MIME type only', () => {
    expect(mimeOf('Application/JSON; charset=UTF-8')).toBe('application/json');
    expect(mimeOf('  ')).toBeNull();
    expect(firstMimeOf('text/html, application/json')).toBe('text/html');
  });
});
