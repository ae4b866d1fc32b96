import { V1, type Answer, type VpcLink } from '@gatehouse/client-calls';
import { useDesk } from '../../shared/calls/desk';
import { useAnswer } from '../../shared/calls/queries';
import { FormModal } from '../../shared/forms/form-modal';
import { useDraft } from '../../shared/forms/use-draft';
import { WriteForm } from '../../shared/forms/write-form';
import { Loaded } from '../../shared/parts/loaded';
import { change, draftOfLink, LinkForm, type LinkDraft } from './link-draft';
import { LinkFields } from './link-fields';

interface EditLinkProps {
  readonly vpcLinkId: string;
  readonly onClose: () => void;
}

/** A link as it is stored now. */
export const EditLink = (props: EditLinkProps) => (
  <Loaded query={useAnswer(V1.GetVpcLink, { vpcLinkId: props.vpcLinkId })}>{answer => <Edit {...props} answer={answer} />}</Loaded>
);

function Edit({ vpcLinkId, onClose, answer }: EditLinkProps & { readonly answer: Answer<VpcLink> }) {
  const { calls, session } = useDesk();
  const draft = useDraft<LinkDraft, LinkDraft>(draftOfLink(answer.value), LinkForm, answer.etag);
  const reread = async () => {
    const now = await calls.call(V1.GetVpcLink, { vpcLinkId });
    return { value: draftOfLink(now.value), etag: now.etag };
  };
  return (
    <FormModal header={`VPC link ${answer.value.name}`} size="large" dirty={draft.dirty} onClose={onClose}>
      <WriteForm
        draft={draft}
        submit="Save"
        guard={false}
        onCancel={onClose}
        onSaved={onClose}
        calls={parsed => change(vpcLinkId, session.region, draft.base, parsed)}
        done={`VPC link ${draft.value.name} was saved`}
        reread={reread}
      >
        <LinkFields draft={draft} isNew={false} />
      </WriteForm>
    </FormModal>
  );
}
