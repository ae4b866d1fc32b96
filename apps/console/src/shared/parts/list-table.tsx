import type { CallFault } from '@gatehouse/client-calls';
import type { UseQueryResult } from '@tanstack/react-query';
import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import Header from '@cloudscape-design/components/header';
import Pagination from '@cloudscape-design/components/pagination';
import SpaceBetween from '@cloudscape-design/components/space-between';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import Table, { type TableProps } from '@cloudscape-design/components/table';
import TextFilter from '@cloudscape-design/components/text-filter';
import { useState, type ReactNode } from 'react';
import { useAddressText } from '../place';
import { FaultAlert } from './fault-alert';
import { cut, type Column } from './list-cut';

interface ListTableProps<T> {
  readonly title: string;
  readonly query: UseQueryResult<readonly T[], CallFault>;
  readonly columns: readonly Column<T>[];
  readonly rowId: (row: T) => string;
  /** What the search looks through, beside the columns' own texts. */
  readonly searched?: (row: T) => string;
  readonly searchLabel: string;
  readonly empty: { readonly title: string; readonly text: string; readonly action?: ReactNode };
  readonly actions?: ReactNode;
  readonly description?: ReactNode;
  readonly variant?: TableProps.Variant;
  readonly pageSize?: number;
  /** Names the search in the address bar; two lists on one page need two names. */
  readonly address?: string;
}

/** A list with search, order and pages, all in the browser; search and page stay in the address bar. */
export function ListTable<T>({
  title,
  query,
  columns,
  rowId,
  searched,
  searchLabel,
  empty,
  actions,
  description,
  variant = 'container',
  pageSize = 25,
  address = '',
}: ListTableProps<T>) {
  const [text, setText] = useAddressText(`${address}q`);
  const [page, setPage] = useAddressText(`${address}page`);
  const [order, setOrder] = useState<{ readonly id: string; readonly descending: boolean } | null>(null);
  const rows = query.data ?? [];
  const shown = cut(rows, columns, { text, page: Number(page), pageSize, order, searched });
  const definitions = columns.map(column => ({
    id: column.id,
    header: column.header,
    cell: column.cell,
    isRowHeader: column.isRowHeader ?? false,
    ...(column.width ? { width: column.width } : {}),
    ...(column.order ? { sortingField: column.id } : {}),
  }));
  const sorted = order && definitions.find(definition => definition.id === order.id);
  const fault = query.error && !query.data ? <FaultAlert fault={query.error} onRetry={() => void query.refetch()} /> : null;
  return (
    <Table<T>
      variant={variant}
      items={shown.rows}
      columnDefinitions={definitions}
      trackBy={rowId}
      loading={query.isPending && !fault}
      loadingText={`Loading ${title.toLowerCase()}`}
      wrapLines={false}
      {...(sorted ? { sortingColumn: sorted } : {})}
      sortingDescending={order?.descending ?? false}
      onSortingChange={({ detail }) => setOrder({ id: detail.sortingColumn.sortingField ?? '', descending: detail.isDescending ?? false })}
      header={
        <Header
          variant={variant === 'full-page' ? 'h1' : 'h2'}
          counter={query.data ? `(${rows.length})` : ''}
          description={query.error && query.data ? <NotFresh fault={query.error} /> : description}
          actions={actions}
        >
          {title}
        </Header>
      }
      filter={
        <TextFilter
          filteringText={text}
          filteringPlaceholder={searchLabel}
          filteringAriaLabel={searchLabel}
          countText={text ? `${shown.matches} ${shown.matches === 1 ? 'match' : 'matches'}` : ''}
          onChange={({ detail }) => {
            setText(detail.filteringText);
            setPage('');
          }}
        />
      }
      pagination={
        shown.pages > 1 && (
          <Pagination
            currentPageIndex={shown.page}
            pagesCount={shown.pages}
            onChange={({ detail }) => setPage(detail.currentPageIndex > 1 ? String(detail.currentPageIndex) : '')}
            ariaLabels={{ nextPageLabel: 'Next page', previousPageLabel: 'Previous page', pageLabel: number => `Page ${number}` }}
          />
        )
      }
      empty={fault ?? (text ? <NoMatch clear={() => setText('')} /> : <Empty {...empty} />)}
    />
  );
}

/** A list that could not be asked again is shown as it was, and says so. */
const NotFresh = ({ fault }: { readonly fault: CallFault }) => (
  <StatusIndicator type="warning">Not refreshed: {fault.message}</StatusIndicator>
);

function NoMatch({ clear }: { readonly clear: () => void }) {
  return (
    <SpaceBetween size="xs" alignItems="center">
      <b>No matches</b>
      <Box color="text-body-secondary">Nothing here has that text.</Box>
      <Button onClick={clear}>Clear search</Button>
    </SpaceBetween>
  );
}

/** An empty list says what it is for and what to do next. */
export function Empty({ title, text, action }: { readonly title: string; readonly text: string; readonly action?: ReactNode }) {
  return (
    <Box textAlign="center" padding={{ vertical: 'm' }}>
      <SpaceBetween size="xs" alignItems="center">
        <b>{title}</b>
        <Box color="text-body-secondary">{text}</Box>
        {action}
      </SpaceBetween>
    </Box>
  );
}
