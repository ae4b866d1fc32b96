import { describe, expect, it } from 'vitest';
import { testRequestOf } from './test-request.js';

/** What a socket gets to see. */
const written = (pathWithQuery: string, headers: string[] = []): string => {
  const request = testRequestOf({ pathWithQuery, headers });
  return Buffer.from([request.path, request.query, ...request.headers].join('|'), 'latin1').toString('latin1');
};

describe('what a test call sends', () => {
  it.each([
    ['a path', '/x\u010d\u010aX-Evil: 1', '/x%C4%8D%C4%8AX-Evil:%201|'],
    ['a query', '/x?q=\u010d\u010aX-Evil: 1', '/x|q=%C4%8D%C4%8AX-Evil:%201'],
    ['line ends as they are', '/x?q=a\r\nX-Evil: 1', '/x|q=a%0D%0AX-Evil:%201'],
    ['a blank, which would end the target', '/x y?q=\u0120HTTP/1.1', '/x%20y|q=%C4%A0HTTP/1.1'],
    ['half a surrogate pair', '/x?q=\ud800', '/x|q=%EF%BF%BD'],
  ])('%s cannot split the head', (_what, pathWithQuery, expected) => {
    expect(written(pathWithQuery)).toBe(expected);
  });

  it('a header value cannot split the head: characters that look like line ends in Latin-1 go as UTF-8', () => {
    const text = written('/', ['h', 'a\u010d\u010aX-Evil: 1']);
    expect(text).not.toMatch(/[\r\n]/);
    expect(Buffer.from(text, 'latin1').toString('utf8')).toBe('/||h|a\u010d\u010aX-Evil: 1');
  });

  it.each([['a line end', 'h', 'a\r\nb'], ['a control', 'h', 'a\u0001'], ['a name with a blank', 'h h', 'a']])('%s in a header is refused', (_what, name, value) => {
    expect(() => written('/', [name, value])).toThrow('cannot be sent');
  });

  it('what is escaped already stays as it is, and a second question mark belongs to the query', () => {
    expect(written('/a%20b?x=%C3%A4?y', ['A', 'plain'])).toBe('/a%20b|x=%C3%A4?y|A|plain');
  });
});
