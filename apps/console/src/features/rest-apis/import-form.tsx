import Alert from '@cloudscape-design/components/alert';
import Button from '@cloudscape-design/components/button';
import Form from '@cloudscape-design/components/form';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { CallFault, type Call, type RestApi } from '@gatehouse/client-calls';
import { useState, type ReactNode } from 'react';
import { useWrites } from '../../shared/calls/writes';
import { ProblemsContext } from '../../shared/forms/field';
import { ShowAsCommand } from '../../shared/forms/show-as-command';
import { UnsavedGuard } from '../../shared/forms/unsaved-guard';
import type { Draft } from '../../shared/forms/use-draft';
import { FaultAlert } from '../../shared/parts/fault-alert';
import type { ImportDraft } from './import-draft';
import { findingsOf } from './import-findings';
import { FindingsList } from './findings-list';

interface ImportFormProps {
  readonly draft: Draft<ImportDraft, ImportDraft>;
  readonly submit: string;
  readonly done: string;
  readonly call: (draft: ImportDraft, failOnWarnings: boolean) => Call;
  readonly onDone: (api: RestApi) => void;
  readonly onCancel: () => void;
  readonly children: ReactNode;
}

/** Sends a definition. What is wrong with it is listed; what is only doubtful is shown first, and taken when the person says so. */
export function ImportForm({ draft, submit, done, call, onDone, onCancel, children }: ImportFormProps) {
  const write = useWrites();
  const [tried, setTried] = useState(false);
  const [sending, setSending] = useState<'first' | 'anyway' | null>(null);
  const [refusal, setRefusal] = useState<{ readonly fault: unknown; readonly of: ImportDraft } | null>(null);
  const failsOnWarnings = draft.value.asksFirst;
  async function send(kind: 'first' | 'anyway'): Promise<void> {
    setTried(true);
    const { parsed } = draft;
    if (parsed === null || sending) return;
    setSending(kind);
    setRefusal(null);
    try {
      const [answer] = await write([call(parsed, kind === 'first' && failsOnWarnings)], { done });
      onDone(answer?.value as RestApi);
    } catch (fault) {
      setRefusal({ fault, of: draft.value });
      setSending(null);
    }
  }
  return (
    <form
      noValidate
      onSubmit={event => {
        event.preventDefault();
        void send('first');
      }}
    >
      <UnsavedGuard dirty={draft.dirty && !sending} />
      <ProblemsContext.Provider value={tried ? draft.problems : {}}>
        <Form
          actions={
            <SpaceBetween direction="horizontal" size="xs">
              <Button formAction="none" onClick={onCancel}>
                Cancel
              </Button>
              <Button variant="primary" loading={sending === 'first'}>
                {submit}
              </Button>
            </SpaceBetween>
          }
        >
          <SpaceBetween size="l">
            {children}
            {refusal !== null && (
              <Refusal fault={refusal.fault} isOfThis={refusal.of === draft.value} onAnyway={() => void send('anyway')} />
            )}
            <ShowAsCommand calls={draft.parsed === null ? [] : [call(draft.parsed, failsOnWarnings)]} />
          </SpaceBetween>
        </Form>
      </ProblemsContext.Provider>
    </form>
  );
}

interface RefusalProps {
  readonly fault: unknown;
  /** The form has not been changed since. */
  readonly isOfThis: boolean;
  readonly onAnyway: () => void;
}

function Refusal({ fault, isOfThis, onAnyway }: RefusalProps) {
  const { errors, warnings } = findingsOf(fault instanceof CallFault ? fault.message : '');
  if (errors.length > 0) {
    return (
      <Alert type="error" header={`${errors.length} ${errors.length === 1 ? 'error' : 'errors'}: nothing was imported`} data-fault="invalid">
        <FindingsList sentences={errors} />
        {warnings.length > 0 && (
          <>
            <b>Warnings, too:</b>
            <FindingsList sentences={warnings} />
          </>
        )}
      </Alert>
    );
  }
  if (warnings.length === 0) return <FaultAlert fault={fault} />;
  return (
    <Alert
      type="warning"
      header={`${warnings.length} ${warnings.length === 1 ? 'warning' : 'warnings'}: nothing was imported yet`}
      data-fault="warnings"
      action={
        isOfThis && (
          <Button formAction="none" onClick={onAnyway}>
            Import with these warnings
          </Button>
        )
      }
    >
      <FindingsList sentences={warnings} />
    </Alert>
  );
}
