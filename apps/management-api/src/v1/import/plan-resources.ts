import { type ResourceRow } from '@gatehouse/control-store';
import { checkPlace } from '../resources/resource.rules.js';
import { type Findings } from './findings.js';
import { newIds } from './new-ids.js';
import { type ApiKeyColumns } from './plan-parts.js';
import { type PresentRows } from './present-rows.js';

/** The tree of an API after an import. `made` are the resources that are not there yet, parents first. */
export interface ResourcePlan { readonly byPath: ReadonlyMap<string, ResourceRow>; readonly made: readonly ResourceRow[] }

const parentOf = (path: string): string => path.slice(0, path.lastIndexOf('/')) || '/';
const lastPart = (path: string): string => path.slice(path.lastIndexOf('/') + 1);

/** Plans the resources of `paths` (sorted, so that parents come first). Those that are there keep their ids; new ones are held to the rules of CreateResource. */
export function planResources(paths: readonly string[], present: PresentRows, key: ApiKeyColumns, now: Date, findings: Findings): ResourcePlan {
  const byPath = new Map<string, ResourceRow>();
  const made: ResourceRow[] = [];
  const variables = new Map<string, ResourceRow[]>();
  const newId = newIds([...present.resources.values()]);
  for (const path of paths) {
    const there = present.resources.get(path);
    const parent = path === '/' ? undefined : byPath.get(parentOf(path));
    const row = there ?? { ...key, id: newId(), parentId: parent?.id ?? null, pathPart: lastPart(path), path, version: 1, createdAt: now, updatedAt: now };
    // Of all siblings only one can be in a newcomer's way: that which has a variable path part.
    const rivals = variables.get(parentOf(path)) ?? [];
    if (parent) findings.attempt(`Unable to create resource at path '${path}'`, () => { checkPlace(row.id, row.pathPart!, parent, rivals); });
    if (row.pathPart?.startsWith('{') && rivals.length === 0) variables.set(parentOf(path), [row]);
    if (!there) made.push(row);
    byPath.set(path, row);
  }
  return { byPath, made };
}
