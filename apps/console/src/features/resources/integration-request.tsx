import Alert from '@cloudscape-design/components/alert';
import Input from '@cloudscape-design/components/input';
import Select from '@cloudscape-design/components/select';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { V1, type Answer, type Integration, type Method, type Resource } from '@gatehouse/client-calls';
import { useDesk } from '../../shared/calls/desk';
import { useAnswer } from '../../shared/calls/queries';
import { TemplatesEditor } from '../../shared/editor/templates-editor';
import { Field } from '../../shared/forms/field';
import { PairsEditor } from '../../shared/forms/pairs-editor';
import { useDraft } from '../../shared/forms/use-draft';
import { WriteForm } from '../../shared/forms/write-form';
import { Loaded } from '../../shared/parts/loaded';
import { DeployHint } from './deploy-hint';
import {
  changeIntegration,
  defaultResponses,
  draftOfIntegration,
  IntegrationForm,
  isProxy,
  NEW_INTEGRATION,
  putIntegration,
  type IntegrationDraft,
} from './integration-draft';
import { IntegrationFields } from './integration-fields';
import type { MethodPlace } from './method-place';

interface IntegrationRequestProps {
  readonly place: MethodPlace;
  readonly method: Method;
  readonly resource: Resource;
}

/** C-04: what the gateway calls, and how the request is mapped. */
export function IntegrationRequest({ place, method, resource }: IntegrationRequestProps) {
  if (!method.methodIntegration) return <IntegrationForms place={place} answer={null} path={resource.path} />;
  return <Existing place={place} path={resource.path} />;
}

function Existing({ place, path }: { readonly place: MethodPlace; readonly path: string }) {
  return (
    <Loaded query={useAnswer(V1.GetIntegration, { ...place })}>
      {answer => <IntegrationForms place={place} answer={answer} path={path} />}
    </Loaded>
  );
}

interface FormsProps {
  readonly place: MethodPlace;
  readonly answer: Answer<Integration> | null;
  readonly path: string;
}
const PASSTHROUGH = [
  { value: 'WHEN_NO_MATCH', label: 'When no template matches the content type' },
  { value: 'WHEN_NO_TEMPLATES', label: 'When there are no templates' },
  { value: 'NEVER', label: 'Never: answer 415' },
];

function IntegrationForms({ place, answer, path }: FormsProps) {
  const { calls } = useDesk();
  const draft = useDraft<IntegrationDraft, IntegrationDraft>(
    answer ? draftOfIntegration(answer.value) : NEW_INTEGRATION,
    IntegrationForm,
    answer?.etag ?? null,
  );
  const { value, set } = draft;
  const reread = async () => {
    const now = await calls.call(V1.GetIntegration, { ...place });
    return { value: draftOfIntegration(now.value), etag: now.etag };
  };
  const prepared = (parsed: IntegrationDraft) =>
    answer
      ? changeIntegration(place, answer.value, draft.base, parsed)
      : [putIntegration(place, parsed), ...(isProxy(parsed.type) ? [] : defaultResponses(place))];
  return (
    <WriteForm
      draft={draft}
      submit="Save"
      canSaveUnchanged={answer === null}
      calls={prepared}
      done={`The integration of ${place.httpMethod} ${path} was saved`}
      reread={reread}
    >
      <IntegrationFields value={value} set={set} />
      {answer && draft.base.type !== value.type && (
        <Alert type="info">With another type the integration is written anew. Settings that still apply are kept.</Alert>
      )}
      <Field name="timeoutInMillis" label="Timeout" constraint="Milliseconds, from 50 to 29000 unless the limit was raised.">
        <Input value={value.timeoutInMillis} inputMode="numeric" onChange={({ detail }) => set({ timeoutInMillis: detail.value })} />
      </Field>
      <Field
        name="requestParametersList"
        label="Parameter mappings"
        description="What the backend receives, and from where: method.request.path.petId, 'a constant', stageVariables.name, context.requestId."
        stretch
      >
        <PairsEditor
          field="requestParameters"
          pairs={value.requestParameters}
          onChange={requestParameters => set({ requestParameters })}
          nameLabel="To"
          valueLabel="From"
          addText="Add mapping"
          emptyText="Nothing is mapped."
          namePlaceholder="integration.request.header.X-Name"
          valuePlaceholder="method.request.header.X-Name"
        />
      </Field>
      {!isProxy(value.type) && (
        <SpaceBetween size="l">
          <Field name="passthroughBehavior" label="Pass the body through unchanged">
            <Select
              selectedOption={PASSTHROUGH.find(option => option.value === value.passthroughBehavior) ?? null}
              options={PASSTHROUGH}
              onChange={({ detail }) => set({ passthroughBehavior: detail.selectedOption.value ?? 'WHEN_NO_MATCH' })}
            />
          </Field>
          <Field name="requestTemplatesList" label="Mapping templates" stretch>
            <TemplatesEditor
              field="requestTemplates"
              templates={value.requestTemplates}
              onChange={requestTemplates => set({ requestTemplates })}
              starter={value.type === 'MOCK' ? '{"statusCode": 200}' : ''}
              emptyText="No template: the body goes on as it came."
            />
          </Field>
        </SpaceBetween>
      )}
      <DeployHint />
    </WriteForm>
  );
}
