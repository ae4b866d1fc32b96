import Box from '@cloudscape-design/components/box';
import Input from '@cloudscape-design/components/input';
import Select from '@cloudscape-design/components/select';
import { V1, type SdkType } from '@gatehouse/client-calls';
import { useAll } from '../../shared/calls/queries';
import { DownloadForm } from '../../shared/forms/download-form';
import { Field } from '../../shared/forms/field';
import { useDraft } from '../../shared/forms/use-draft';
import { Loaded } from '../../shared/parts/loaded';
import { sdkForm, sdkOf, startOf, type SdkDraft } from './sdk-draft';
import type { StagePlace } from './stage-place';

/** C-13: a client library of what is deployed to a stage. A platform that is not generated yet says so when it is asked for. */
export function GenerateSdk({ place }: { readonly place: StagePlace }) {
  return <Loaded query={useAll(V1.GetSdkTypes, {})}>{types => <SdkForm place={place} types={types} />}</Loaded>;
}

function SdkForm({ place, types }: { readonly place: StagePlace; readonly types: readonly SdkType[] }) {
  const typeOf = (id: string | undefined): SdkType | undefined => types.find(type => type.id === id);
  const draft = useDraft<SdkDraft, SdkDraft>(startOf(typeOf('javascript') ?? types[0]), sdkForm(types));
  const { value, set } = draft;
  const options = types.map(({ id, friendlyName, description = '' }) => ({ value: id, label: friendlyName, description }));
  return (
    <DownloadForm
      draft={draft}
      submit="Generate SDK"
      call={parsed => sdkOf(place, parsed)}
      fallbackName={`${place.restApiId}-${place.stageName}.zip`}
    >
      <Box color="text-body-secondary">
        A library with a function for each method that the stage serves now. So far Gatehouse generates it for JavaScript.
      </Box>
      <Field name="sdkType" label="Platform">
        <Select
          selectedOption={options.find(option => option.value === value.sdkType) ?? null}
          options={options}
          onChange={({ detail }) => set(startOf(typeOf(detail.selectedOption.value)))}
        />
      </Field>
      {(typeOf(value.sdkType)?.configurationProperties ?? []).map(({ name = '', friendlyName, description = '', required = false }) => (
        <Field key={name} name={`parameters.${name}`} label={friendlyName ?? name} description={description} optional={!required}>
          <Input
            value={value.parameters[name] ?? ''}
            spellcheck={false}
            onChange={({ detail }) => set({ parameters: { ...value.parameters, [name]: detail.value } })}
          />
        </Field>
      ))}
    </DownloadForm>
  );
}
