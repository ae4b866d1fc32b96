import AttributeEditor from '@cloudscape-design/components/attribute-editor';
import Input from '@cloudscape-design/components/input';
import { useContext } from 'react';
import { ProblemsContext } from './field';
import type { Pair } from './pairs';

interface PairsEditorProps {
  /** The draft's field; problems of row 2 are found under `{field}.2.name`. */
  readonly field: string;
  readonly pairs: readonly Pair[];
  readonly onChange: (pairs: readonly Pair[]) => void;
  readonly nameLabel: string;
  readonly valueLabel: string;
  readonly addText: string;
  readonly emptyText: string;
  readonly namePlaceholder?: string;
  readonly valuePlaceholder?: string;
  readonly isDisabled?: boolean;
}

/** Rows of names and values. */
export function PairsEditor({
  field,
  pairs,
  onChange,
  nameLabel,
  valueLabel,
  addText,
  emptyText,
  namePlaceholder = '',
  valuePlaceholder = '',
  isDisabled = false,
}: PairsEditorProps) {
  const problems = useContext(ProblemsContext);
  const replace = (index: number, change: Partial<Pair>): void =>
    onChange(pairs.map((pair, at) => (at === index ? { ...pair, ...change } : pair)));
  return (
    <AttributeEditor<Pair>
      items={pairs}
      addButtonText={addText}
      removeButtonText="Remove"
      empty={emptyText}
      disableAddButton={isDisabled}
      removeButtonAriaLabel={pair => `Remove ${pair.name || 'row'}`}
      onAddButtonClick={() => onChange([...pairs, { name: '', value: '' }])}
      onRemoveButtonClick={({ detail }) => onChange(pairs.filter((_pair, index) => index !== detail.itemIndex))}
      definition={[
        {
          label: nameLabel,
          errorText: (_pair, index) => problems[`${field}.${index}.name`] ?? '',
          control: (pair, index) => (
            <Input
              value={pair.name}
              placeholder={namePlaceholder}
              disabled={isDisabled}
              spellcheck={false}
              onChange={({ detail }) => replace(index, { name: detail.value })}
            />
          ),
        },
        {
          label: valueLabel,
          errorText: (_pair, index) => problems[`${field}.${index}.value`] ?? '',
          control: (pair, index) => (
            <Input
              value={pair.value}
              placeholder={valuePlaceholder}
              disabled={isDisabled}
              spellcheck={false}
              onChange={({ detail }) => replace(index, { value: detail.value })}
            />
          ),
        },
      ]}
    />
  );
}
