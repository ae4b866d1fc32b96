import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { V1 } from '@gatehouse/client-calls';
import { useState } from 'react';
import { useDesk } from '../../shared/calls/desk';
import { FaultAlert } from '../../shared/parts/fault-alert';
import { Copyable } from '../../shared/parts/invoke-panel';

/** The value of a key: masked until asked for, forgotten when hidden, and never kept with the other answers. */
export function KeyValue({ keyId }: { readonly keyId: string }) {
  const { calls } = useDesk();
  const [value, setValue] = useState<string | null>(null);
  const [fault, setFault] = useState<unknown>(null);
  const show = (): void => {
    setFault(null);
    calls.call(V1.GetApiKey, { apiKey: keyId, includeValue: true }).then(({ value: key }) => setValue(key.value ?? ''), setFault);
  };
  return (
    <SpaceBetween size="xs">
      <SpaceBetween size="xs" direction="horizontal" alignItems="center">
        {value === null ? (
          <Box variant="span">
            <span aria-label="The value is hidden" role="img">
              ••••••••••••••••••••
            </span>
          </Box>
        ) : (
          <Copyable text={value} label="the value of the key" />
        )}
        {value === null ? (
          <Button variant="inline-link" onClick={show}>
            Show value
          </Button>
        ) : (
          <Button variant="inline-link" onClick={() => setValue(null)}>
            Hide value
          </Button>
        )}
      </SpaceBetween>
      {value === null && (
        <Box variant="small" color="text-body-secondary">
          Showing it is written to the audit trail.
        </Box>
      )}
      {fault !== null && <FaultAlert fault={fault} />}
    </SpaceBetween>
  );
}
