import { type PatchOperation, type Verb } from './rule.js';

/** The sentences of one family. `paths` answers the table's paths that allow a verb, in the table's order. */
export interface Wording {
  unknownPath(operation: PatchOperation, paths: (verb: string) => readonly string[]): string;
  wrongVerb(operation: PatchOperation, allowed: readonly Verb[], paths: (verb: string) => readonly string[]): string;
}

function listed(operation: PatchOperation, paths: (verb: string) => readonly string[]): string {
  const allowed = paths(operation.op ?? '');
  const head = `Invalid patch path  '${operation.path ?? null}' specified for op '${operation.op ?? null}'.`;
  return allowed.length > 0 ? `${head} Must be one of: [${allowed.join(', ')}]` : `${head} Please choose supported operations`;
}

/** For families that name what they allow: `Invalid patch path  '/id' specified for op 'replace'. Must be one of: [...]`; the two blanks are AWS's. */
export const LISTED: Wording = {
  unknownPath: listed,
  wrongVerb: (operation, _allowed, paths) => listed(operation, paths),
};

/** For families that name only the path: `Invalid patch path /x`. */
export const PLAIN: Wording = {
  unknownPath: operation => `Invalid patch path ${operation.path ?? null}`,
  wrongVerb: (operation, allowed) =>
    allowed.length === 3 || !['add', 'remove', 'replace'].includes(operation.op ?? '')
      ? "Invalid patch operation specified. Must be 'add'|'remove'|'replace'"
      : `Invalid patch operation specified. Must be one of: [${allowed.join(', ')}]`,
};
