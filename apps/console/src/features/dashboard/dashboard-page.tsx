import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { V1, type CallFault, type MethodMetrics, type Metrics } from '@gatehouse/client-calls';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useDesk } from '../../shared/calls/desk';
import { useAll } from '../../shared/calls/queries';
import { Loaded } from '../../shared/parts/loaded';
import { useAddressText } from '../../shared/place';
import { Charts } from './charts';
import { Controls } from './controls';
import { parseRange, spanOf, writeRange, type Span } from './range';
import { TopMethods } from './top-methods';
import { Totals } from './totals';

const REFRESH_MS = 5_000;
interface Shown {
  readonly metrics: Metrics;
  readonly methods: MethodMetrics;
  readonly span: Span;
}

/** C-19: what an API has served, by stage and time range, moving while traffic flows. */
export function DashboardPage({ restApiId }: { readonly restApiId: string }) {
  const { calls } = useDesk();
  const stages = useAll(V1.GetStages, { restApiId });
  const [stage, setStage] = useAddressText('stage');
  const [rangeText, setRangeText] = useAddressText('range');
  const [refresh, setRefresh] = useAddressText('refresh');
  const range = parseRange(rangeText),
    isRefreshing = refresh !== 'off' && range.kind === 'relative';
  const query = useQuery<Shown, CallFault>({
    queryKey: ['metrics', restApiId, stage, writeRange(range)],
    placeholderData: keepPreviousData,
    refetchInterval: isRefreshing ? REFRESH_MS : false,
    queryFn: async ({ signal }) => {
      const span = spanOf(range, new Date());
      const question = { restApiId, ...(stage ? { stageName: stage } : {}), start: span.start.toISOString(), end: span.end.toISOString() };
      const [metrics, methods] = await Promise.all([
        calls.metrics({ ...question, periodSeconds: span.periodSeconds }, signal),
        calls.methodMetrics(question, signal),
      ]);
      return { metrics, methods, span };
    },
  });
  return (
    <SpaceBetween size="l">
      <Header variant="h1" description="Requests that the gateways answered, refused ones included.">
        Dashboard
      </Header>
      <Controls
        stages={stages.data ?? []}
        stage={stage}
        onStage={setStage}
        range={range}
        onRange={next => setRangeText(writeRange(next))}
        isRefreshing={isRefreshing}
        onRefreshing={on => setRefresh(on ? '' : 'off')}
        onRefresh={() => void query.refetch()}
        isLoading={query.isFetching}
      />
      <Loaded query={query}>
        {({ metrics, methods, span }) => (
          <SpaceBetween size="l">
            <Totals totals={metrics.totals} />
            <Charts points={metrics.points} span={span} />
            <TopMethods methods={methods.methods} />
          </SpaceBetween>
        )}
      </Loaded>
    </SpaceBetween>
  );
}
