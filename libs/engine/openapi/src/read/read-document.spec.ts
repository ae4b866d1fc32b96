import { describe, expect, it } from 'vitest';
import { InvalidDocument } from './invalid-document.js';
import { readDocument } from './read-document.js';

const refusal = (text: string | Uint8Array): InvalidDocument => {
  try {
    readDocument(text);
  } catch (error) {
    if (error instanceof InvalidDocument) return error;
    throw error;
  }
  throw new Error('was read');
};
const inMs = (work: () => void): number => {
  const start = performance.now();
  work();
  return performance.now() - start;
};
const bomb = ['a: &a [x, x, x, x, x, x, x, x, x, x]', ...'bcdefghi'.split('').map((name, i) => `${name}: &${name} [${Array(10).fill(`*${'abcdefgh'[i]}`).join(', ')}]`)].join('\n');

describe('what is refused, each in under a second', () => {
  it.each<[string, string | Uint8Array, RegExp]>([
    ['a YAML alias bomb', bomb, /more than/],
    ['an alias that contains itself', 'a: &a\n  b: *a\n', /contains itself/],
    ['an alias of nothing', 'a: *b', /names nothing|neither JSON nor YAML/],
    ['two thousand aliases', `a: &a 1\nb: [${Array(2_000).fill('*a').join(', ')}]`, /aliases/],
    ['JSON nested 101 deep', '['.repeat(101) + ']'.repeat(101), /deeper than 100/],
    ['JSON nested three million deep', '['.repeat(3_000_000), /deeper than 100/],
    ['YAML flow nested three million deep', `a: ${'['.repeat(3_000_000)}`, /deeper than 100/],
    ['YAML sequences nested a million deep on one line', '- '.repeat(1_000_000), /deeper than 100/],
    ['YAML keys nested a million deep on one line', '? '.repeat(1_000_000), /deeper than 100/],
    ['YAML blocks nested 150 deep', Array.from({ length: 150 }, (_, i) => `${' '.repeat(i)}a:`).join('\n'), /deeper than 100/],
    ['half a million values', `[${'0,'.repeat(600_000)}0]`, /more than 500000 values/],
    ['a key twice in JSON', '{"a": {"x": 1, "\\u0078": 2}}', /'x' appears twice/],
    ['a key twice in YAML', 'a: 1\nb: 2\na: 3', /'a' appears twice/],
    ['a status code twice, as number and as text', "200: a\n'200': b", /'200' appears twice/],
    ['a tag of its own', 'a: !!js/function "x"', /neither JSON nor YAML/],
    ['several documents', 'a: 1\n---\nb: 2', /several YAML documents/],
    ['bytes that are no UTF-8', new Uint8Array([0x7b, 0xff, 0x7d]), /not UTF-8/],
    ['broken JSON', '{"a": ', /neither JSON nor YAML/],
    ['a map as a key', '? {a: 1}\n: 2', /no plain text/],
    ['a merge of a text', '<<: text', /merge key/],
    ['a NUL character', '{"a": {"b\\u0000": 1}}', /NUL character/],
    ['half a character', '{"a": ["\\ud800"]}', /half a character/],
    ['six million closing brackets', `a: 1\n${'}'.repeat(6_000_000)}`, /bracket closes/],
    ['three million numbers in YAML', `a: [${'1,'.repeat(3_000_000)}1]`, /more than 250000 values/],
    ['a million texts in a row', `a: ${'"" '.repeat(1_000_000)}`, /more than 250000 values/],
    ['two million comments', `a: 1\n${'#x\n'.repeat(2_000_000)}`, /more than 500000 lines/],
    ['five million empty lines', `a: 1\n${'\n'.repeat(5_000_000)}`, /more than 500000 lines/],
    ['two million aliases of nothing', `a: [${'*a,'.repeat(2_000_000)}]`, /more than 250000 values/],
  ])('%s', (_, text, message) => {
    let error: InvalidDocument | null = null;
    expect(inMs(() => { error = refusal(text); })).toBeLessThan(1_000);
    expect(error!.message).toMatch(message);
  });

  it('fifty thousand keys in one YAML map take no quadratic time', () => {
    const text = Array.from({ length: 50_000 }, (_, i) => `k${i}: 1`).join('\n');
    expect(inMs(() => { readDocument(text); })).toBeLessThan(3_000);
  });
});

describe('what is read', () => {
  it('JSON and YAML of the same content are equal', () => {
    const value = { swagger: '2.0', info: { title: 'x', version: '1.10' }, paths: { '/a': { get: { responses: { 200: { description: 'ok' } } } } } };
    expect(readDocument(JSON.stringify(value))).toEqual(value);
    expect(readDocument('swagger: 2.0\ninfo:\n  title: x\n  version: 1.10\npaths:\n  /a:\n    get:\n      responses:\n        200:\n          description: ok\n')).toEqual(value);
  });

  it('a byte order mark is no content', () => {
    expect(readDocument('\uFEFF{"a":1}')).toEqual({ a: 1 });
    expect(readDocument(new Uint8Array([0xef, 0xbb, 0xbf, 0x7b, 0x7d]))).toEqual({});
  });

  it('YAML in braces is read as YAML', () => { expect(readDocument('{a: 1, b: [x, y]}')).toEqual({ a: 1, b: ['x', 'y'] }); });
  it('dates, yes and no stay text', () => { expect(readDocument('a: 2012-10-17\nb: yes\nc: 12:30:45\n')).toEqual({ a: '2012-10-17', b: 'yes', c: '12:30:45' }); });
  it('aliases and merge keys give what they stand for; own members win', () => {
    expect(readDocument('base: &b {x: 1, y: 2}\none: *b\ntwo:\n  <<: *b\n  y: 3\nthree: {<<: [{z: 1}, *b]}\n'))
      .toEqual({ base: { x: 1, y: 2 }, one: { x: 1, y: 2 }, two: { x: 1, y: 3 }, three: { z: 1, x: 1, y: 2 } });
  });

  it('a member named __proto__ is a member', () => {
    for (const text of ['{"__proto__": {"a": 1}}', '__proto__:\n  a: 1\n']) {
      const value = readDocument(text) as object;
      expect(Object.keys(value)).toEqual(['__proto__']);
      expect((value as { a?: number }).a).toBeUndefined();
    }
  });

  it('AWS variables are put in where the importer knows them', () => {
    const variables = { accountId: '123456789012', partition: 'aws', region: 'eu-west-1' };
    expect(readDocument('a: arn:${AWS::Partition}:x:${AWS::Region}:${AWS::AccountId}:${stageVariables.x}', variables)).toEqual({ a: 'arn:aws:x:eu-west-1:123456789012:${stageVariables.x}' });
  });
});
