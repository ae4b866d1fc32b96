import { useBlocker } from '@tanstack/react-router';
import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import Modal from '@cloudscape-design/components/modal';
import SpaceBetween from '@cloudscape-design/components/space-between';

/** Asks before a page with unsaved changes is left: by a link, the back button, or closing the tab. A change of the search alone is not leaving. */
export function UnsavedGuard({ dirty }: { readonly dirty: boolean }) {
  const blocker = useBlocker({
    shouldBlockFn: ({ current, next }) => dirty && current.pathname !== next.pathname,
    enableBeforeUnload: () => dirty,
    withResolver: true,
  });
  return (
    <Modal
      visible={blocker.status === 'blocked'}
      header="Leave without saving?"
      closeAriaLabel="Stay on this page"
      onDismiss={() => blocker.reset?.()}
      footer={
        <Box float="right">
          <SpaceBetween direction="horizontal" size="xs">
            <Button onClick={() => blocker.reset?.()}>Stay</Button>
            <Button variant="primary" onClick={() => blocker.proceed?.()}>
              Leave
            </Button>
          </SpaceBetween>
        </Box>
      }
    >
      Your changes on this page are not saved yet.
    </Modal>
  );
}
