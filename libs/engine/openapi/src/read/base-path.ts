import { isObject, listOf, objectOf, textOf } from './plain.js';
import { type Reading } from './reading.js';

export type BasePathMode = 'ignore' | 'prepend' | 'split';

/** The base path that a document names: `basePath`, or the path of its first server with the variables' defaults put in. `/` when there is none. */
export function basePathOf({ root, isSwagger }: Reading): string {
  if (isSwagger) return tidy(textOf(root['basePath']) ?? '/');
  const server = listOf(root['servers']).find(isObject);
  if (!server) return '/';
  const variables = objectOf(server['variables']);
  const url = (textOf(server['url']) ?? '').replace(/\{([^{}]+)\}/g, (_, name: string) => textOf(objectOf(variables[name])['default']) ?? '');
  return tidy(url.replace(/^([a-z][a-z0-9+.-]*:)?\/\/[^/]*/i, ''));
}

const tidy = (path: string): string => `/${path.split('/').filter(part => part !== '').join('/')}`;

/** What comes before each path: nothing, the base path, or the base path without its first part (AWS's three readings of it). */
export function prefixOf(basePath: string, mode: BasePathMode): string {
  if (mode === 'ignore') return '';
  const parts = basePath.split('/').filter(part => part !== '');
  const kept = mode === 'split' ? parts.slice(1) : parts;
  return kept.map(part => `/${part}`).join('');
}
