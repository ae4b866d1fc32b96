import { LISTED, patchTable, replace, text } from '@gatehouse/engine-patch';

/** What UpdateResource may change: the name, and the place in the tree. */
export interface ResourceDraft { parentId: string; pathPart: string }

export const resourcePatch = patchTable<ResourceDraft>({ '/parentId': replace(text), '/pathPart': replace(text) }, LISTED);
