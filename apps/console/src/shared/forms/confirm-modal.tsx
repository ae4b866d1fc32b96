import type { Answer, Call } from '@gatehouse/client-calls';
import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import FormField from '@cloudscape-design/components/form-field';
import Input from '@cloudscape-design/components/input';
import Modal from '@cloudscape-design/components/modal';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useState, type ReactNode } from 'react';
import { useWrites } from '../calls/writes';
import { FaultAlert } from '../parts/fault-alert';
import { ShowAsCommand } from './show-as-command';

interface ConfirmModalProps {
  readonly header: string;
  readonly calls: readonly Call[];
  readonly submit: string;
  readonly done: string;
  /** Must be typed before the button works; for what cannot be brought back. */
  readonly typed?: string;
  /** Names who uses it and what will break; without it the button is off. */
  readonly children: ReactNode;
  readonly isBlocked?: boolean;
  readonly onClose: () => void;
  readonly onDone?: (answers: readonly Answer<unknown>[]) => void;
}

/** Asks before something is deleted, and says what will break. */
export function ConfirmModal({ header, calls, submit, done, typed, children, isBlocked = false, onClose, onDone }: ConfirmModalProps) {
  const write = useWrites();
  const [text, setText] = useState('');
  const [saving, setSaving] = useState(false);
  const [fault, setFault] = useState<unknown>(null);
  const isReady = !isBlocked && (typed === undefined || text === typed);
  async function run(): Promise<void> {
    if (!isReady || saving) return;
    setSaving(true);
    setFault(null);
    try {
      const answers = await write(calls, { done });
      onClose();
      onDone?.(answers);
    } catch (refused) {
      setFault(refused);
      setSaving(false);
    }
  }
  return (
    <Modal
      visible
      header={header}
      closeAriaLabel="Close dialog"
      onDismiss={onClose}
      footer={
        <Box float="right">
          <SpaceBetween direction="horizontal" size="xs">
            <Button onClick={onClose}>Cancel</Button>
            <Button variant="primary" disabled={!isReady} loading={saving} onClick={() => void run()}>
              {submit}
            </Button>
          </SpaceBetween>
        </Box>
      }
    >
      <SpaceBetween size="m">
        {children}
        {typed !== undefined && (
          <FormField label={`To confirm, type ${typed}`}>
            <Input
              value={text}
              onChange={({ detail }) => setText(detail.value)}
              onKeyDown={({ detail }) => {
                if (detail.key === 'Enter') void run();
              }}
            />
          </FormField>
        )}
        {fault !== null && <FaultAlert fault={fault} />}
        <ShowAsCommand calls={calls} />
      </SpaceBetween>
    </Modal>
  );
}
