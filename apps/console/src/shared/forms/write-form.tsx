import Button from '@cloudscape-design/components/button';
import Form from '@cloudscape-design/components/form';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { ReactNode } from 'react';
import { FaultAlert } from '../parts/fault-alert';
import { Conflict } from './conflict';
import { differencesOf } from './differences';
import { ProblemsContext } from './field';
import { ShowAsCommand } from './show-as-command';
import { UnsavedGuard } from './unsaved-guard';
import { useSave, type SaveOptions } from './use-save';

interface WriteFormProps<T extends object, P> extends SaveOptions<T, P> {
  readonly submit: string;
  readonly onCancel?: () => void;
  readonly cancel?: string;
  /** Forms that begin empty may be saved at once; edits only when something has changed. */
  readonly canSaveUnchanged?: boolean;
  /** A form inside a modal asks there; one on a page asks when the page is left. */
  readonly guard?: boolean;
  readonly children: ReactNode;
}

/** Every form that writes: problems at their fields, the server's words, both versions after a concurrent edit, and the write as a command. */
export function WriteForm<T extends object, P>({
  submit,
  onCancel,
  cancel = 'Cancel',
  canSaveUnchanged = false,
  guard = true,
  children,
  ...options
}: WriteFormProps<T, P>) {
  const { draft } = options;
  const { save, saving, prepared, problems, fault, theirs, isAtField, forget } = useSave(options);
  const conflict = theirs && (
    <Conflict
      differences={differencesOf(theirs.value, draft.value)}
      onKeepMine={() => void save(theirs.etag)}
      onTakeTheirs={() => {
        draft.restart(theirs.value, theirs.etag);
        forget();
      }}
    />
  );
  return (
    <form
      noValidate
      onSubmit={event => {
        event.preventDefault();
        event.stopPropagation();
        void save();
      }}
    >
      {guard && <UnsavedGuard dirty={draft.dirty && !saving} />}
      <ProblemsContext.Provider value={problems}>
        <Form
          actions={
            <SpaceBetween direction="horizontal" size="xs">
              {onCancel && (
                <Button formAction="none" onClick={onCancel}>
                  {cancel}
                </Button>
              )}
              <Button variant="primary" loading={saving} disabled={!canSaveUnchanged && !draft.dirty}>
                {submit}
              </Button>
            </SpaceBetween>
          }
        >
          <SpaceBetween size="l">
            {children}
            {conflict ?? (fault !== null && !isAtField && <FaultAlert fault={fault} />)}
            <ShowAsCommand calls={prepared} />
          </SpaceBetween>
        </Form>
      </ProblemsContext.Provider>
    </form>
  );
}
