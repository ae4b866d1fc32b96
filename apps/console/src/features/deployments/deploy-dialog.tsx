import Input from '@cloudscape-design/components/input';
import Select from '@cloudscape-design/components/select';
import Textarea from '@cloudscape-design/components/textarea';
import { prepare, V1, type Deployment } from '@gatehouse/client-calls';
import { useState } from 'react';
import { z } from 'zod';
import { useAll } from '../../shared/calls/queries';
import { Field } from '../../shared/forms/field';
import { FormModal } from '../../shared/forms/form-modal';
import { useDraft } from '../../shared/forms/use-draft';
import { WriteForm } from '../../shared/forms/write-form';
import { DeployPreview } from './deploy-preview';
import { Deployed } from './deployed';

/** Chosen in the list of stages to make a new one; no stage can have this name. */
const NEW = '*new*';

const DeployForm = z
  .object({
    stage: z.string().min(1, 'Choose a stage.'),
    stageName: z.string(),
    description: z.string().max(1024, 'At most 1,024 characters.'),
  })
  .superRefine((draft, context) => {
    if (draft.stage === NEW && !/^[A-Za-z0-9_-]{1,128}$/.test(draft.stageName))
      context.addIssue({ code: 'custom', path: ['stageName'], message: 'Letters, digits, hyphens and underscores, at most 128.' });
  });

interface DeployDialogProps {
  readonly restApiId: string;
  readonly stageName: string;
  readonly onClose: () => void;
}

/** C-07: deploys the draft to a stage, then follows it until every gateway serves it. */
export function DeployDialog({ restApiId, stageName, onClose }: DeployDialogProps) {
  const stages = useAll(V1.GetStages, { restApiId });
  const draft = useDraft({ stage: stageName, stageName: '', description: '' }, DeployForm);
  const [deployed, setDeployed] = useState<{ readonly deployment: Deployment; readonly stageName: string } | null>(null);
  if (deployed) return <Deployed restApiId={restApiId} {...deployed} onClose={onClose} />;
  const { value, set } = draft;
  const target = value.stage === NEW ? value.stageName : value.stage;
  const options = [
    ...(stages.data ?? []).map(stage => ({
      value: stage.stageName,
      label: stage.stageName,
      description: `Serves deployment ${stage.deploymentId}`,
    })),
    { value: NEW, label: 'New stage', description: 'Made by this deployment.' },
  ];
  return (
    <FormModal header="Deploy API" size="large" dirty={draft.dirty} onClose={onClose}>
      <WriteForm
        draft={draft}
        submit="Deploy"
        canSaveUnchanged
        guard={false}
        onCancel={onClose}
        done={`Deployed to ${target}`}
        onSaved={([answer]) => setDeployed({ deployment: answer?.value as Deployment, stageName: target })}
        calls={parsed => [
          prepare(V1.CreateDeployment, {
            restApiId,
            stageName: target,
            ...(parsed.description ? { description: parsed.description } : {}),
          }),
        ]}
      >
        <Field name="stage" label="Stage">
          <Select
            selectedOption={options.find(option => option.value === value.stage) ?? null}
            options={options}
            placeholder="Choose a stage"
            statusType={stages.isPending ? 'loading' : stages.error ? 'error' : 'finished'}
            errorText={stages.error?.message ?? ''}
            onChange={({ detail }) => set({ stage: detail.selectedOption.value ?? '' })}
          />
        </Field>
        {value.stage === NEW && (
          <Field name="stageName" label="Stage name">
            <Input
              value={value.stageName}
              autoFocus
              spellcheck={false}
              placeholder="prod"
              onChange={({ detail }) => set({ stageName: detail.value })}
            />
          </Field>
        )}
        <Field name="description" label="Deployment description" optional>
          <Textarea
            value={value.description}
            rows={2}
            placeholder="What is new in it"
            onChange={({ detail }) => set({ description: detail.value })}
          />
        </Field>
        {value.stage && <DeployPreview restApiId={restApiId} stage={stages.data?.find(stage => stage.stageName === value.stage) ?? null} />}
      </WriteForm>
    </FormModal>
  );
}
