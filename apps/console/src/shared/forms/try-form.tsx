import Alert from '@cloudscape-design/components/alert';
import Button from '@cloudscape-design/components/button';
import Form from '@cloudscape-design/components/form';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { CallFault } from '@gatehouse/client-calls';
import { useEffect, useRef, type ReactNode } from 'react';
import { FaultAlert } from '../parts/fault-alert';
import { ProblemsContext } from './field';
import { ShowAsCommand } from './show-as-command';
import type { Trial } from './use-try';

interface TryFormProps<Out> {
  readonly trial: Trial<Out>;
  readonly submit: string;
  /** Shows what came back, below the form. */
  readonly answer: (value: Out) => ReactNode;
  readonly children: ReactNode;
}

/** A form that asks and stores nothing: a test call, with its answer below. Everything typed stays for the next try. */
export function TryForm<Out>({ trial: { ask, outcome, problems, prepared }, submit, answer, children }: TryFormProps<Out>) {
  const below = useRef<HTMLDivElement>(null);
  const shown = useRef(outcome);
  // Brought into view when it comes, not when one returns to it.
  useEffect(() => {
    if (shown.current !== outcome && (outcome.kind === 'answered' || outcome.kind === 'refused')) below.current?.scrollIntoView();
    shown.current = outcome;
  }, [outcome]);
  return (
    <form
      noValidate
      onSubmit={event => {
        event.preventDefault();
        event.stopPropagation();
        void ask();
      }}
    >
      <ProblemsContext.Provider value={problems}>
        <Form
          actions={
            <Button variant="primary" loading={outcome.kind === 'asking'}>
              {submit}
            </Button>
          }
        >
          <SpaceBetween size="l">
            {children}
            <ShowAsCommand calls={prepared} />
          </SpaceBetween>
        </Form>
      </ProblemsContext.Provider>
      <div aria-live="polite" className="gh-answer" ref={below}>
        {outcome.kind === 'refused' && <Refused fault={outcome.fault} />}
        {outcome.kind === 'answered' && answer(outcome.value)}
      </div>
    </form>
  );
}

/** Test calls are made by a gateway; when none can, nothing is wrong with the form and nothing with the management API. */
function Refused({ fault }: { readonly fault: unknown }) {
  if (!(fault instanceof CallFault) || fault.status !== 503) return <FaultAlert fault={fault} />;
  return (
    <Alert type="warning" header="No gateway could make this call" data-fault="unavailable">
      <div>{fault.message}</div>
      <div>Start a gateway, or wait until one is connected, and try again. What you entered is kept.</div>
    </Alert>
  );
}
