import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import LineChart from '@cloudscape-design/components/line-chart';
import type { MetricPoint } from '@gatehouse/client-calls';
import type { Span } from './range';
import { ceilingOf, counts, latencies, milliseconds, type ChartPoint } from './series';

interface ChartsProps {
  readonly points: readonly MetricPoint[];
  readonly span: Span;
}
type Lines = ReadonlyArray<{ readonly title: string; readonly data: readonly ChartPoint[]; readonly color?: string }>;
const FIGURES = [
  ['average', 'Average'],
  ['p50', 'p50'],
  ['p90', 'p90'],
  ['p99', 'p99'],
] as const;
/** Red and orange mean errors everywhere; they come from the theme, so both modes stay readable. */
const ORANGE = '#c55305',
  RED = '#d13313';

/** CloudWatch's five charts. */
export function Charts({ points, span }: ChartsProps) {
  const figures = (member: 'latency' | 'integrationLatency'): Lines =>
    FIGURES.map(([figure, title]) => ({ title, data: latencies(points, span, member, figure) }));
  return (
    <div className="gh-charts">
      <Chart title="API calls" unit="requests" span={span} lines={[{ title: 'Count', data: counts(points, span, 'count') }]} />
      <Chart title="Latency" unit="ms" span={span} lines={figures('latency')} />
      <Chart title="Integration latency" unit="ms" span={span} lines={figures('integrationLatency')} />
      <Chart
        title="4XX errors"
        unit="requests"
        span={span}
        lines={[{ title: '4XX', data: counts(points, span, 'error4xx'), color: ORANGE }]}
      />
      <Chart
        title="5XX errors"
        unit="requests"
        span={span}
        lines={[{ title: '5XX', data: counts(points, span, 'error5xx'), color: RED }]}
      />
    </div>
  );
}

interface ChartProps {
  readonly title: string;
  readonly unit: 'requests' | 'ms';
  readonly span: Span;
  readonly lines: Lines;
}
const DAY_MS = 86_400_000;

function Chart({ title, unit, span, lines }: ChartProps) {
  const isLong = span.end.getTime() - span.start.getTime() > DAY_MS;
  const time = (date: Date): string =>
    isLong
      ? date.toLocaleDateString('en-GB', { month: 'short', day: 'numeric' })
      : date.toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' });
  const value = (y: number): string => (unit === 'ms' ? milliseconds(y) : y.toLocaleString('en'));
  const drawn = lines.filter(line => line.data.length > 0);
  return (
    <Container header={<Header variant="h2">{title}</Header>}>
      <LineChart<Date>
        height={190}
        hideFilter
        hideLegend={lines.length === 1}
        ariaLabel={title}
        xScaleType="time"
        xDomain={[span.start, span.end]}
        yDomain={[0, ceilingOf(lines.map(line => line.data))]}
        series={drawn.map(({ title: name, data, color }) => ({
          title: name,
          type: 'line' as const,
          data,
          valueFormatter: value,
          ...(color ? { color } : {}),
        }))}
        xTickFormatter={time}
        yTickFormatter={y => y.toLocaleString('en')}
        i18nStrings={{ chartAriaRoleDescription: 'line chart', xAxisAriaRoleDescription: 'time', yAxisAriaRoleDescription: unit }}
        xTitle=""
        yTitle={
          unit === 'ms'
            ? 'Milliseconds'
            : `Requests per ${span.periodSeconds < 3600 ? `${span.periodSeconds / 60} min` : `${span.periodSeconds / 3600} h`}`
        }
        empty={<span>Nothing was served in this time.</span>}
        noMatch={<span>Nothing was served in this time.</span>}
        statusType="finished"
      />
    </Container>
  );
}
