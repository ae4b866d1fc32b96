export { apiOfHost, apiOfPath, cutStage, isHostHeader, type AddressRules, type Addressed, type StagePath } from './address.js';
export { BasePathTable, type BasePathMatch } from './base-path.js';
export { MethodTable } from './method-table.js';
export { InvalidTemplate, SegmentTrie, variablesOf, type Match } from './segment-trie.js';
