import Button from '@cloudscape-design/components/button';
import { useState } from 'react';
import { DeployDialog } from './deploy-dialog';

interface DeployButtonProps {
  readonly restApiId: string;
  readonly stageName?: string;
  readonly variant?: 'primary' | 'normal';
}

/** Opens the deploy dialog; the app puts it on other features' pages. */
export function DeployButton({ restApiId, stageName, variant = 'primary' }: DeployButtonProps) {
  const [open, setOpen] = useState(false);
  return (
    <>
      {
        <Button variant={variant} onClick={() => setOpen(true)}>
          Deploy API
        </Button>
      }
      {open && <DeployDialog restApiId={restApiId} stageName={stageName ?? ''} onClose={() => setOpen(false)} />}
    </>
  );
}
