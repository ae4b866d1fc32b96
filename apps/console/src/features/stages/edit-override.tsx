import type { Stage } from '@gatehouse/client-calls';
import { FormModal } from '../../shared/forms/form-modal';
import { ThrottleFields } from '../../shared/forms/throttle-fields';
import { ThrottleForm, type ThrottleDraft } from '../../shared/forms/throttle-form';
import { useDraft } from '../../shared/forms/use-draft';
import { WriteForm } from '../../shared/forms/write-form';
import { AtOnce } from './at-once';
import { useReread, type StageFormProps } from './stage-place';
import { changeThrottle, draftOfThrottle, methodLimits, type MethodLimit } from './throttle';

interface EditOverrideProps extends StageFormProps {
  readonly target: MethodLimit;
  readonly onClose: () => void;
}

/** One method's own limit on a stage. */
export function EditOverride({ place, answer, target, onClose }: EditOverrideProps) {
  const draftOf = (stage: Stage): ThrottleDraft =>
    draftOfThrottle(
      methodLimits({ [target.path]: { [target.method]: {} } }, stage.methodSettings).find(
        ({ path, method }) => path === target.path && method === target.method,
      )?.own,
    );
  const draft = useDraft<ThrottleDraft, ThrottleDraft>(draftOf(answer.value), ThrottleForm, answer.etag);
  const reread = useReread(place, draftOf);
  return (
    <FormModal header={`Throttle of ${target.method} ${target.path}`} dirty={draft.dirty} onClose={onClose}>
      <WriteForm
        draft={draft}
        submit="Save"
        guard={false}
        onCancel={onClose}
        onSaved={onClose}
        done={`The throttle of ${target.method} ${target.path} was saved`}
        reread={reread}
        calls={parsed => changeThrottle(place, target, draft.base, parsed)}
      >
        <ThrottleFields
          value={draft.value}
          set={draft.set}
          label="Give this method its own limit"
          offText="The method inherits the stage's limit."
        />
        <AtOnce />
      </WriteForm>
    </FormModal>
  );
}
