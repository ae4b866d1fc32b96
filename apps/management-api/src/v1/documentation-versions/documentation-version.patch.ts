import { LISTED, patchTable, replace, textOrNull } from '@gatehouse/engine-patch';

export interface DocumentationVersionDraft { description: string | null }

export const documentationVersionPatch = patchTable<DocumentationVersionDraft>({ '/description': replace(textOrNull) }, LISTED);
