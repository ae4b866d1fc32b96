import { LISTED, patchTable, replace, whole } from '@gatehouse/engine-patch';
import { BAD_REMAINING } from './usage.faults.js';

/** UpdateUsage knows one path. */
export const usagePatch = patchTable<{ remaining: number | null }>({ '/remaining': replace(whole(0, Number.MAX_SAFE_INTEGER, BAD_REMAINING)) }, LISTED);
