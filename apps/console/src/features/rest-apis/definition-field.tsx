import FileUpload from '@cloudscape-design/components/file-upload';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useState } from 'react';
import { CodeField } from '../../shared/editor/code-field';
import { Field } from '../../shared/forms/field';
import { languageOf } from './import-draft';

interface DefinitionFieldProps {
  readonly text: string;
  readonly onChange: (text: string) => void;
}

/** An OpenAPI definition: from a file, or written and pasted into the editor. */
export function DefinitionField({ text, onChange }: DefinitionFieldProps) {
  const [files, setFiles] = useState<File[]>([]);
  const take = (chosen: File[]): void => {
    setFiles(chosen);
    if (chosen[0]) void chosen[0].text().then(onChange);
  };
  return (
    <Field name="text" label="Definition" description="Swagger 2.0, OpenAPI 3.0 or 3.1, as JSON or YAML. At most 6 MB." stretch>
      <SpaceBetween size="l">
        <FileUpload
          value={files}
          accept=".json,.yaml,.yml,application/json,application/yaml"
          onChange={({ detail }) => take(detail.value)}
          showFileSize
          i18nStrings={{
            uploadButtonText: () => 'Choose file',
            dropzoneText: () => 'Drop the file here',
            removeFileAriaLabel: () => 'Remove file',
            limitShowFewer: 'Show fewer',
            limitShowMore: 'Show more',
            errorIconAriaLabel: 'Error',
          }}
        />
        <CodeField value={text} onChange={onChange} label="Definition" language={languageOf(text)} height={300} />
      </SpaceBetween>
    </Field>
  );
}
