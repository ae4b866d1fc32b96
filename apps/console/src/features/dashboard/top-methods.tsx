import Header from '@cloudscape-design/components/header';
import Table from '@cloudscape-design/components/table';
import type { MethodMetrics } from '@gatehouse/client-calls';
import { Empty } from '../../shared/parts/list-table';
import { milliseconds, share } from './series';

/** More belong into a search, not onto a dashboard. */
const SHOWN = 10;

/** The busiest methods of the range. */
export function TopMethods({ methods }: MethodMetrics) {
  const busiest = [...methods].sort((a, b) => b.count - a.count).slice(0, SHOWN);
  return (
    <Table
      items={busiest}
      trackBy={row => `${row.httpMethod} ${row.resourcePath}`}
      ariaLabels={{ tableLabel: 'Top methods' }}
      header={
        <Header variant="h2" counter={methods.length > SHOWN ? `(${SHOWN} of ${methods.length})` : ''}>
          Top methods
        </Header>
      }
      empty={<Empty title="No requests yet" text="Call a stage; its methods appear here within seconds." />}
      columnDefinitions={[
        {
          id: 'method',
          header: 'Method',
          cell: row => (
            <span className="gh-method" data-method={row.httpMethod}>
              {row.httpMethod || '-'}
            </span>
          ),
        },
        { id: 'path', header: 'Path', cell: row => row.resourcePath || 'no such route', isRowHeader: true },
        { id: 'count', header: 'Requests', cell: row => row.count.toLocaleString('en') },
        { id: '4xx', header: '4XX', cell: row => `${row.error4xx.toLocaleString('en')} (${share(row.error4xx, row.count)})` },
        { id: '5xx', header: '5XX', cell: row => `${row.error5xx.toLocaleString('en')} (${share(row.error5xx, row.count)})` },
        { id: 'average', header: 'Average', cell: row => (row.latency ? milliseconds(row.latency.average) : '-') },
        { id: 'p99', header: 'p99', cell: row => (row.latency ? milliseconds(row.latency.p99) : '-') },
      ]}
    />
  );
}
