import Input from '@cloudscape-design/components/input';
import Select from '@cloudscape-design/components/select';
import { V1, type Answer, type IntegrationResponse, type Method } from '@gatehouse/client-calls';
import { useDesk } from '../../shared/calls/desk';
import { useAnswer } from '../../shared/calls/queries';
import { TemplatesEditor } from '../../shared/editor/templates-editor';
import { Field } from '../../shared/forms/field';
import { FormModal } from '../../shared/forms/form-modal';
import { PairsEditor } from '../../shared/forms/pairs-editor';
import { useDraft } from '../../shared/forms/use-draft';
import { WriteForm } from '../../shared/forms/write-form';
import { Loaded } from '../../shared/parts/loaded';
import type { MethodPlace } from './method-place';
import { changeIntegrationResponse, draftOfIntegrationResponse, IntegrationResponseForm, NEW_INTEGRATION_RESPONSE } from './response-draft';

interface EditProps {
  readonly place: MethodPlace;
  readonly method: Method;
  readonly statusCode: string | null;
  readonly onClose: () => void;
}

/** One integration response, new (statusCode null) or as it is stored now. */
export function EditIntegrationResponse(props: EditProps) {
  return props.statusCode === null ? <ResponseForm {...props} answer={null} /> : <Existing {...props} statusCode={props.statusCode} />;
}

function Existing(props: EditProps & { readonly statusCode: string }) {
  return (
    <Loaded query={useAnswer(V1.GetIntegrationResponse, { ...props.place, statusCode: props.statusCode })}>
      {answer => <ResponseForm {...props} answer={answer} />}
    </Loaded>
  );
}

function ResponseForm({ place, method, answer, onClose }: EditProps & { readonly answer: Answer<IntegrationResponse> | null }) {
  const { calls } = useDesk();
  const draft = useDraft(
    answer ? draftOfIntegrationResponse(answer.value) : NEW_INTEGRATION_RESPONSE,
    IntegrationResponseForm,
    answer?.etag ?? null,
  );
  const { value, set } = draft;
  const taken = Object.keys(method.methodIntegration?.integrationResponses ?? {});
  const statuses = Object.keys(method.methodResponses ?? {})
    .filter(status => answer !== null || !taken.includes(status))
    .map(status => ({ value: status, label: status }));
  const reread = async () => {
    const now = await calls.call(V1.GetIntegrationResponse, { ...place, statusCode: value.statusCode });
    return { value: draftOfIntegrationResponse(now.value), etag: now.etag };
  };
  return (
    <FormModal
      header={answer ? `Integration response ${value.statusCode}` : 'Create integration response'}
      size="large"
      dirty={draft.dirty}
      onClose={onClose}
    >
      <WriteForm
        draft={draft}
        submit="Save"
        guard={false}
        onCancel={onClose}
        onSaved={onClose}
        calls={parsed => changeIntegrationResponse(place, answer ? draft.base : null, parsed)}
        done={`Integration response ${value.statusCode} was saved`}
        reread={reread}
      >
        <Field
          name="statusCode"
          label="Method response"
          description="The status that the client gets; it must be declared as a method response."
        >
          <Select
            disabled={answer !== null}
            selectedOption={value.statusCode ? { value: value.statusCode, label: value.statusCode } : null}
            options={statuses}
            placeholder="Choose a status"
            empty="Every declared status has its response. Declare another one under Method responses."
            onChange={({ detail }) => set({ statusCode: detail.selectedOption.value ?? '' })}
          />
        </Field>
        <Field
          name="selectionPattern"
          label="Selection pattern"
          optional
          description="A regular expression for the backend's status. Leave it empty for the default response."
        >
          <Input
            value={value.selectionPattern}
            spellcheck={false}
            placeholder="4\d{2}"
            onChange={({ detail }) => set({ selectionPattern: detail.value })}
          />
        </Field>
        <Field name="responseParametersList" label="Header mappings" stretch>
          <PairsEditor
            field="responseParameters"
            pairs={value.responseParameters}
            onChange={responseParameters => set({ responseParameters })}
            nameLabel="To"
            valueLabel="From"
            addText="Add mapping"
            emptyText="No header is mapped."
            namePlaceholder="method.response.header.Location"
            valuePlaceholder="integration.response.header.Location"
          />
        </Field>
        <Field name="responseTemplatesList" label="Mapping templates" stretch>
          <TemplatesEditor
            field="responseTemplates"
            templates={value.responseTemplates}
            onChange={responseTemplates => set({ responseTemplates })}
            emptyText="No template: the body goes on as the backend sent it."
          />
        </Field>
      </WriteForm>
    </FormModal>
  );
}
