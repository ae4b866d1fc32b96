import Box from '@cloudscape-design/components/box';
import Checkbox from '@cloudscape-design/components/checkbox';
import ColumnLayout from '@cloudscape-design/components/column-layout';
import RadioGroup from '@cloudscape-design/components/radio-group';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { DownloadForm } from '../../shared/forms/download-form';
import { Field } from '../../shared/forms/field';
import { useDraft } from '../../shared/forms/use-draft';
import { EXTENSIONS, ExportForm, exportOf, impliedBy, NEW_EXPORT, type ExportDraft } from './export-draft';
import type { StagePlace } from './stage-place';

/** C-13: what is deployed to a stage, as an OpenAPI or Swagger file. */
export function ExportStage({ place }: { readonly place: StagePlace }) {
  const draft = useDraft<ExportDraft, ExportDraft>(NEW_EXPORT, ExportForm);
  const { value, set } = draft;
  const implied = impliedBy(value.extensions);
  return (
    <DownloadForm
      draft={draft}
      submit="Export"
      call={parsed => exportOf(place, parsed)}
      fallbackName={`${place.restApiId}-${place.stageName}.${value.format}`}
    >
      <Box color="text-body-secondary">The file describes what the stage serves now, not the draft.</Box>
      <ColumnLayout columns={2} minColumnWidth={200}>
        <Field name="exportType" label="Document">
          <RadioGroup
            value={value.exportType}
            onChange={({ detail }) => set({ exportType: detail.value as ExportDraft['exportType'] })}
            items={[
              { value: 'oas30', label: 'OpenAPI 3.0' },
              { value: 'swagger', label: 'Swagger 2.0' },
            ]}
          />
        </Field>
        <Field name="format" label="Format">
          <RadioGroup
            value={value.format}
            onChange={({ detail }) => set({ format: detail.value as ExportDraft['format'] })}
            items={[
              { value: 'json', label: 'JSON' },
              { value: 'yaml', label: 'YAML' },
            ]}
          />
        </Field>
      </ColumnLayout>
      <Field name="extensions" label="Extensions" description="Without any, it is a plain document for readers and generators." stretch>
        <SpaceBetween size="xs">
          {EXTENSIONS.map(({ id, label, text }) => (
            <Checkbox
              key={id}
              checked={value.extensions.includes(id) || implied.has(id)}
              disabled={implied.has(id)}
              description={text}
              onChange={({ detail }) =>
                set({ extensions: detail.checked ? [...value.extensions, id] : value.extensions.filter(each => each !== id) })
              }
            >
              {label}
            </Checkbox>
          ))}
        </SpaceBetween>
      </Field>
    </DownloadForm>
  );
}
