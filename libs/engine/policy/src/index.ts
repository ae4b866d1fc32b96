export type { ConditionContext } from './conditions.js';
export { MalformedPolicy, parsePolicy, type PolicyDocument, type Statement } from './document.js';
export { evaluate, type Question, type Verdict } from './evaluate.js';
export { matchesWildcard } from './wildcard.js';
