/** What an import said of a definition; both empty when the sentence is of another kind. */
export interface Findings {
  readonly errors: readonly string[];
  readonly warnings: readonly string[];
}

const ERRORS = /^Errors found during import:/,
  WARNINGS = /(?:^W|^Additionally, w)arnings found during import:/;

/** Splits AWS's "Errors found during import:\n\t...\nAdditionally, warnings found during import:\n\t..." into its sentences. */
export function findingsOf(message: string): Findings {
  const errors: string[] = [],
    warnings: string[] = [];
  let list: string[] | null = null;
  for (const line of message.split('\n')) {
    if (ERRORS.test(line)) list = errors;
    else if (WARNINGS.test(line)) list = warnings;
    else if (line.startsWith('\t')) list?.push(line.trim());
    else if (list && list.length > 0 && line.trim() !== '') list.push(`${list.pop() ?? ''} ${line.trim()}`);
  }
  return { errors, warnings };
}
