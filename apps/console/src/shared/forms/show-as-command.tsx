import { asAwsCli, asHttp, type Call } from '@gatehouse/client-calls';
import Box from '@cloudscape-design/components/box';
import CopyToClipboard from '@cloudscape-design/components/copy-to-clipboard';
import ExpandableSection from '@cloudscape-design/components/expandable-section';
import SegmentedControl from '@cloudscape-design/components/segmented-control';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useState } from 'react';
import { useDesk } from '../calls/desk';

/** The same write as a script would make it: with the AWS CLI, or as plain HTTP requests. */
export function ShowAsCommand({ calls }: { readonly calls: readonly Call[] }) {
  const { endpoint } = useDesk();
  const [form, setForm] = useState('cli');
  const text = calls.map(call => (form === 'cli' ? asAwsCli(call, endpoint) : asHttp(call))).join(form === 'cli' ? '\n\n' : '\n\n---\n\n');
  return (
    <ExpandableSection headerText="Show as command" variant="footer">
      {calls.length === 0 ? (
        <Box color="text-body-secondary">Nothing would be written: change something or fill in the required fields first.</Box>
      ) : (
        <SpaceBetween size="xs">
          <SpaceBetween size="xs" direction="horizontal" alignItems="center">
            <SegmentedControl
              selectedId={form}
              onChange={({ detail }) => setForm(detail.selectedId)}
              label="Form of the command"
              options={[
                { id: 'cli', text: 'AWS CLI' },
                { id: 'http', text: 'HTTP' },
              ]}
            />
            <CopyToClipboard
              variant="icon"
              textToCopy={text}
              copyButtonAriaLabel="Copy the command"
              copySuccessText="Copied"
              copyErrorText="Copying is not allowed here"
            />
          </SpaceBetween>
          <pre className="gh-command" tabIndex={0} aria-label="Command">
            {text}
          </pre>
        </SpaceBetween>
      )}
    </ExpandableSection>
  );
}
