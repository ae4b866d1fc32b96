import Input from '@cloudscape-design/components/input';
import { prepare, V1, type Resource } from '@gatehouse/client-calls';
import { z } from 'zod';
import { Field } from '../../shared/forms/field';
import { FormModal } from '../../shared/forms/form-modal';
import { useDraft } from '../../shared/forms/use-draft';
import { WriteForm } from '../../shared/forms/write-form';
import { at, useGo } from '../../shared/place';

const ResourceForm = z.object({
  pathPart: z
    .string()
    .min(1, 'Enter one segment of the path.')
    .refine(part => !part.includes('/'), 'One segment at a time: no slash. Create /a first, then /b below it.'),
});

interface CreateResourceProps {
  readonly restApiId: string;
  readonly resource: Resource;
  readonly onClose: () => void;
}

/** A new segment below a path. */
export function CreateResource({ restApiId, resource: parent, onClose }: CreateResourceProps) {
  const go = useGo();
  const draft = useDraft({ pathPart: '' }, ResourceForm);
  const prefix = parent.path === '/' ? '/' : `${parent.path}/`;
  return (
    <FormModal header="Create resource" dirty={draft.dirty} onClose={onClose}>
      <WriteForm
        draft={draft}
        submit="Create resource"
        canSaveUnchanged
        guard={false}
        onCancel={onClose}
        done={`Resource ${prefix}${draft.value.pathPart} was created`}
        calls={({ pathPart }) => [prepare(V1.CreateResource, { restApiId, parentId: parent.id, pathPart })]}
        onSaved={([answer]) => {
          onClose();
          go(at('restapis', restApiId, 'resources', (answer?.value as Resource).id));
        }}
      >
        <Field
          name="pathPart"
          label={`Path below ${parent.path}`}
          description="Literal text, {name} for one segment, or {proxy+} for all that follows."
          constraint={`Becomes ${prefix}${draft.value.pathPart || '…'}`}
        >
          <Input
            value={draft.value.pathPart}
            autoFocus
            spellcheck={false}
            placeholder="pets"
            onChange={({ detail }) => draft.set({ pathPart: detail.value })}
          />
        </Field>
      </WriteForm>
    </FormModal>
  );
}
