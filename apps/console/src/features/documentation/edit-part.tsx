import { prepare, replaced, V1, type Answer, type DocumentationPart } from '@gatehouse/client-calls';
import { z } from 'zod';
import { useDesk } from '../../shared/calls/desk';
import { useAnswer } from '../../shared/calls/queries';
import { FormModal } from '../../shared/forms/form-modal';
import { useDraft } from '../../shared/forms/use-draft';
import { WriteForm } from '../../shared/forms/write-form';
import { Loaded } from '../../shared/parts/loaded';
import { jsonProblem } from '../../shared/parts/pretty';
import { Properties } from './create-part';
import { placeText } from './part-draft';

interface EditPartProps {
  readonly restApiId: string;
  readonly documentationPartId: string;
  readonly onClose: () => void;
}

const PropertiesForm = z.object({
  properties: z.string().superRefine((text, context) => {
    const message = jsonProblem(text);
    if (message) context.addIssue({ code: 'custom', message });
  }),
});
const draftOf = ({ properties }: DocumentationPart) => ({ properties });

/** The properties of one part; its place stays. */
export function EditPart(props: EditPartProps) {
  const { restApiId, documentationPartId } = props;
  return (
    <Loaded query={useAnswer(V1.GetDocumentationPart, { restApiId, documentationPartId })}>
      {answer => <Edit {...props} answer={answer} />}
    </Loaded>
  );
}

function Edit({ restApiId, documentationPartId, onClose, answer }: EditPartProps & { readonly answer: Answer<DocumentationPart> }) {
  const { calls } = useDesk();
  const place = { restApiId, documentationPartId };
  const draft = useDraft(draftOf(answer.value), PropertiesForm, answer.etag);
  const reread = async () => {
    const now = await calls.call(V1.GetDocumentationPart, place);
    return { value: draftOf(now.value), etag: now.etag };
  };
  return (
    <FormModal header={placeText(answer.value.location)} size="large" dirty={draft.dirty} onClose={onClose}>
      <WriteForm
        draft={draft}
        submit="Save"
        guard={false}
        onCancel={onClose}
        onSaved={onClose}
        done={`The documentation of ${placeText(answer.value.location)} was saved`}
        reread={reread}
        calls={parsed => {
          const patchOperations = replaced(draft.base, parsed, ['properties']);
          return patchOperations.length > 0 ? [prepare(V1.UpdateDocumentationPart, { ...place, patchOperations })] : [];
        }}
      >
        <Properties value={draft.value.properties} onChange={properties => draft.set({ properties })} />
      </WriteForm>
    </FormModal>
  );
}
