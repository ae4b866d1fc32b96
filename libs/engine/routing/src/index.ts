export { apiOfHost, apiOfPath, cutStage, isHostHeader, type AddressRules, type Addressed, type StagePath } from './address.js';
export { MethodTable } from './method-table.js';
export { InvalidTemplate, SegmentTrie, variablesOf, type Match } from './segment-trie.js';
