import Alert from '@cloudscape-design/components/alert';
import Input from '@cloudscape-design/components/input';
import Select from '@cloudscape-design/components/select';
import { prepare, V1 } from '@gatehouse/client-calls';
import type { ReactNode } from 'react';
import { z } from 'zod';
import { useAll } from '../../shared/calls/queries';
import { Field } from '../../shared/forms/field';
import { FormModal } from '../../shared/forms/form-modal';
import { useDraft } from '../../shared/forms/use-draft';
import { WriteForm } from '../../shared/forms/write-form';
import { moment } from '../../shared/parts/dates';
import { at, useGo } from '../../shared/place';

const StageForm = z.object({
  stageName: z.string().regex(/^[A-Za-z0-9_-]{1,128}$/, 'Letters, digits, hyphens and underscores, at most 128.'),
  deploymentId: z.string().min(1, 'Choose a deployment.'),
  description: z.string(),
});

interface CreateStageProps {
  readonly restApiId: string;
  readonly deploy: ReactNode;
  readonly onClose: () => void;
}

/** A stage that serves a deployment which is already there. Without one, the way to deploy is offered here. */
export function CreateStage({ restApiId, deploy, onClose }: CreateStageProps) {
  const go = useGo();
  const deployments = useAll(V1.GetDeployments, { restApiId });
  const draft = useDraft({ stageName: '', deploymentId: '', description: '' }, StageForm);
  const options = (deployments.data ?? []).map(({ id, createdDate, description }) => ({
    value: id,
    label: id,
    description: [moment(createdDate), description].filter(Boolean).join(', '),
  }));
  const { value, set } = draft;
  return (
    <FormModal header="Create stage" dirty={draft.dirty} onClose={onClose}>
      {deployments.data?.length === 0 ? (
        <Alert type="info" header="Nothing is deployed yet" action={deploy}>
          A stage serves a deployment. Deploying makes both at once.
        </Alert>
      ) : (
        <WriteForm
          draft={draft}
          submit="Create stage"
          canSaveUnchanged
          guard={false}
          onCancel={onClose}
          done={`Stage ${value.stageName} was created`}
          onSaved={() => {
            onClose();
            go(at('restapis', restApiId, 'stages', value.stageName));
          }}
          calls={({ stageName, deploymentId, description }) => [
            prepare(V1.CreateStage, { restApiId, stageName, deploymentId, ...(description ? { description } : {}) }),
          ]}
        >
          <Field name="stageName" label="Stage name">
            <Input value={value.stageName} autoFocus spellcheck={false} onChange={({ detail }) => set({ stageName: detail.value })} />
          </Field>
          <Field name="deploymentId" label="Deployment">
            <Select
              selectedOption={options.find(option => option.value === value.deploymentId) ?? null}
              options={options}
              placeholder="Choose a deployment"
              statusType={deployments.isPending ? 'loading' : deployments.error ? 'error' : 'finished'}
              errorText={deployments.error?.message ?? ''}
              onChange={({ detail }) => set({ deploymentId: detail.selectedOption.value ?? '' })}
            />
          </Field>
          <Field name="description" label="Description" optional>
            <Input value={value.description} onChange={({ detail }) => set({ description: detail.value })} />
          </Field>
        </WriteForm>
      )}
    </FormModal>
  );
}
