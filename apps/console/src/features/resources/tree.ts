import type { Resource } from '@gatehouse/client-calls';

/** One line of the tree: a resource, or a method below it. `depth` begins at 0. */
export interface TreeRow {
  readonly key: string;
  readonly depth: number;
  readonly resource: Resource;
  /** null = the line is the resource itself. */
  readonly httpMethod: string | null;
  readonly label: string;
  /** null = nothing below it. */
  readonly isExpanded: boolean | null;
  readonly parentKey: string | null;
}

/** A line is known by its resource, and by its method where it is one. */
export const rowKey = (resourceId: string, httpMethod?: string | null): string => (httpMethod ? `${resourceId} ${httpMethod}` : resourceId);
/** The methods of a resource, in the order of their names. */
export const methodsOf = (resource: Resource): readonly string[] => Object.keys(resource.resourceMethods ?? {}).sort();

const byPath = (a: Resource, b: Resource): number => a.path.localeCompare(b.path, 'en', { numeric: true });

/** A resource matches by its path, or by one of its methods ("get /pets" too). */
const matches = (resource: Resource, needle: string): boolean =>
  resource.path.toLowerCase().includes(needle) ||
  methodsOf(resource).some(method => `${method} ${resource.path}`.toLowerCase().includes(needle));

/** The lines that are shown. With a filter: what matches, with all that leads there, unfolded. */
export function treeRows(resources: readonly Resource[], collapsed: ReadonlySet<string>, filter: string): readonly TreeRow[] {
  const ids = new Set(resources.map(({ id }) => id));
  const children = new Map<string | null, Resource[]>();
  for (const resource of [...resources].sort(byPath)) {
    const parent = resource.parentId && ids.has(resource.parentId) ? resource.parentId : null;
    const siblings = children.get(parent);
    if (siblings) siblings.push(resource);
    else children.set(parent, [resource]);
  }
  const needle = filter.trim().toLowerCase();
  const kept = needle ? keptBy(resources, needle) : null;
  const rows: TreeRow[] = [];
  const visit = (resource: Resource, depth: number, parentKey: string | null): void => {
    if (kept && !kept.has(resource.id)) return;
    const methods = methodsOf(resource),
      below = children.get(resource.id) ?? [];
    const isExpanded = methods.length + below.length === 0 ? null : needle !== '' || !collapsed.has(resource.id);
    rows.push({
      key: rowKey(resource.id),
      depth,
      resource,
      httpMethod: null,
      label: depth === 0 ? resource.path : `/${resource.pathPart ?? ''}`,
      isExpanded,
      parentKey,
    });
    if (isExpanded !== true) return;
    for (const method of methods)
      rows.push({
        key: rowKey(resource.id, method),
        depth: depth + 1,
        resource,
        httpMethod: method,
        label: method,
        isExpanded: null,
        parentKey: rowKey(resource.id),
      });
    for (const child of below) visit(child, depth + 1, rowKey(resource.id));
  };
  for (const top of children.get(null) ?? []) visit(top, 0, null);
  return rows;
}

function keptBy(resources: readonly Resource[], needle: string): ReadonlySet<string> {
  const byId = new Map(resources.map(resource => [resource.id, resource]));
  const kept = new Set<string>();
  for (const found of resources.filter(resource => matches(resource, needle))) {
    for (let step: Resource | undefined = found; step && !kept.has(step.id); step = step.parentId ? byId.get(step.parentId) : undefined)
      kept.add(step.id);
  }
  return kept;
}

/** All resources at or below one, by path. */
export const subtree = (resources: readonly Resource[], root: Resource): readonly Resource[] =>
  resources.filter(({ id, path }) => id === root.id || path.startsWith(root.path === '/' ? '/' : `${root.path}/`));
