import FormField from '@cloudscape-design/components/form-field';
import { createContext, useContext, type ReactNode } from 'react';

/** What is wrong, by field; shown once the person has tried to save. */
export const ProblemsContext = createContext<Readonly<Record<string, string>>>({});

interface FieldProps {
  /** Its name in the draft; the server's refusals name fields alike. */
  readonly name: string;
  readonly label: string;
  readonly description?: ReactNode;
  readonly constraint?: string;
  readonly optional?: boolean;
  readonly stretch?: boolean;
  readonly children: ReactNode;
}

/** A labelled field that shows its own problem. */
export function Field({ name, label, description, constraint, optional = false, stretch = false, children }: FieldProps) {
  const problems = useContext(ProblemsContext);
  const problem = problems[name] ?? Object.entries(problems).find(([key]) => key.startsWith(`${name}.`))?.[1];
  return (
    <FormField
      label={
        optional ? (
          <>
            {label} <i>- optional</i>
          </>
        ) : (
          label
        )
      }
      description={description}
      constraintText={constraint}
      stretch={stretch}
      errorText={problem}
    >
      {children}
    </FormField>
  );
}
