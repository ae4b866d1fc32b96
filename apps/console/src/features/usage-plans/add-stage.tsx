import Link from '@cloudscape-design/components/link';
import Select from '@cloudscape-design/components/select';
import { prepare, V1, type UsagePlan } from '@gatehouse/client-calls';
import { z } from 'zod';
import { useAll } from '../../shared/calls/queries';
import { Field } from '../../shared/forms/field';
import { FormModal } from '../../shared/forms/form-modal';
import { useDraft } from '../../shared/forms/use-draft';
import { WriteForm } from '../../shared/forms/write-form';
import { at } from '../../shared/place';

const StageForm = z.object({ apiId: z.string().min(1, 'Choose an API.'), stage: z.string().min(1, 'Choose a stage.') });

/** Adds a stage to a plan. */
export function AddStage({ plan, onClose }: { readonly plan: UsagePlan; readonly onClose: () => void }) {
  const draft = useDraft({ apiId: '', stage: '' }, StageForm);
  const { value, set } = draft;
  const apis = useAll(V1.GetRestApis, {});
  const stages = useAll(V1.GetStages, { restApiId: value.apiId }, { enabled: value.apiId !== '' });
  const apiOptions = (apis.data ?? []).map(({ id, name }) => ({ value: id, label: name, description: id }));
  const stageOptions = (stages.data ?? [])
    .map(({ stageName }) => ({ value: stageName, label: stageName }))
    .filter(({ value: stage }) => !plan.apiStages?.some(each => each.apiId === value.apiId && each.stage === stage));
  return (
    <FormModal header="Add stage" dirty={draft.dirty} onClose={onClose}>
      <WriteForm
        draft={draft}
        submit="Add stage"
        canSaveUnchanged
        guard={false}
        onCancel={onClose}
        onSaved={onClose}
        done={`Stage ${value.stage} is in ${plan.name}`}
        calls={({ apiId, stage }) => [
          prepare(V1.UpdateUsagePlan, {
            usagePlanId: plan.id,
            patchOperations: [{ op: 'add', path: '/apiStages', value: `${apiId}:${stage}` }],
          }),
        ]}
      >
        <Field name="apiId" label="API">
          <Select
            selectedOption={apiOptions.find(option => option.value === value.apiId) ?? null}
            options={apiOptions}
            filteringType="auto"
            placeholder="Choose an API"
            empty="There is no API yet."
            statusType={apis.isPending ? 'loading' : apis.error ? 'error' : 'finished'}
            errorText={apis.error?.message ?? ''}
            onChange={({ detail }) => set({ apiId: detail.selectedOption.value ?? '', stage: '' })}
          />
        </Field>
        <Field
          name="stage"
          label="Stage"
          description={
            value.apiId && stages.data?.length === 0 ? (
              <Link href={at('restapis', value.apiId, 'stages')}>This API has no stage: deploy it first</Link>
            ) : (
              ''
            )
          }
        >
          <Select
            disabled={!value.apiId}
            selectedOption={stageOptions.find(option => option.value === value.stage) ?? null}
            options={stageOptions}
            placeholder="Choose a stage"
            empty="No other stage."
            statusType={value.apiId && stages.isPending ? 'loading' : stages.error ? 'error' : 'finished'}
            errorText={stages.error?.message ?? ''}
            onChange={({ detail }) => set({ stage: detail.selectedOption.value ?? '' })}
          />
        </Field>
      </WriteForm>
    </FormModal>
  );
}
