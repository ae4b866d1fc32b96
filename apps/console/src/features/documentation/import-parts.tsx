import Alert from '@cloudscape-design/components/alert';
import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import Checkbox from '@cloudscape-design/components/checkbox';
import FileUpload from '@cloudscape-design/components/file-upload';
import Modal from '@cloudscape-design/components/modal';
import RadioGroup from '@cloudscape-design/components/radio-group';
import { prepare, V1 } from '@gatehouse/client-calls';
import { useState } from 'react';
import { z } from 'zod';
import { Field } from '../../shared/forms/field';
import { FormModal } from '../../shared/forms/form-modal';
import { useDraft } from '../../shared/forms/use-draft';
import { WriteForm } from '../../shared/forms/write-form';

interface ImportPartsProps {
  readonly restApiId: string;
  readonly onClose: () => void;
}
interface Result {
  readonly ids?: readonly string[];
  readonly warnings?: readonly string[];
}

const ImportForm = z.object({
  text: z.string().min(1, 'Choose a file.'),
  mode: z.enum(['merge', 'overwrite']),
  failOnWarnings: z.boolean(),
});
type ImportDraft = z.infer<typeof ImportForm>;

/** Takes the documentation out of an OpenAPI file; paths and models in it are passed over. */
export function ImportParts({ restApiId, onClose }: ImportPartsProps) {
  const draft = useDraft<ImportDraft, ImportDraft>({ text: '', mode: 'merge', failOnWarnings: false }, ImportForm);
  const { value, set } = draft;
  const [files, setFiles] = useState<File[]>([]);
  const [result, setResult] = useState<Result | null>(null);
  const take = (chosen: File[]): void => {
    setFiles(chosen);
    void Promise.resolve(chosen[0]?.text() ?? '').then(text => set({ text }));
  };
  if (result) return <Imported result={result} onClose={onClose} />;
  return (
    <FormModal header="Import documentation" dirty={draft.dirty} onClose={onClose}>
      <WriteForm
        draft={draft}
        submit="Import"
        canSaveUnchanged
        guard={false}
        onCancel={onClose}
        onSaved={([answer]) => setResult(answer?.value as Result)}
        done="The documentation was imported"
        calls={({ text, mode, failOnWarnings }) => [
          prepare(V1.ImportDocumentationParts, { restApiId, body: new TextEncoder().encode(text), mode, failOnWarnings }),
        ]}
      >
        <Field
          name="text"
          label="File"
          description="An OpenAPI or Swagger file: the parts of its x-amazon-apigateway-documentation, or else what its descriptions say."
        >
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
        </Field>
        <Field name="mode" label="What becomes of the parts that are there">
          <RadioGroup
            value={value.mode}
            onChange={({ detail }) => set({ mode: detail.value as ImportDraft['mode'] })}
            items={[
              { value: 'merge', label: 'Merge', description: 'Parts of the same place are replaced; the others stay.' },
              { value: 'overwrite', label: 'Overwrite', description: 'Only the parts of the file remain. Published versions stay.' },
            ]}
          />
        </Field>
        <Checkbox checked={value.failOnWarnings} onChange={({ detail }) => set({ failOnWarnings: detail.checked })}>
          Import nothing when there are warnings
        </Checkbox>
      </WriteForm>
    </FormModal>
  );
}

function Imported({ result: { ids = [], warnings = [] }, onClose }: { readonly result: Result; readonly onClose: () => void }) {
  return (
    <Modal
      visible
      header="Import finished"
      closeAriaLabel="Close the result"
      onDismiss={onClose}
      footer={
        <Box float="right">
          <Button variant="primary" onClick={onClose}>
            Close
          </Button>
        </Box>
      }
    >
      <Alert type={warnings.length > 0 ? 'warning' : 'success'}>
        {ids.length} {ids.length === 1 ? 'part was' : 'parts were'} imported.
        {warnings.length > 0 && (
          <ol className="gh-findings" tabIndex={0} aria-label="Warnings">
            {warnings.map((warning, index) => (
              <li key={`${index} ${warning}`}>{warning}</li>
            ))}
          </ol>
        )}
      </Alert>
    </Modal>
  );
}
