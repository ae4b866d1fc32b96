import Button from '@cloudscape-design/components/button';
import Form from '@cloudscape-design/components/form';
import SpaceBetween from '@cloudscape-design/components/space-between';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import type { Call } from '@gatehouse/client-calls';
import { useState, type ReactNode } from 'react';
import { useDownload } from '../calls/download';
import { FaultAlert } from '../parts/fault-alert';
import { ProblemsContext } from './field';
import { ShowAsCommand } from './show-as-command';
import type { Draft } from './use-draft';

interface DownloadFormProps<T extends object, P> {
  readonly draft: Draft<T, P>;
  readonly submit: string;
  readonly call: (parsed: P) => Call;
  /** The name of the file should the server give none. */
  readonly fallbackName: string;
  readonly children: ReactNode;
}

/** A form that ends in a file. */
export function DownloadForm<T extends object, P>({ draft, submit, call, fallbackName, children }: DownloadFormProps<T, P>) {
  const [tried, setTried] = useState(false);
  const prepared = draft.parsed === null ? null : call(draft.parsed);
  const { download, isBusy, fault, saved } = useDownload(prepared, fallbackName);
  return (
    <form
      noValidate
      onSubmit={event => {
        event.preventDefault();
        setTried(true);
        void download();
      }}
    >
      <ProblemsContext.Provider value={tried ? draft.problems : {}}>
        <Form
          actions={
            <Button variant="primary" iconName="download" loading={isBusy}>
              {submit}
            </Button>
          }
        >
          <SpaceBetween size="l">
            {children}
            <div aria-live="polite">
              {fault !== null && <FaultAlert fault={fault} />}
              {saved !== null && <StatusIndicator type="success">Saved as {saved}</StatusIndicator>}
            </div>
            <ShowAsCommand calls={prepared ? [prepared] : []} />
          </SpaceBetween>
        </Form>
      </ProblemsContext.Provider>
    </form>
  );
}
