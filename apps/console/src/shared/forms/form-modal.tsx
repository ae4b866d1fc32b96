import Alert from '@cloudscape-design/components/alert';
import Button from '@cloudscape-design/components/button';
import Modal, { type ModalProps } from '@cloudscape-design/components/modal';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useState, type ReactNode } from 'react';

interface FormModalProps {
  readonly header: string;
  readonly dirty: boolean;
  readonly onClose: () => void;
  readonly size?: ModalProps.Size;
  readonly children: ReactNode;
}

/** A modal around a form. Escape and the cross lose nothing: with changes in it, it asks first. */
export function FormModal({ header, dirty, onClose, size = 'medium', children }: FormModalProps) {
  const [asking, setAsking] = useState(false);
  return (
    <Modal visible header={header} size={size} closeAriaLabel="Close dialog" onDismiss={() => (dirty ? setAsking(true) : onClose())}>
      <SpaceBetween size="m">
        {asking && dirty && (
          <Alert
            type="warning"
            header="Close without saving?"
            action={
              <SpaceBetween direction="horizontal" size="xs">
                <Button onClick={() => setAsking(false)}>Keep editing</Button>
                <Button onClick={onClose}>Discard</Button>
              </SpaceBetween>
            }
          >
            What you entered here is not saved yet.
          </Alert>
        )}
        {children}
      </SpaceBetween>
    </Modal>
  );
}
