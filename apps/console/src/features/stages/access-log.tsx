import Button from '@cloudscape-design/components/button';
import Input from '@cloudscape-design/components/input';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Textarea from '@cloudscape-design/components/textarea';
import Toggle from '@cloudscape-design/components/toggle';
import { useDesk } from '../../shared/calls/desk';
import { Field } from '../../shared/forms/field';
import { useDraft } from '../../shared/forms/use-draft';
import { WriteForm } from '../../shared/forms/write-form';
import { AccessLogForm, changeAccessLog, draftOfAccessLog, FORMATS, type AccessLogDraft } from './access-log-draft';
import { AtOnce } from './at-once';
import { useReread, type StageFormProps } from './stage-place';

/** C-12: one line for each request, in a form of one's own. */
export function AccessLog({ place, answer: { value: stage, etag } }: StageFormProps) {
  const { session } = useDesk();
  const draft = useDraft<AccessLogDraft, AccessLogDraft>(draftOfAccessLog(stage), AccessLogForm, etag);
  const { value, set } = draft;
  const reread = useReread(place, draftOfAccessLog);
  const suggested = {
    destinationArn: `arn:aws:logs:${session.region}:${session.accountId}:log-group:${place.restApiId}-${place.stageName}`,
    format: FORMATS[0]?.format ?? '',
  };
  return (
    <WriteForm
      draft={draft}
      submit="Save"
      done={`The access log of ${place.stageName} was saved`}
      reread={reread}
      calls={parsed => changeAccessLog(place, draft.base, parsed)}
    >
      <Toggle
        checked={value.isOn}
        onChange={({ detail }) => set({ isOn: detail.checked, ...(detail.checked && !value.destinationArn ? suggested : {}) })}
      >
        Write an access log
      </Toggle>
      {value.isOn && (
        <SpaceBetween size="l">
          <Field name="destinationArn" label="Destination" description="Names the log; the gateways write the lines." stretch>
            <Input value={value.destinationArn} spellcheck={false} onChange={({ detail }) => set({ destinationArn: detail.value })} />
          </Field>
          <Field name="format" label="Line" description="One line with $context variables." stretch>
            <SpaceBetween size="xs">
              <Textarea value={value.format} rows={5} spellcheck={false} onChange={({ detail }) => set({ format: detail.value })} />
              <SpaceBetween size="xs" direction="horizontal">
                {FORMATS.map(({ id, text, format }) => (
                  <Button key={id} formAction="none" ariaLabel={`Use the ${text} form`} onClick={() => set({ format })}>
                    {text}
                  </Button>
                ))}
              </SpaceBetween>
            </SpaceBetween>
          </Field>
        </SpaceBetween>
      )}
      <AtOnce />
    </WriteForm>
  );
}
