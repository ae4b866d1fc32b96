import Input from '@cloudscape-design/components/input';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { CodeField } from '../../shared/editor/code-field';
import { Field } from '../../shared/forms/field';
import type { Draft } from '../../shared/forms/use-draft';
import type { ModelDraft } from './model-draft';

interface ModelFieldsProps {
  readonly draft: Draft<ModelDraft, ModelDraft>;
  readonly isNew: boolean;
}

/** A model's fields. Name and content type are chosen once. */
export const ModelFields = ({ draft: { value, set }, isNew }: ModelFieldsProps) => (
  <SpaceBetween size="l">
    {isNew && (
      <>
        <Field name="name" label="Name" description="Methods and other schemas refer to it by this name.">
          <Input value={value.name} autoFocus spellcheck={false} onChange={({ detail }) => set({ name: detail.value })} />
        </Field>
        <Field name="contentType" label="Content type">
          <Input value={value.contentType} spellcheck={false} onChange={({ detail }) => set({ contentType: detail.value })} />
        </Field>
      </>
    )}
    <Field name="description" label="Description" optional>
      <Input value={value.description} onChange={({ detail }) => set({ description: detail.value })} />
    </Field>
    <Field name="schema" label="Schema" description="JSON schema, draft 4." stretch>
      <CodeField value={value.schema} onChange={schema => set({ schema })} label="Schema" language="json" height={260} />
    </Field>
  </SpaceBetween>
);
