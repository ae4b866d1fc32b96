import type { ReactNode } from 'react';

/** One column of a list: `text` is searched, `order` makes it sortable. */
export interface Column<T> {
  readonly id: string;
  readonly header: string;
  readonly cell: (row: T) => ReactNode;
  readonly text?: (row: T) => string;
  readonly order?: (row: T) => string | number;
  readonly width?: number;
  readonly isRowHeader?: boolean;
}

interface Wish<T> {
  readonly text: string;
  /** As it stands in the address bar: may be anything. */
  readonly page: number;
  readonly pageSize: number;
  readonly order: { readonly id: string; readonly descending: boolean } | null;
  readonly searched?: ((row: T) => string) | undefined;
}

/** The rows of one page of a searched and ordered list. A page number that makes no sense becomes the nearest that does. */
export function cut<T>(rows: readonly T[], columns: readonly Column<T>[], { text, page, pageSize, order, searched }: Wish<T>) {
  const needle = text.trim().toLowerCase();
  const found = needle
    ? rows.filter(row =>
        [searched?.(row) ?? '', ...columns.map(column => column.text?.(row) ?? '')].join('\n').toLowerCase().includes(needle),
      )
    : rows;
  const by = order && columns.find(column => column.id === order.id)?.order;
  const ordered = by ? [...found].sort((a, b) => compare(by(a), by(b)) * (order.descending ? -1 : 1)) : found;
  const pages = Math.max(1, Math.ceil(ordered.length / pageSize));
  const current = Number.isInteger(page) ? Math.min(Math.max(page, 1), pages) : 1;
  return { rows: ordered.slice((current - 1) * pageSize, current * pageSize), matches: found.length, pages, page: current };
}

const compare = (a: string | number, b: string | number): number =>
  typeof a === 'number' && typeof b === 'number' ? a - b : String(a).localeCompare(String(b), 'en', { numeric: true });
