import { LISTED, patchTable, replace, textOrNull } from '@gatehouse/engine-patch';

/** What UpdateModel may change. */
export interface ModelDraft { description: string | null; schema: string | null }

export const modelPatch = patchTable<ModelDraft>({ '/description': replace(textOrNull), '/schema': replace(textOrNull) }, LISTED);
