import type { Resource } from '@gatehouse/client-calls';
import { describe, expect, it } from 'vitest';
import { subtree, treeRows } from './tree';

const resource = (id: string, path: string, parentId?: string, methods: readonly string[] = []): Resource => ({
  id,
  path,
  ...(parentId ? { parentId, pathPart: path.split('/').at(-1)! } : {}),
  resourceMethods: Object.fromEntries(methods.map(httpMethod => [httpMethod, { httpMethod }])),
});
const API = [
  resource('c', '/pets/{petId}', 'b', ['GET', 'DELETE']),
  resource('r', '/'),
  resource('b', '/pets', 'r', ['POST']),
  resource('d', '/petshop', 'r'),
];
const lines = (collapsed: string[] = [], filter = '') =>
  treeRows(API, new Set(collapsed), filter).map(row => `${'  '.repeat(row.depth)}${row.label}`);

describe('the tree of resources', () => {
  it('shows every path below its parent, methods first', () => {
    expect(lines()).toEqual(['/', '  /pets', '    POST', '    /{petId}', '      DELETE', '      GET', '  /petshop']);
  });

  it('hides what lies below a folded line', () => expect(lines(['b'])).toEqual(['/', '  /pets', '  /petshop']));

  it('filters by path and by method, and unfolds what leads there', () => {
    expect(lines(['b', 'r'], 'DELETE /pets')).toEqual(['/', '  /pets', '    POST', '    /{petId}', '      DELETE', '      GET']);
    expect(lines([], 'shop')).toEqual(['/', '  /petshop']);
    expect(lines([], 'nothing')).toEqual([]);
  });

  it('lays out 1,500 methods in well under a second', () => {
    const many = [
      resource('r', '/'),
      ...Array.from({ length: 500 }, (_, index) => resource(`x${index}`, `/p${index}`, 'r', ['DELETE', 'GET', 'POST'])),
    ];
    const start = performance.now();
    expect(treeRows(many, new Set(), '')).toHaveLength(2001);
    expect(performance.now() - start).toBeLessThan(500);
  });

  it('takes a subtree by whole path segments only', () => {
    expect(
      subtree(API, API[2]!)
        .map(({ id }) => id)
        .sort(),
    ).toEqual(['b', 'c']);
    expect(subtree(API, API[1]!)).toHaveLength(4);
  });
});
