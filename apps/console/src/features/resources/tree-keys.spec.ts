import { describe, expect, it } from 'vitest';
import { treeRows } from './tree';
import { moveOf } from './tree-keys';

const API = [
  { id: 'r', path: '/' },
  { id: 'b', path: '/b', pathPart: 'b', parentId: 'r', resourceMethods: { GET: { httpMethod: 'GET' } } },
];
const rows = treeRows(API, new Set(), '');
const folded = treeRows(API, new Set(['b']), '');

describe('keys in the tree', () => {
  it('stop at both ends and ignore keys that mean nothing', () => {
    expect(moveOf('ArrowUp', rows, 'r')).toEqual({ kind: 'go', key: 'r' });
    expect(moveOf('ArrowDown', rows, 'b GET')).toEqual({ kind: 'go', key: 'b GET' });
    expect(moveOf('x', rows, 'r')).toBeNull();
    expect(moveOf('ArrowDown', [], null)).toBeNull();
  });

  it('unfold, then go in; fold, then go out', () => {
    expect(moveOf('ArrowRight', folded, 'b')).toMatchObject({ kind: 'unfold' });
    expect(moveOf('ArrowRight', rows, 'b')).toEqual({ kind: 'go', key: 'b GET' });
    expect(moveOf('ArrowLeft', rows, 'b')).toMatchObject({ kind: 'fold' });
    expect(moveOf('ArrowLeft', rows, 'b GET')).toEqual({ kind: 'go', key: 'b' });
    expect(moveOf('ArrowRight', rows, 'b GET')).toBeNull();
  });

  it('open the active line by Enter or space', () =>
    expect(moveOf('Enter', rows, 'b GET')).toMatchObject({ kind: 'open', row: { httpMethod: 'GET' } }));
});
