import Alert from '@cloudscape-design/components/alert';
import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import FileUpload from '@cloudscape-design/components/file-upload';
import Modal from '@cloudscape-design/components/modal';
import RadioGroup from '@cloudscape-design/components/radio-group';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { prepare, V1 } from '@gatehouse/client-calls';
import { useState } from 'react';
import { z } from 'zod';
import { Field } from '../../shared/forms/field';
import { FormModal } from '../../shared/forms/form-modal';
import { useDraft } from '../../shared/forms/use-draft';
import { WriteForm } from '../../shared/forms/write-form';
import { outlineOf } from './csv-keys';

interface Result {
  readonly ids?: readonly string[];
  readonly warnings?: readonly string[];
}
const ImportForm = z.object({ text: z.string().min(1, 'Choose a file.'), failOnWarnings: z.boolean() });
const SAMPLE = 'name,key,description,enabled,usageplanIds';

/** Imports a CSV of keys. The file is looked over first; afterwards each warning is shown. */
export function ImportKeys({ onClose }: { readonly onClose: () => void }) {
  const draft = useDraft({ text: '', failOnWarnings: true }, ImportForm);
  const [files, setFiles] = useState<File[]>([]);
  const [result, setResult] = useState<Result | null>(null);
  const outline = draft.value.text ? outlineOf(draft.value.text) : null;
  const take = (chosen: File[]): void => {
    setFiles(chosen);
    void Promise.resolve(chosen[0]?.text() ?? '').then(text => draft.set({ text }));
  };
  if (result) return <Imported result={result} onClose={onClose} />;
  return (
    <FormModal header="Import API keys" size="large" dirty={draft.dirty} onClose={onClose}>
      <WriteForm
        draft={draft}
        submit="Import"
        canSaveUnchanged
        guard={false}
        onCancel={onClose}
        done={`${outline?.rows ?? 0} API keys were sent`}
        onSaved={([answer]) => setResult(answer?.value as Result)}
        calls={({ text, failOnWarnings }) => [
          prepare(V1.ImportApiKeys, { body: new TextEncoder().encode(text), format: 'csv', failOnWarnings }),
        ]}
      >
        <Field
          name="text"
          label="CSV file"
          description={
            <>
              First line: <span className="gh-mono">{SAMPLE}</span>. Only key is required.
            </>
          }
        >
          <FileUpload
            value={files}
            accept=".csv,text/csv"
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
        {outline && (
          <Alert type={outline.problems.length > 0 ? 'warning' : 'info'} header={`${outline.rows} keys`}>
            {outline.problems.length > 0 ? (
              <ul>
                {outline.problems.map(problem => (
                  <li key={problem}>{problem}</li>
                ))}
              </ul>
            ) : (
              'Nothing looks wrong with the file.'
            )}
          </Alert>
        )}
        <Field name="failOnWarnings" label="When a line has a warning">
          <RadioGroup
            value={draft.value.failOnWarnings ? 'fail' : 'ignore'}
            onChange={({ detail }) => draft.set({ failOnWarnings: detail.value === 'fail' })}
            items={[
              { value: 'fail', label: 'Import nothing' },
              { value: 'ignore', label: 'Import the other lines and list the warnings' },
            ]}
          />
        </Field>
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
      <SpaceBetween size="m">
        <Alert type={ids.length > 0 ? 'success' : 'warning'}>
          {ids.length} {ids.length === 1 ? 'key was' : 'keys were'} imported.
        </Alert>
        {warnings.length > 0 && (
          <div>
            <b>{warnings.length} warnings</b>
            <ol className="gh-steps">
              {warnings.map((warning, index) => (
                <li key={`${index} ${warning}`}>{warning}</li>
              ))}
            </ol>
          </div>
        )}
      </SpaceBetween>
    </Modal>
  );
}
