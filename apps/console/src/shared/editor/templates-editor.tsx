import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import Input from '@cloudscape-design/components/input';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { Field } from '../forms/field';
import type { Pair } from '../forms/pairs';
import { CodeField } from './code-field';

interface TemplatesEditorProps {
  readonly field: string;
  readonly templates: readonly Pair[];
  readonly onChange: (templates: readonly Pair[]) => void;
  readonly emptyText: string;
  readonly starter?: string;
}

/** Mapping templates, one for each content type. The editor is loaded when the first one is shown. */
export function TemplatesEditor({ field, templates, onChange, emptyText, starter = '' }: TemplatesEditorProps) {
  const replace = (index: number, change: Partial<Pair>): void =>
    onChange(templates.map((template, at) => (at === index ? { ...template, ...change } : template)));
  return (
    <SpaceBetween size="m">
      {templates.length === 0 && <Box color="text-body-secondary">{emptyText}</Box>}
      {templates.map((template, index) => (
        <SpaceBetween size="xs" key={index}>
          <div className="gh-row">
            <div className="gh-grow">
              <Field name={`${field}.${index}`} label="Content type" stretch>
                <Input
                  value={template.name}
                  placeholder="application/json"
                  onChange={({ detail }) => replace(index, { name: detail.value })}
                />
              </Field>
            </div>
            <Button
              formAction="none"
              ariaLabel={`Remove the template for ${template.name || 'no content type'}`}
              onClick={() => onChange(templates.filter((_template, at) => at !== index))}
            >
              Remove
            </Button>
          </div>
          <CodeField value={template.value} label={`Template for ${template.name}`} onChange={value => replace(index, { value })} />
        </SpaceBetween>
      ))}
      <Button
        formAction="none"
        iconName="add-plus"
        onClick={() => onChange([...templates, { name: templates.length === 0 ? 'application/json' : '', value: starter }])}
      >
        Add template
      </Button>
    </SpaceBetween>
  );
}
