import Input from '@cloudscape-design/components/input';
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { prepare, replaced, V1, type Stage } from '@gatehouse/client-calls';
import { z } from 'zod';
import { Field } from '../../shared/forms/field';
import { useDraft } from '../../shared/forms/use-draft';
import { WriteForm } from '../../shared/forms/write-form';
import { moment } from '../../shared/parts/dates';
import { useReread, type StageFormProps } from './stage-place';
import { STAGE_WIDE, throttleText } from './throttle';

const DetailsForm = z.object({ description: z.string().max(1024, 'At most 1,024 characters.') });
const draftOf = (stage: Stage) => ({ description: stage.description ?? '' });

/** What a stage serves since when, and its description. */
export function StageDetails({ place, answer: { value: stage, etag } }: StageFormProps) {
  const draft = useDraft(draftOf(stage), DetailsForm, etag);
  const reread = useReread(place, draftOf);
  return (
    <SpaceBetween size="l">
      <KeyValuePairs
        columns={4}
        items={[
          { label: 'Active deployment', value: <span className="gh-mono">{stage.deploymentId}</span> },
          { label: 'Throttle', value: throttleText(stage.methodSettings?.[STAGE_WIDE]) },
          { label: 'Created', value: moment(stage.createdDate) },
          { label: 'Last updated', value: moment(stage.lastUpdatedDate) },
        ]}
      />
      <WriteForm
        draft={draft}
        submit="Save"
        done={`Stage ${place.stageName} was saved`}
        reread={reread}
        calls={parsed => {
          const patchOperations = replaced(draft.base, parsed, ['description']);
          return patchOperations.length > 0 ? [prepare(V1.UpdateStage, { ...place, patchOperations })] : [];
        }}
      >
        <Field name="description" label="Description" optional>
          <Input value={draft.value.description} onChange={({ detail }) => draft.set({ description: detail.value })} />
        </Field>
      </WriteForm>
    </SpaceBetween>
  );
}
