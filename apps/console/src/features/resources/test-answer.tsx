import Box from '@cloudscape-design/components/box';
import Header from '@cloudscape-design/components/header';
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs';
import SpaceBetween from '@cloudscape-design/components/space-between';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import type { TestedMethod } from '@gatehouse/client-calls';
import { pretty } from '../../shared/parts/pretty';
import { TextBlock } from '../../shared/parts/text-block';

/** An answer below 400 is a success, below 500 the caller's mistake. */
const toneOf = (status: number): 'success' | 'warning' | 'error' => (status < 400 ? 'success' : status < 500 ? 'warning' : 'error');

const headerLines = ({ headers = {}, multiValueHeaders }: TestedMethod): string =>
  Object.entries(multiValueHeaders ?? Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, [value]])))
    .flatMap(([name, values]) => values.map(value => `${name}: ${value}`))
    .join('\n');

/** What a test call came to: status, time, body, headers, and the execution log. */
export function TestAnswer({ answer }: { readonly answer: TestedMethod }) {
  return (
    <Box padding={{ top: 'l' }}>
      <SpaceBetween size="l">
        <Header variant="h3">Answer</Header>
        <KeyValuePairs
          columns={2}
          items={[
            { label: 'Status', value: <StatusIndicator type={toneOf(answer.status)}>{answer.status}</StatusIndicator> },
            { label: 'Latency', value: `${answer.latency ?? 0} ms` },
          ]}
        />
        <TextBlock label="Response body" text={pretty(answer.body ?? '')} emptyText="The body is empty." />
        <TextBlock label="Response headers" text={headerLines(answer)} emptyText="No headers." />
        <TextBlock label="Log" text={answer.log.trimEnd()} emptyText="No lines." />
      </SpaceBetween>
    </Box>
  );
}
