import Select from '@cloudscape-design/components/select';
import type { CallFault } from '@gatehouse/client-calls';
import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Field } from './field';

/** One line of a choice. */
export interface ChoiceOption {
  readonly value: string;
  readonly label: string;
  readonly description?: string;
}
interface ChoiceProps<T> {
  readonly name: string;
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** The rows to choose from, as they are asked for. */
  readonly query: UseQueryResult<readonly T[], CallFault>;
  readonly option: (row: T) => ChoiceOption;
  /** What choosing nothing is called; without it something must be chosen. */
  readonly none?: string;
  readonly placeholder?: string;
  /** Said below the label; may lead to where a missing row is made. */
  readonly description?: ReactNode;
  readonly empty?: string;
  readonly optional?: boolean;
  readonly isDisabled?: boolean;
}

/** One row out of a list that the server has. A value that is not among them is shown and kept. */
export function Choice<T>({
  name,
  label,
  value,
  onChange,
  query,
  option,
  none,
  placeholder = 'Choose one',
  description,
  empty = 'There is none yet.',
  optional = false,
  isDisabled = false,
}: ChoiceProps<T>) {
  const rows = (query.data ?? []).map(option);
  const options = [...(none === undefined ? [] : [{ value: '', label: none }]), ...rows];
  const chosen = options.find(each => each.value === value) ?? (value ? { value, label: value } : null);
  return (
    <Field name={name} label={label} description={description} optional={optional}>
      <Select
        selectedOption={chosen}
        options={options}
        disabled={isDisabled}
        placeholder={placeholder}
        empty={empty}
        filteringType={rows.length > 10 ? 'auto' : 'none'}
        statusType={!isDisabled && query.isPending ? 'loading' : query.error ? 'error' : 'finished'}
        errorText={query.error?.message ?? ''}
        onChange={({ detail }) => onChange(detail.selectedOption.value ?? '')}
      />
    </Field>
  );
}
