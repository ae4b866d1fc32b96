import { LISTED, patchTable, replace, text } from '@gatehouse/engine-patch';

export interface DocumentationPartDraft { properties: string }

export const documentationPartPatch = patchTable<DocumentationPartDraft>({ '/properties': replace(text) }, LISTED);
