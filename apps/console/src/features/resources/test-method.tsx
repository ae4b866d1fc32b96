import Alert from '@cloudscape-design/components/alert';
import ColumnLayout from '@cloudscape-design/components/column-layout';
import Input from '@cloudscape-design/components/input';
import Select from '@cloudscape-design/components/select';
import Textarea from '@cloudscape-design/components/textarea';
import { V1, type Method, type Resource } from '@gatehouse/client-calls';
import { useAll } from '../../shared/calls/queries';
import { Choice } from '../../shared/forms/choice';
import { Field } from '../../shared/forms/field';
import { PairsEditor } from '../../shared/forms/pairs-editor';
import { TryForm } from '../../shared/forms/try-form';
import { useDraft } from '../../shared/forms/use-draft';
import { useTry } from '../../shared/forms/use-try';
import { HTTP_METHODS } from './integration-fields';
import type { MethodPlace } from './method-place';
import { TestAnswer } from './test-answer';
import { draftOfTest, hasBody, TestForm, testInput, type TestDraft } from './test-draft';

/** A method's test form with its last answer. It lives as long as the method is shown, so that one may edit, test and edit again. */
export function useMethodTest(place: MethodPlace, method: Method, resource: Resource) {
  const draft = useDraft<TestDraft, TestDraft>(draftOfTest(resource.path, method), TestForm);
  const trial = useTry(draft, V1.TestInvokeMethod, parsed => testInput(place, resource.path, parsed));
  return { draft, trial };
}

interface TestMethodProps {
  readonly place: MethodPlace;
  readonly test: ReturnType<typeof useMethodTest>;
}

/** C-06: calls the draft once, through a gateway, and shows the answer with its log. */
export function TestMethod({ place, test: { draft, trial } }: TestMethodProps) {
  const { value, set } = draft;
  return (
    <TryForm trial={trial} submit="Test" answer={answer => <TestAnswer answer={answer} />}>
      <Alert type="info" header="This call is real">
        The backend is called with the draft as it is now; nothing has to be deployed. Authorization, API keys and throttles are left out.
      </Alert>
      {place.httpMethod === 'ANY' && (
        <Field name="verb" label="Method">
          <Select
            selectedOption={{ value: value.verb, label: value.verb }}
            options={HTTP_METHODS.filter(verb => verb !== 'ANY').map(verb => ({ value: verb, label: verb }))}
            onChange={({ detail }) => set({ verb: detail.selectedOption.value ?? 'GET' })}
          />
        </Field>
      )}
      {value.path.length > 0 && (
        <ColumnLayout columns={2} minColumnWidth={200}>
          {value.path.map((variable, index) => (
            <Field key={variable.name} name={`path.${index}`} label={`Path: ${variable.name}`}>
              <Input
                value={variable.value}
                spellcheck={false}
                onChange={({ detail }) =>
                  set({ path: value.path.map((each, at) => (at === index ? { ...each, value: detail.value } : each)) })
                }
              />
            </Field>
          ))}
        </ColumnLayout>
      )}
      <Field name="queryList" label="Query strings" description="Rows without a value are not sent; a name may be there twice." stretch>
        <Rows field="query" pairs={value.query} set={set} addText="Add query string" emptyText="No query string." />
      </Field>
      <Field name="headersList" label="Headers" stretch>
        <Rows field="headers" pairs={value.headers} set={set} addText="Add header" emptyText="No headers." />
      </Field>
      <Field name="stageVariablesList" label="Stage variables" description="The test has no stage: it sees these alone." stretch>
        <Rows field="stageVariables" pairs={value.stageVariables} set={set} addText="Add stage variable" emptyText="No stage variables." />
      </Field>
      <ClientCertificate value={value.clientCertificateId} onChange={clientCertificateId => set({ clientCertificateId })} />
      {hasBody(value.verb) && (
        <Field name="body" label="Request body" optional stretch>
          <Textarea value={value.body} rows={6} spellcheck={false} onChange={({ detail }) => set({ body: detail.value })} />
        </Field>
      )}
    </TryForm>
  );
}

interface RowsProps {
  readonly field: 'query' | 'headers' | 'stageVariables';
  readonly pairs: TestDraft['query'];
  readonly set: (change: Partial<TestDraft>) => void;
  readonly addText: string;
  readonly emptyText: string;
}

const Rows = ({ field, set, ...rest }: RowsProps) => (
  <PairsEditor field={field} onChange={pairs => set({ [field]: pairs })} nameLabel="Name" valueLabel="Value" {...rest} />
);

function ClientCertificate({ value, onChange }: { readonly value: string; readonly onChange: (id: string) => void }) {
  const certificates = useAll(V1.GetClientCertificates, {});
  if (certificates.data?.length === 0) return null;
  return (
    <Choice
      name="clientCertificateId"
      label="Client certificate"
      optional
      description="Shown to a backend that is called over HTTPS."
      value={value}
      onChange={onChange}
      query={certificates}
      none="None"
      option={({ clientCertificateId, description = '' }) => ({ value: clientCertificateId, label: clientCertificateId, description })}
    />
  );
}
