import Button from '@cloudscape-design/components/button';
import Box from '@cloudscape-design/components/box';
import Header from '@cloudscape-design/components/header';
import SegmentedControl from '@cloudscape-design/components/segmented-control';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Table from '@cloudscape-design/components/table';
import { V1, type CallFault, type Usage, type UsagePlan } from '@gatehouse/client-calls';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useDesk } from '../../shared/calls/desk';
import { useAll } from '../../shared/calls/queries';
import { utcDay } from '../../shared/parts/dates';
import { Empty } from '../../shared/parts/list-table';
import { Loaded } from '../../shared/parts/loaded';
import { save } from '../../shared/parts/save-file';
import { ExtendQuota } from './extend-quota';
import { usageCsv, usageRows, type UsageRow } from './usage-rows';

const REFRESH_MS = 5_000,
  DAY_MS = 86_400_000;
const SPANS = [
  { id: '1', text: 'Today' },
  { id: '7', text: '7 days' },
  { id: '30', text: '30 days' },
  { id: '90', text: '90 days' },
];

/** What each key has used and has left, by UTC days, refreshed while one looks. */
export function PlanUsage({ plan }: { readonly plan: UsagePlan }) {
  const { calls } = useDesk();
  const [days, setDays] = useState('30');
  const keys = useAll(V1.GetUsagePlanKeys, { usagePlanId: plan.id });
  const query = useQuery<Usage, CallFault>({
    queryKey: ['GetUsage', plan.id, days],
    refetchInterval: REFRESH_MS,
    queryFn: async ({ signal }) => {
      const now = Date.now(),
        input = {
          usagePlanId: plan.id,
          startDate: utcDay(new Date(now - (Number(days) - 1) * DAY_MS)),
          endDate: utcDay(new Date(now)),
          limit: 500,
        };
      let page = (await calls.call(V1.GetUsage, input, { signal })).value;
      const items = { ...page.items };
      while (page.position) {
        page = (await calls.call(V1.GetUsage, { ...input, position: page.position }, { signal })).value;
        Object.assign(items, page.items);
      }
      return { ...page, items };
    },
  });
  const names = new Map((keys.data ?? []).map(key => [key.id, key.name ?? key.id]));
  return (
    <SpaceBetween size="m">
      <SegmentedControl label="Span of days" selectedId={days} options={SPANS} onChange={({ detail }) => setDays(detail.selectedId)} />
      <Loaded query={query}>{usage => <Rows plan={plan} usage={usage} rows={usageRows(usage, names, utcDay(new Date()))} />}</Loaded>
      <Box variant="small" color="text-body-secondary">
        Days are UTC days. Remaining counts down the plan's quota (
        {plan.quota ? `${(plan.quota.limit ?? 0).toLocaleString('en')} a ${(plan.quota.period ?? '').toLowerCase()}` : 'this plan has none'}
        ).
      </Box>
    </SpaceBetween>
  );
}

function Rows({ plan, usage, rows }: { readonly plan: UsagePlan; readonly usage: Usage; readonly rows: readonly UsageRow[] }) {
  const [extending, setExtending] = useState<UsageRow | null>(null);
  const name = `usage-${plan.id}-${usage.startDate}-${usage.endDate}`;
  const exports = (
    <SpaceBetween size="xs" direction="horizontal">
      <Button
        iconName="download"
        disabled={rows.length === 0}
        onClick={() =>
          save(
            `${name}.json`,
            'application/json',
            JSON.stringify(
              { usagePlanId: plan.id, startDate: usage.startDate, endDate: usage.endDate, values: usage.items ?? {} },
              null,
              2,
            ),
          )
        }
      >
        Export JSON
      </Button>
      <Button iconName="download" disabled={rows.length === 0} onClick={() => save(`${name}.csv`, 'text/csv', usageCsv(rows))}>
        Export CSV
      </Button>
    </SpaceBetween>
  );
  return (
    <>
      <Table
        variant="embedded"
        items={rows}
        trackBy="keyId"
        ariaLabels={{ tableLabel: 'Usage' }}
        header={
          <Header variant="h2" counter={`(${rows.length})`} actions={exports}>
            Usage
          </Header>
        }
        empty={<Empty title="Nothing used yet" text="Calls with a key of this plan are counted here within a second." />}
        columnDefinitions={[
          { id: 'name', header: 'API key', cell: row => row.name, isRowHeader: true },
          { id: 'used', header: 'Used in this span', cell: row => row.used.toLocaleString('en') },
          { id: 'today', header: 'Used today', cell: row => row.usedToday.toLocaleString('en') },
          {
            id: 'remaining',
            header: 'Remaining',
            cell: row => (plan.quota && row.remaining !== null ? row.remaining.toLocaleString('en') : 'no quota'),
          },
          {
            id: 'extend',
            header: 'Change',
            cell: row =>
              plan.quota && (
                <Button variant="inline-link" ariaLabel={`Extend the quota of ${row.name}`} onClick={() => setExtending(row)}>
                  Extend
                </Button>
              ),
          },
        ]}
      />
      {extending && <ExtendQuota plan={plan} row={extending} onClose={() => setExtending(null)} />}
    </>
  );
}
