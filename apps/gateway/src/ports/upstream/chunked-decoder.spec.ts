import { describe, expect, it } from 'vitest';
import { ChunkedDecoder, MalformedChunks } from './chunked-decoder.js';

/** Feeds the text in pieces of `size` bytes and answers data, whether it ended, and what was left over. */
function decode(text: string, size: number): { readonly data: string; readonly isDone: boolean; readonly rest: string } {
  const decoder = new ChunkedDecoder();
  let data = '', rest = '';
  for (let at = 0; at < text.length; at += size) {
    const bytes = Buffer.from(text.slice(at, at + size), 'latin1');
    const stop = decoder.decode(bytes, 0, bytes.length, (start, end) => { data += bytes.toString('latin1', start, end); });
    rest += bytes.toString('latin1', stop);
  }
  return { data, isDone: decoder.isDone, rest };
}

describe('ChunkedDecoder', () => {
  it.each([
    'x', ';a\r\n', '\r\n', ' 3\r\nabc\r\n', '3 \r\nabc\r\n', '3\nabc\r\n', '3\r\rabc', '3\r\nabcd\r\n', '3\r\nabc\n0\r\n\r\n', '3\r\nabc\r0\r\n\r\n', '0x3\r\nabc\r\n', '+3\r\nabc\r\n', '-1\r\n', '123456789\r\n', '3;a\nb\r\n', '3;\x00\r\n', '0\r\nX\x01: y\r\n\r\n', '0\r\n\rX',
  ])('refuses %j, however it is cut', text => {
    for (const size of [1, 2, 5, text.length]) expect(() => decode(text, size)).toThrow(MalformedChunks);
  });

  it('refuses extensions and trailers without end', () => {
    for (const text of [`3;${'e'.repeat(2_000)}\r\n`, `0\r\n${'T: t\r\n'.repeat(3_000)}\r\n`]) expect(() => decode(text, 1_000)).toThrow(MalformedChunks);
  });

  it('reads the same data however it is cut', () => {
    const text = '3\r\nabc\r\nA;name=value\r\n0123456789\r\n00\r\nTrailer: x\r\nOther: y\r\n\r\nREST';
    for (let size = 1; size <= text.length; size++) expect(decode(text, size)).toEqual({ data: 'abc0123456789', isDone: true, rest: 'REST' });
  });

  it('knows that it is not done', () => {
    for (const text of ['3\r\nab', '3\r\nabc', '3\r\nabc\r\n', '0\r\n', '0\r\nT: x\r\n']) expect(decode(text, 3).isDone).toBe(false);
  });
});
