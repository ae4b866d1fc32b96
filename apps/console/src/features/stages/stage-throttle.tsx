import Alert from '@cloudscape-design/components/alert';
import type { Stage } from '@gatehouse/client-calls';
import { ThrottleFields } from '../../shared/forms/throttle-fields';
import { ThrottleForm, type ThrottleDraft } from '../../shared/forms/throttle-form';
import { useDraft } from '../../shared/forms/use-draft';
import { WriteForm } from '../../shared/forms/write-form';
import { AtOnce } from './at-once';
import { useReread, type StageFormProps } from './stage-place';
import { changeThrottle, draftOfThrottle, STAGE_WIDE } from './throttle';

const draftOf = (stage: Stage): ThrottleDraft => draftOfThrottle(stage.methodSettings?.[STAGE_WIDE]);

/** The limit that holds for each method of the stage unless it has its own. */
export function StageThrottle({ place, answer: { value: stage, etag } }: StageFormProps) {
  const draft = useDraft<ThrottleDraft, ThrottleDraft>(draftOf(stage), ThrottleForm, etag);
  const reread = useReread(place, draftOf);
  return (
    <WriteForm
      draft={draft}
      submit="Save"
      done={`The throttle of ${place.stageName} was saved`}
      reread={reread}
      calls={parsed => changeThrottle(place, { path: '*', method: '*' }, draft.base, parsed)}
    >
      <ThrottleFields
        value={draft.value}
        set={draft.set}
        label="Throttle this stage"
        offText="Only the account's limits and those of usage plans hold."
      />
      {draft.base.isOn && !draft.value.isOn && (
        <Alert type="info">
          This removes the stage-wide settings entry; its logging, metrics and cache settings go back to their defaults with it.
        </Alert>
      )}
      <AtOnce />
    </WriteForm>
  );
}
