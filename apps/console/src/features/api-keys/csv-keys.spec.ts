import { describe, expect, it } from 'vitest';
import { outlineOf } from './csv-keys';

const value = (index: number): string => `value-number-${String(index).padStart(10, '0')}`;

describe('a CSV of keys', () => {
  it('names what is wrong with it, by line, and never shows a value', () => {
    const { problems } = outlineOf(`name,key\na,${value(1)}\nb,short\nc,${value(1)}\n`);
    expect(problems).toEqual(['Line 3: a key has from 20 to 128 characters, this one 5.', 'Line 4: the same key as in line 2.']);
    expect(problems.join()).not.toContain('value-number');
    expect(outlineOf('').problems).toEqual(['The file is empty.']);
    expect(outlineOf('name,colour\na,red').problems).toEqual([
      'The first line names no column "key".',
      'The column "colour" is not known.',
    ]);
  });

  it('reads quotes, Windows line ends and a byte order mark', () => {
    expect(outlineOf(`\uFEFFName,Key,usageplanIds\r\n"a, b","${value(2)}","p1,p2"\r\n`)).toEqual({
      rows: 1,
      columns: ['name', 'key', 'usageplanids'],
      problems: [],
    });
  });

  it('looks over 10,000 keys at once', () => {
    const text = ['name,key', ...Array.from({ length: 10_000 }, (_, index) => `k${index},${value(index)}`)].join('\n');
    expect(outlineOf(text)).toMatchObject({ rows: 10_000, problems: [] });
  });
});
