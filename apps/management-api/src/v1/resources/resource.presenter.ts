import { type Method, type Resource } from '@gatehouse/contract-wire';
import { type ResourceRow } from '@gatehouse/control-store';
import { presentMethod } from '../methods/method.presenter.js';
import { type MethodView } from '../methods/load-methods.js';

/** Row -> AWS's Resource. Without `embed=methods` the methods are named, and empty. */
export function presentResource({ id, parentId, pathPart, path }: ResourceRow, methods: readonly MethodView[], { embedsMethods }: { readonly embedsMethods: boolean }): Resource {
  const entries = methods.map((view): [string, Method] => [view.row.httpMethod, embedsMethods ? presentMethod(view) : {}]);
  return {
    id,
    parentId: parentId ?? undefined,
    pathPart: pathPart ?? undefined,
    path,
    resourceMethods: entries.length > 0 ? Object.fromEntries(entries) : undefined,
  };
}
