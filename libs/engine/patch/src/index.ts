export { decimal, filled, flag, oneOf, text, textOrNull, whole, type Codec } from './codec.js';
export { namedEntry, valuedEntry, type ListRules } from './list-rules.js';
export { PatchRefused } from './patch-refused.js';
export { patchTable, type PatchRows, type PatchTable } from './patch-table.js';
export { type Holes } from './pattern.js';
export { add, copy, custom, remove, replace, type Hit, type PatchOperation, type Rule, type Spot, type Verb } from './rule.js';
export { LISTED, PLAIN, type Wording } from './wording.js';
