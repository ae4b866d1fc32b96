import AttributeEditor from '@cloudscape-design/components/attribute-editor';
import Input from '@cloudscape-design/components/input';
import { V1, type Answer, type MethodResponse } from '@gatehouse/client-calls';
import { useContext } from 'react';
import { useDesk } from '../../shared/calls/desk';
import { useAnswer } from '../../shared/calls/queries';
import { Field, ProblemsContext } from '../../shared/forms/field';
import { FormModal } from '../../shared/forms/form-modal';
import { PairsEditor } from '../../shared/forms/pairs-editor';
import { useDraft } from '../../shared/forms/use-draft';
import { WriteForm } from '../../shared/forms/write-form';
import { Loaded } from '../../shared/parts/loaded';
import type { MethodPlace } from './method-place';
import {
  changeMethodResponse,
  draftOfMethodResponse,
  MethodResponseForm,
  NEW_METHOD_RESPONSE,
  type MethodResponseDraft,
} from './response-draft';

interface EditProps {
  readonly place: MethodPlace;
  readonly statusCode: string | null;
  readonly onClose: () => void;
}

/** One method response, new (statusCode null) or as it is stored now. */
export function EditMethodResponse(props: EditProps) {
  return props.statusCode === null ? <ResponseForm {...props} answer={null} /> : <Existing {...props} statusCode={props.statusCode} />;
}

function Existing(props: EditProps & { readonly statusCode: string }) {
  return (
    <Loaded query={useAnswer(V1.GetMethodResponse, { ...props.place, statusCode: props.statusCode })}>
      {answer => <ResponseForm {...props} answer={answer} />}
    </Loaded>
  );
}

function ResponseForm({ place, answer, onClose }: EditProps & { readonly answer: Answer<MethodResponse> | null }) {
  const { calls } = useDesk();
  const draft = useDraft<MethodResponseDraft, MethodResponseDraft>(
    answer ? draftOfMethodResponse(answer.value) : NEW_METHOD_RESPONSE,
    MethodResponseForm,
    answer?.etag ?? null,
  );
  const { value, set } = draft;
  const reread = async () => {
    const now = await calls.call(V1.GetMethodResponse, { ...place, statusCode: value.statusCode });
    return { value: draftOfMethodResponse(now.value), etag: now.etag };
  };
  return (
    <FormModal
      header={answer ? `Method response ${value.statusCode}` : 'Create method response'}
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
        calls={parsed => changeMethodResponse(place, answer?.value ?? null, parsed)}
        done={`Method response ${value.statusCode} was saved`}
        reread={reread}
      >
        <Field name="statusCode" label="Status">
          <Input
            value={value.statusCode}
            inputMode="numeric"
            disabled={answer !== null}
            onChange={({ detail }) => set({ statusCode: detail.value })}
          />
        </Field>
        <Field
          name="headersList"
          label="Response headers"
          description="Declared here, they can be filled by an integration response."
          stretch
        >
          <Headers value={value} set={set} />
        </Field>
        <Field name="responseModelsList" label="Models" stretch>
          <PairsEditor
            field="responseModels"
            pairs={value.responseModels}
            onChange={responseModels => set({ responseModels })}
            nameLabel="Content type"
            valueLabel="Model"
            addText="Add model"
            emptyText="No model is named."
            namePlaceholder="application/json"
            valuePlaceholder="Empty"
          />
        </Field>
      </WriteForm>
    </FormModal>
  );
}

function Headers({
  value: { headers },
  set,
}: {
  readonly value: MethodResponseDraft;
  readonly set: (change: Partial<MethodResponseDraft>) => void;
}) {
  const problems = useContext(ProblemsContext);
  return (
    <AttributeEditor
      items={headers}
      addButtonText="Add header"
      removeButtonText="Remove"
      removeButtonAriaLabel={({ name }) => `Remove ${name || 'header'}`}
      empty="No header is declared."
      onAddButtonClick={() => set({ headers: [...headers, { name: '' }] })}
      onRemoveButtonClick={({ detail }) => set({ headers: headers.filter((_header, at) => at !== detail.itemIndex) })}
      definition={[
        {
          label: 'Header',
          errorText: (_header, index) => problems[`headers.${index}.name`] ?? '',
          control: (header, index) => (
            <Input
              value={header.name}
              spellcheck={false}
              placeholder="Location"
              onChange={({ detail }) => set({ headers: headers.map((each, at) => (at === index ? { name: detail.value } : each)) })}
            />
          ),
        },
      ]}
    />
  );
}
