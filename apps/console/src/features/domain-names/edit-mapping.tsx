import Input from '@cloudscape-design/components/input';
import { V1, type BasePathMapping } from '@gatehouse/client-calls';
import { useAll } from '../../shared/calls/queries';
import { Choice } from '../../shared/forms/choice';
import { Field } from '../../shared/forms/field';
import { FormModal } from '../../shared/forms/form-modal';
import { useDraft } from '../../shared/forms/use-draft';
import { WriteForm } from '../../shared/forms/write-form';
import { draftOfMapping, MappingForm, NEW_MAPPING, write, type MappingDraft } from './mapping-draft';
import type { DomainPlace } from './domain-place';

interface EditMappingProps {
  readonly place: DomainPlace;
  /** null = a new one. */
  readonly mapping: BasePathMapping | null;
  readonly onClose: () => void;
}

/** Where a base path leads: an API and its stage. */
export function EditMapping({ place, mapping, onClose }: EditMappingProps) {
  const draft = useDraft<MappingDraft, MappingDraft>(mapping ? draftOfMapping(mapping) : NEW_MAPPING, MappingForm);
  const { value, set } = draft;
  const stages = useAll(V1.GetStages, { restApiId: value.restApiId }, { enabled: value.restApiId !== '' });
  return (
    <FormModal header={mapping ? `Mapping ${mapping.basePath}` : 'Add mapping'} dirty={draft.dirty} onClose={onClose}>
      <WriteForm
        draft={draft}
        submit={mapping ? 'Save' : 'Add mapping'}
        canSaveUnchanged={!mapping}
        guard={false}
        onCancel={onClose}
        onSaved={onClose}
        calls={parsed => write(place, mapping ? draft.base : null, parsed)}
        done={`${place.domainName}/${value.basePath} leads to its API`}
      >
        <Field name="basePath" label="Base path" optional constraint={`Callers use ${place.domainName}/${value.basePath}${value.basePath ? '/…' : '…'}`}>
          <Input
            value={value.basePath}
            autoFocus
            spellcheck={false}
            placeholder="v1"
            onChange={({ detail }) => set({ basePath: detail.value })}
          />
        </Field>
        <Choice
          name="restApiId"
          label="API"
          value={value.restApiId}
          onChange={restApiId => set({ restApiId, stage: '' })}
          query={useAll(V1.GetRestApis, {})}
          placeholder="Choose an API"
          option={({ id, name }) => ({ value: id, label: name, description: id })}
        />
        <Choice
          name="stage"
          label="Stage"
          value={value.stage}
          onChange={stage => set({ stage })}
          query={stages}
          isDisabled={!value.restApiId}
          none="Any: the next segment of the path names it"
          option={({ stageName }) => ({ value: stageName, label: stageName })}
        />
      </WriteForm>
    </FormModal>
  );
}
