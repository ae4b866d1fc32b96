import { mapChanges, prepare, V1, type Stage } from '@gatehouse/client-calls';
import { z } from 'zod';
import { mapOf, pairsForm, pairsOf, type Pair } from '../../shared/forms/pairs';
import { PairsEditor } from '../../shared/forms/pairs-editor';
import { useDraft } from '../../shared/forms/use-draft';
import { WriteForm } from '../../shared/forms/write-form';
import { AtOnce } from './at-once';
import { useReread, type StageFormProps } from './stage-place';

interface VariablesDraft {
  readonly variables: readonly Pair[];
}

const VariablesForm = z.object({ variables: pairsForm({ name: /^[A-Za-z0-9_]+$/, nameHint: 'Letters, digits and underscores.' }) });
const draftOf = (stage: Stage): VariablesDraft => ({ variables: pairsOf(stage.variables) });

/** C-09: the variables of a stage, read by integrations as ${stageVariables.name}. */
export function StageVariables({ place, answer: { value: stage, etag } }: StageFormProps) {
  const draft = useDraft<VariablesDraft, VariablesDraft>(draftOf(stage), VariablesForm, etag);
  const reread = useReread(place, draftOf);
  return (
    <WriteForm
      draft={draft}
      submit="Save"
      done={`The variables of ${place.stageName} were saved`}
      reread={reread}
      calls={parsed => {
        const patchOperations = mapChanges('/variables', mapOf(draft.base.variables), mapOf(parsed.variables), 'replace');
        return patchOperations.length > 0 ? [prepare(V1.UpdateStage, { ...place, patchOperations })] : [];
      }}
    >
      <PairsEditor
        field="variables"
        pairs={draft.value.variables}
        onChange={variables => draft.set({ variables })}
        nameLabel="Name"
        valueLabel="Value"
        addText="Add variable"
        emptyText="No variables yet. Integrations read them as ${stageVariables.name}, mappings as stageVariables.name."
        namePlaceholder="backendHost"
        valuePlaceholder="localhost:4010"
      />
      <AtOnce />
    </WriteForm>
  );
}
