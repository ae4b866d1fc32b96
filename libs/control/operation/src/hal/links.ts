import { type OperationRow, structureOf, V1 } from '@gatehouse/contract-wire';

/** A relation of a resource: where it leads, with the labels that are still open. */
export interface LinkTemplate { readonly rel: string; readonly path: string; readonly query: readonly string[] }

const ROWS: readonly OperationRow[] = Object.values(V1);
const VERBS: Readonly<Record<string, string>> = { PATCH: 'update', DELETE: 'delete' };

/** The curie of a family: `rest-apis` is `restapi`, `method-responses` is `methodresponse`. */
export const curieOf = (family: string): string => family.replace(/ies$/, 'y').replace(/s$/, '').replace(/-/g, '');

/** `restApiId` -> `restapi_id`, `httpMethod` -> `http_method`, as AWS writes the labels of its link templates. */
export const labelOf = (name: string): string => name.replace(/^restApi/, 'restapi').replace(/[A-Z]/g, letter => `_${letter.toLowerCase()}`);

const queryOf = (row: OperationRow): readonly string[] =>
  row.input === null ? [] : Object.entries(structureOf(row.input)).filter(([name, member]) => member.in === 'query' && name !== 'position').map(([name, { wire = name }]) => labelOf(wire));

/** `by-id`, `by-name`, `by-http-method`: what the last label of a path is called in a relation. */
function byOf(path: string): string {
  const label = /\{(\w+)\+?\}$/.exec(path)?.[1] ?? '';
  const ending = /(Id|Name|Arn)$/.exec(label)?.[1];
  return `by-${(ending ?? labelOf(label)).toLowerCase().replace(/_/g, '-')}`;
}

const isBelow = (path: string, parent: string, pattern: RegExp): boolean => path.startsWith(parent) && pattern.test(path.slice(parent.length));

/** What leads away from one resource: changing and deleting it, what it holds, and the members of what it holds. Read off the operation table once for each path. */
export function linksOfItem(path: string, curie: string): readonly LinkTemplate[] {
  const links: LinkTemplate[] = [];
  for (const row of ROWS) {
    const other = curieOf(row.family);
    if (row.path === path && VERBS[row.method]) links.push({ rel: `${curie}:${VERBS[row.method]}`, path, query: [] });
    if (row.query || row.name.startsWith('Test')) continue;
    if (isBelow(row.path, path, /^\/\w+$/) && row.method === 'GET') links.push({ rel: `${curie}:${row.path.slice(path.length + 1)}`, path: row.path, query: queryOf(row) });
    if (isBelow(row.path, path, /^\/\w+$/) && row.method === 'POST') links.push({ rel: `${other}:create`, path: row.path, query: [] });
    if (isBelow(row.path, path, /^\/\w+$/) && row.method === 'PUT') links.push({ rel: `${other}:put`, path: row.path, query: [] });
    if (isBelow(row.path, path, /^\/\w+\/\{\w+\+?\}$/) && row.method === 'GET') links.push({ rel: `${other}:${byOf(row.path)}`, path: row.path, query: queryOf(row) });
    if (isBelow(row.path, path, /^\/\w+\/\{\w+\+?\}$/) && row.method === 'PUT') links.push({ rel: `${other}:put`, path: row.path, query: [] });
  }
  return links.sort((a, b) => (a.rel < b.rel ? -1 : 1));
}

/** What leads away from a collection: one of its members, and making a new one. */
export function linksOfList(path: string, curie: string): readonly LinkTemplate[] {
  return ROWS.filter(row => !row.query && !row.name.startsWith('Test')).flatMap((row): readonly LinkTemplate[] => {
    if (row.path === path && row.method === 'POST') return [{ rel: `${curie}:create`, path, query: [] }];
    if (!isBelow(row.path, path, /^\/\{\w+\+?\}$/)) return [];
    if (row.method === 'GET') return [{ rel: `${curie}:${byOf(row.path)}`, path: row.path, query: queryOf(row) }];
    return row.method === 'PUT' ? [{ rel: `${curie}:put`, path: row.path, query: [] }] : row.method === 'POST' ? [{ rel: `${curie}:create`, path: row.path, query: [] }] : [];
  }).sort((a, b) => (a.rel < b.rel ? -1 : 1));
}

/** The operation that reads one thing of that structure, so that its place in the tree is known; undefined for structures that have no address. */
export const readerOf = (structure: string): OperationRow | undefined => ROWS.find(row => row.method === 'GET' && row.output === structure && !structureOf(structure)['items'] && !structureOf(structure)['item']);
