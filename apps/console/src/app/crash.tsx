import Alert from '@cloudscape-design/components/alert';
import Button from '@cloudscape-design/components/button';

/** A page that broke: the rest of the console stays, and the reason is shown. */
export function Crash({ error, reset }: { readonly error: unknown; readonly reset: () => void }) {
  return (
    <Alert type="error" header="This page broke" action={<Button onClick={reset}>Show it again</Button>}>
      This is a fault of the console, not of your APIs. {error instanceof Error ? error.message : String(error)}
    </Alert>
  );
}
