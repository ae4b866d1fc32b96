import { describe, expect, it } from 'vitest';
import { cut, type Column } from './list-cut';

interface Row {
  readonly name: string;
  readonly size: number;
}
const columns: readonly Column<Row>[] = [
  { id: 'name', header: 'Name', cell: row => row.name, text: row => row.name, order: row => row.name },
  { id: 'size', header: 'Size', cell: row => row.size, order: row => row.size },
];
const rows = Array.from({ length: 60 }, (_, index): Row => ({ name: `api ${index}`, size: (index * 7) % 60 }));
const plain = { text: '', page: 1, pageSize: 25, order: null };

describe('a list cut to one page', () => {
  it.each([
    [Number.NaN, 1],
    [-3, 1],
    [0, 1],
    [1.5, 1],
    [Number.POSITIVE_INFINITY, 1],
    [99, 3],
    [2, 2],
  ])('makes page %s of the address bar page %i', (page, expected) => expect(cut(rows, columns, { ...plain, page }).page).toBe(expected));

  it('finds in what is searched beside the columns, whatever the case', () => {
    expect(cut(rows, columns, { ...plain, text: ' TAG-7 ', searched: row => `tag-${row.size}-` }).rows.map(row => row.size)).toEqual([7]);
    expect(cut(rows, columns, { ...plain, text: 'api 5' }).matches).toBe(11);
    expect(cut(rows, columns, { ...plain, text: '<script>' })).toMatchObject({ rows: [], matches: 0, pages: 1 });
  });

  it('orders numbers as numbers and names with their numbers, both ways', () => {
    expect(cut(rows, columns, { ...plain, order: { id: 'size', descending: true } }).rows[0]).toMatchObject({ size: 59 });
    expect(cut(rows, columns, { ...plain, pageSize: 3, order: { id: 'name', descending: false } }).rows.map(row => row.name)).toEqual([
      'api 0',
      'api 1',
      'api 2',
    ]);
  });
});
