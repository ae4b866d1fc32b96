import Button from '@cloudscape-design/components/button';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { prepare, V1, type Stage } from '@gatehouse/client-calls';
import { useState } from 'react';
import { ConfirmModal } from '../../shared/forms/confirm-modal';
import type { StagePlace } from './stage-place';

const CACHES = {
  responses: {
    button: 'Flush cached responses',
    done: 'The cached responses were flushed',
    text: 'Every kept answer is forgotten; the next calls reach the backend.',
    operation: V1.FlushStageCache,
  },
  authorizers: {
    button: 'Flush cached authorizations',
    done: 'The cached authorizations were flushed',
    text: 'Every kept decision of an authorizer is forgotten; the next calls ask it again.',
    operation: V1.FlushStageAuthorizersCache,
  },
} as const;

/** Has the gateways forget what they keep for a stage. */
export function FlushCaches({ place, stage }: { readonly place: StagePlace; readonly stage: Stage }) {
  const [asking, setAsking] = useState<keyof typeof CACHES | null>(null);
  return (
    <SpaceBetween size="s">
      <Header
        variant="h3"
        description={
          stage.cacheClusterEnabled
            ? `Responses are cached (${stage.cacheClusterSize ?? ''} GB).`
            : 'Responses are not cached; authorizations are kept as long as their authorizer says.'
        }
      >
        Caches
      </Header>
      <SpaceBetween size="xs" direction="horizontal">
        <Button disabled={!stage.cacheClusterEnabled} onClick={() => setAsking('responses')}>
          {CACHES.responses.button}
        </Button>
        <Button onClick={() => setAsking('authorizers')}>{CACHES.authorizers.button}</Button>
      </SpaceBetween>
      {asking && (
        <ConfirmModal
          header={`${CACHES[asking].button} of ${place.stageName}?`}
          submit={CACHES[asking].button}
          done={CACHES[asking].done}
          calls={[prepare(CACHES[asking].operation, { ...place })]}
          onClose={() => setAsking(null)}
        >
          {CACHES[asking].text}
        </ConfirmModal>
      )}
    </SpaceBetween>
  );
}
