import Box from '@cloudscape-design/components/box';
import Container from '@cloudscape-design/components/container';
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs';
import type { Metrics } from '@gatehouse/client-calls';
import { milliseconds, share } from './series';

const Figure = ({ text, id }: { readonly text: string; readonly id: string }) => (
  <Box variant="awsui-value-large" data-testid={`total-${id}`}>
    {text}
  </Box>
);

/** The whole range in six figures. */
export function Totals({ totals: { count, error4xx, error5xx, latency, integrationLatency } }: { readonly totals: Metrics['totals'] }) {
  const number = (value: number): string => value.toLocaleString('en');
  return (
    <Container>
      <KeyValuePairs
        columns={4}
        minColumnWidth={150}
        items={[
          { label: 'Requests', value: <Figure id="count" text={number(count)} /> },
          {
            label: '4XX errors',
            value: (
              <>
                <Figure id="error4xx" text={number(error4xx)} />
                <Box color="text-body-secondary">{share(error4xx, count)}</Box>
              </>
            ),
          },
          {
            label: '5XX errors',
            value: (
              <>
                <Figure id="error5xx" text={number(error5xx)} />
                <Box color="text-body-secondary">{share(error5xx, count)}</Box>
              </>
            ),
          },
          {
            label: 'Latency, average',
            value: (
              <>
                <Figure id="latency" text={latency ? milliseconds(latency.average) : '-'} />
                {latency && (
                  <Box color="text-body-secondary">
                    p99 {milliseconds(latency.p99)}
                    {integrationLatency ? `, of it backend ${milliseconds(integrationLatency.average)} on average` : ''}
                  </Box>
                )}
              </>
            ),
          },
        ]}
      />
    </Container>
  );
}
