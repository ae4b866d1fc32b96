import { prepare, V1, type Call } from '@gatehouse/client-calls';
import { z } from 'zod';
import { mapOf, pairsForm, pairsOf, type Pair } from './pairs';
import { PairsEditor } from './pairs-editor';
import { useDraft } from './use-draft';
import { WriteForm } from './write-form';

/** AWS keeps keys that begin with `aws:` for itself. */
const TagsSchema = z.object({
  tags: pairsForm({ name: /^(?!aws:).{1,128}$/i, nameHint: 'At most 128 characters, and none that begins with aws:.' }),
});

/** What turns one set of tags into another; nothing when they are equal. */
export function changeTags(resourceArn: string, base: readonly Pair[], after: readonly Pair[]): readonly Call[] {
  const before = mapOf(base),
    now = mapOf(after);
  const tags = Object.fromEntries(Object.entries(now).filter(([key, value]) => before[key] !== value));
  const tagKeys = Object.keys(before).filter(key => !Object.hasOwn(now, key));
  return [
    ...(Object.keys(tags).length > 0 ? [prepare(V1.TagResource, { resourceArn, tags })] : []),
    ...(tagKeys.length > 0 ? [prepare(V1.UntagResource, { resourceArn, tagKeys })] : []),
  ];
}

interface TagsFormProps {
  readonly resourceArn: string;
  readonly tags: Readonly<Record<string, string>> | undefined;
  /** Whose tags they are, as the notice names it. */
  readonly of: string;
}

/** The tags of one thing, known by its ARN. */
export function TagsForm({ resourceArn, tags, of }: TagsFormProps) {
  const draft = useDraft<{ readonly tags: readonly Pair[] }, { readonly tags: readonly Pair[] }>({ tags: pairsOf(tags) }, TagsSchema);
  return (
    <WriteForm
      draft={draft}
      submit="Save tags"
      done={`The tags of ${of} were saved`}
      calls={parsed => changeTags(resourceArn, draft.base.tags, parsed.tags)}
    >
      <PairsEditor
        field="tags"
        pairs={draft.value.tags}
        onChange={next => draft.set({ tags: next })}
        nameLabel="Key"
        valueLabel="Value"
        addText="Add tag"
        emptyText="No tags."
      />
    </WriteForm>
  );
}
