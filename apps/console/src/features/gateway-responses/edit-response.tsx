import Box from '@cloudscape-design/components/box';
import Input from '@cloudscape-design/components/input';
import { V1, type Answer, type GatewayResponse } from '@gatehouse/client-calls';
import { useDesk } from '../../shared/calls/desk';
import { useAnswer } from '../../shared/calls/queries';
import { TemplatesEditor } from '../../shared/editor/templates-editor';
import { Field } from '../../shared/forms/field';
import { FormModal } from '../../shared/forms/form-modal';
import { PairsEditor } from '../../shared/forms/pairs-editor';
import { useDraft } from '../../shared/forms/use-draft';
import { WriteForm } from '../../shared/forms/write-form';
import { Loaded } from '../../shared/parts/loaded';
import { change, draftOfResponse, ResponseForm, type ResponseDraft } from './response-draft';
import { WHEN } from './response-types';

interface EditResponseProps {
  readonly restApiId: string;
  readonly responseType: GatewayResponse['responseType'];
  readonly onClose: () => void;
}

/** What the gateway answers for one type: status, headers, bodies. */
export function EditResponse(props: EditResponseProps) {
  const { restApiId, responseType } = props;
  return (
    <Loaded query={useAnswer(V1.GetGatewayResponse, { restApiId, responseType })}>{answer => <Edit {...props} answer={answer} />}</Loaded>
  );
}

function Edit({ restApiId, responseType, onClose, answer }: EditResponseProps & { readonly answer: Answer<GatewayResponse> }) {
  const { calls } = useDesk();
  const draft = useDraft<ResponseDraft, ResponseDraft>(draftOfResponse(answer.value), ResponseForm, answer.etag);
  const { value, set } = draft;
  const reread = async () => {
    const now = await calls.call(V1.GetGatewayResponse, { restApiId, responseType });
    return { value: draftOfResponse(now.value), etag: now.etag };
  };
  return (
    <FormModal header={`Gateway response ${responseType}`} size="large" dirty={draft.dirty} onClose={onClose}>
      <WriteForm
        draft={draft}
        submit="Save"
        guard={false}
        onCancel={onClose}
        onSaved={onClose}
        calls={parsed => change({ restApiId, response: answer.value }, draft.base, parsed)}
        done={`Gateway response ${responseType} was saved`}
        reread={reread}
      >
        <Box color="text-body-secondary">{WHEN[responseType]} Stages answer so after the next deployment.</Box>
        <Field name="statusCode" label="Status" constraint="Left empty, the type keeps its own.">
          <Input value={value.statusCode} inputMode="numeric" onChange={({ detail }) => set({ statusCode: detail.value })} />
        </Field>
        <Field
          name="responseParametersList"
          label="Headers"
          description="From a constant in quotes ('*'), the request (method.request.header.Origin) or context.requestId."
          stretch
        >
          <PairsEditor
            field="responseParameters"
            pairs={value.responseParameters}
            onChange={responseParameters => set({ responseParameters })}
            nameLabel="To"
            valueLabel="From"
            addText="Add header"
            emptyText="No header is added."
            namePlaceholder="gatewayresponse.header.Access-Control-Allow-Origin"
            valuePlaceholder="'*'"
          />
        </Field>
        <Field
          name="responseTemplatesList"
          label="Templates"
          description="$context.error.messageString is the message with its quotes, $context.error.validationErrorString what a validator found."
          stretch
        >
          <TemplatesEditor
            field="responseTemplates"
            templates={value.responseTemplates}
            onChange={responseTemplates => set({ responseTemplates })}
            starter={'{"message":$context.error.messageString}'}
            emptyText="No template: the body is AWS's own."
          />
        </Field>
      </WriteForm>
    </FormModal>
  );
}
