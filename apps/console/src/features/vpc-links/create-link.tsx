import { useDesk } from '../../shared/calls/desk';
import { FormModal } from '../../shared/forms/form-modal';
import { useDraft } from '../../shared/forms/use-draft';
import { WriteForm } from '../../shared/forms/write-form';
import { creation, LinkForm, newLink, type LinkDraft } from './link-draft';
import { LinkFields } from './link-fields';

/** A new link. */
export function CreateLink({ onClose }: { readonly onClose: () => void }) {
  const { session } = useDesk();
  const draft = useDraft<LinkDraft, LinkDraft>(newLink(session), LinkForm);
  return (
    <FormModal header="Create VPC link" size="large" dirty={draft.dirty} onClose={onClose}>
      <WriteForm
        draft={draft}
        submit="Create VPC link"
        canSaveUnchanged
        guard={false}
        onCancel={onClose}
        onSaved={onClose}
        calls={creation}
        done={`VPC link ${draft.value.name} was created`}
      >
        <LinkFields draft={draft} isNew />
      </WriteForm>
    </FormModal>
  );
}
