import { type DocumentationLocation } from '@gatehouse/contract-definition';
import { type DocumentationPart, type DocumentationPartLocation } from '@gatehouse/contract-wire';
import { type DocumentationPartRow } from '@gatehouse/control-store';

/** A location without the members that mean nothing for its type. */
export const presentLocation = ({ type, path, method, statusCode, name }: DocumentationLocation): DocumentationPartLocation =>
  ({ type, path: path ?? undefined, method: method ?? undefined, statusCode: statusCode ?? undefined, name: name ?? undefined });

/** Row -> AWS's DocumentationPart. */
export const presentDocumentationPart = ({ id, location, properties }: DocumentationPartRow): DocumentationPart => ({ id, location: presentLocation(location), properties });
