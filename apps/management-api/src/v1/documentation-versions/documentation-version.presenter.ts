import { type DocumentationVersion } from '@gatehouse/contract-wire';
import { type DocumentationVersionRow } from '@gatehouse/control-store';

/** Row -> AWS's DocumentationVersion; its parts show in exports only. */
export const presentDocumentationVersion = ({ documentationVersion, createdAt, description }: Pick<DocumentationVersionRow, 'documentationVersion' | 'createdAt' | 'description'>): DocumentationVersion =>
  ({ version: documentationVersion, createdDate: createdAt, description: description ?? undefined });
