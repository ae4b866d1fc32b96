import { type ResourceRow } from '@gatehouse/control-store';
import * as faults from './resources.faults.js';

const PATH_PART = /^(?:[\w.:~-]+|\{[\w.:-]+\+?\})$/;

const isVariable = (pathPart: string | null): boolean => pathPart?.startsWith('{') ?? false;
/** `{proxy+}` takes the rest of the path, so nothing can stand below it. */
export const isGreedy = (pathPart: string | null): boolean => pathPart?.endsWith('+}') ?? false;

/** The path of a child. */
export const pathBelow = (parent: string, pathPart: string): string => (parent === '/' ? `/${pathPart}` : `${parent}/${pathPart}`);

/** Whether `resource` (its id is null while it is new) may have this name below this parent, beside the resources that are there. */
export function checkPlace(id: string | null, pathPart: string, parent: ResourceRow, all: readonly ResourceRow[]): void {
  if (pathPart.length > 256) throw faults.longPathPart();
  if (!PATH_PART.test(pathPart)) throw faults.badPathPart();
  if (isGreedy(parent.pathPart)) throw faults.belowGreedy(parent.pathPart!);
  const siblings = all.filter(row => row.parentId === parent.id && row.id !== id);
  if (siblings.some(sibling => sibling.pathPart === pathPart)) throw faults.sameName(pathPart);
  const variable = isVariable(pathPart) && siblings.find(sibling => isVariable(sibling.pathPart));
  if (variable) throw faults.secondVariable(variable.pathPart!);
  if (isGreedy(pathPart) && all.some(row => row.parentId === id && id !== null)) throw faults.belowGreedy(pathPart);
}

/** True when `candidate` lies in the subtree of `id`, or is it. */
export function liesBelow(candidate: string, id: string, all: readonly ResourceRow[]): boolean {
  const parents = new Map(all.map(row => [row.id, row.parentId]));
  for (let at: string | null | undefined = candidate; at; at = parents.get(at)) if (at === id) return true;
  return false;
}
