import type { TreeRow } from './tree';

/** What a key does in the tree: another line becomes the active one, a line folds, or the active line opens. */
export type TreeMove = { readonly kind: 'go'; readonly key: string } | { readonly kind: 'fold' | 'unfold' | 'open'; readonly row: TreeRow };

type Mover = (rows: readonly TreeRow[], index: number) => TreeMove | null;
const go = (rows: readonly TreeRow[], index: number): TreeMove | null => {
  const row = rows[index];
  return row ? { kind: 'go', key: row.key } : null;
};
const open: Mover = (rows, index) => (rows[index] ? { kind: 'open', row: rows[index] } : null);

/** The keys of an ARIA tree. */
const KEYS: Readonly<Record<string, Mover>> = {
  ArrowDown: (rows, index) => go(rows, Math.min(index + 1, rows.length - 1)),
  ArrowUp: (rows, index) => go(rows, Math.max(index - 1, 0)),
  Home: rows => go(rows, 0),
  End: rows => go(rows, rows.length - 1),
  ArrowRight: (rows, index) => {
    const row = rows[index];
    return !row || row.isExpanded === null ? null : row.isExpanded ? go(rows, index + 1) : { kind: 'unfold', row };
  },
  ArrowLeft: (rows, index) => {
    const row = rows[index];
    return !row ? null : row.isExpanded ? { kind: 'fold', row } : row.parentKey === null ? null : { kind: 'go', key: row.parentKey };
  },
  Enter: open,
  ' ': open,
};

/** The move of a key press; null when the key means nothing here. */
export const moveOf = (key: string, rows: readonly TreeRow[], active: string | null): TreeMove | null => {
  const index = rows.findIndex(row => row.key === active);
  return KEYS[key]?.(rows, index < 0 ? 0 : index) ?? null;
};
