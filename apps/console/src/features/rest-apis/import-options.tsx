import Checkbox from '@cloudscape-design/components/checkbox';
import RadioGroup from '@cloudscape-design/components/radio-group';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { Field } from '../../shared/forms/field';
import type { ImportDraft } from './import-draft';

const BASE_PATHS = [
  { value: 'ignore', label: 'Leave it out', description: 'Paths are made as the definition writes them.' },
  { value: 'prepend', label: 'Put it before every path', description: 'With base path /a/b, /pets becomes /a/b/pets.' },
  {
    value: 'split',
    label: 'Leave out its first segment',
    description: 'With base path /a/b, /pets becomes /b/pets; the first segment stands for the stage.',
  },
];

interface ImportOptionsProps {
  readonly value: ImportDraft;
  readonly set: (change: Partial<ImportDraft>) => void;
}

/** How a definition is read: its base path, its documentation, its warnings. */
export const ImportOptions = ({ value, set }: ImportOptionsProps) => (
  <SpaceBetween size="l">
    <Field name="basepath" label="Base path of the definition">
      <RadioGroup
        value={value.basepath}
        items={BASE_PATHS}
        onChange={({ detail }) => set({ basepath: detail.value as ImportDraft['basepath'] })}
      />
    </Field>
    <Field name="reading" label="Reading">
      <SpaceBetween size="xs">
        <Checkbox checked={value.ignoreDocumentation} onChange={({ detail }) => set({ ignoreDocumentation: detail.checked })}>
          Ignore documentation
        </Checkbox>
        <Checkbox
          checked={value.asksFirst}
          description="Nothing is written until you have seen them. Otherwise they are listed afterwards."
          onChange={({ detail }) => set({ asksFirst: detail.checked })}
        >
          Show warnings before anything is written
        </Checkbox>
      </SpaceBetween>
    </Field>
  </SpaceBetween>
);
