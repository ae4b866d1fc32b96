import Input from '@cloudscape-design/components/input';
import { prepare, V1 } from '@gatehouse/client-calls';
import { z } from 'zod';
import { useAll } from '../../shared/calls/queries';
import { Choice } from '../../shared/forms/choice';
import { Field } from '../../shared/forms/field';
import { FormModal } from '../../shared/forms/form-modal';
import { useDraft } from '../../shared/forms/use-draft';
import { WriteForm } from '../../shared/forms/write-form';

const VersionForm = z.object({
  documentationVersion: z.string().min(1, 'Name the version, e.g. 1.0.').max(64, 'At most 64 characters.'),
  stageName: z.string(),
  description: z.string(),
});

/** Keeps all parts as they are now, under a name; the stage that is chosen shows them from now on. */
export function PublishVersion({ restApiId, onClose }: { readonly restApiId: string; readonly onClose: () => void }) {
  const draft = useDraft({ documentationVersion: '', stageName: '', description: '' }, VersionForm);
  const { value, set } = draft;
  return (
    <FormModal header="Publish documentation" dirty={draft.dirty} onClose={onClose}>
      <WriteForm
        draft={draft}
        submit="Publish"
        canSaveUnchanged
        guard={false}
        onCancel={onClose}
        onSaved={onClose}
        done={`Documentation version ${value.documentationVersion} was published`}
        calls={({ documentationVersion, stageName, description }) => [
          prepare(V1.CreateDocumentationVersion, {
            restApiId,
            documentationVersion,
            ...(stageName ? { stageName } : {}),
            ...(description ? { description } : {}),
          }),
        ]}
      >
        <Field name="documentationVersion" label="Version">
          <Input value={value.documentationVersion} autoFocus onChange={({ detail }) => set({ documentationVersion: detail.value })} />
        </Field>
        <Choice
          name="stageName"
          label="Stage that shows it"
          value={value.stageName}
          onChange={stageName => set({ stageName })}
          query={useAll(V1.GetStages, { restApiId })}
          none="No stage yet"
          option={({ stageName }) => ({ value: stageName, label: stageName })}
        />
        <Field name="description" label="Description" optional>
          <Input value={value.description} onChange={({ detail }) => set({ description: detail.value })} />
        </Field>
      </WriteForm>
    </FormModal>
  );
}
