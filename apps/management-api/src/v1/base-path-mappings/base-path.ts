import { badBasePath } from './base-path-mappings.faults.js';

/** AWS's word for the root of a domain. */
const NONE = '(none)';

/** What a caller wrote -> what is kept: the root is an empty text. One segment only: longer ones belong to the v2 API's mappings. */
export function readBasePath(text: string | undefined): string {
  const path = (text ?? '').replace(/^\//, '');
  if (path === '' || path === NONE) return '';
  // Segments of dots never reach a gateway: every client takes them out of an address.
  if (!/^(?!\.{1,2}$)[\w$.+!*'()-]{1,255}$/.test(path)) throw badBasePath();
  return path;
}

/** What is kept -> what AWS answers. */
export const showBasePath = (basePath: string): string => basePath || NONE;
