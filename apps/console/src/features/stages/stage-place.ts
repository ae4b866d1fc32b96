import { V1, type Answer, type Stage } from '@gatehouse/client-calls';
import { useDesk } from '../../shared/calls/desk';

/** Which stage of which API. */
export interface StagePlace {
  readonly restApiId: string;
  readonly stageName: string;
}

/** What every form of a stage is given. */
export interface StageFormProps {
  readonly place: StagePlace;
  readonly answer: Answer<Stage>;
}

/** Reads a stage again after somebody else saved it, as the form that asks sees it. */
export function useReread<T>(
  place: StagePlace,
  draftOf: (stage: Stage) => T,
): () => Promise<{ readonly value: T; readonly etag: string | null }> {
  const { calls } = useDesk();
  return async () => {
    const { value, etag } = await calls.call(V1.GetStage, { ...place });
    return { value: draftOf(value), etag };
  };
}
