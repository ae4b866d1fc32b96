import { MethodRow } from '@gatehouse/control-store';
import { findResource } from '../resources/find-resource.js';
import { noSuchResource } from '../resources/resources.faults.js';
import { lockRestApi } from '../rest-apis/find-rest-api.js';
import { scopeOf, type V1UseCase } from '../use-case.js';
import { loadMethods, type MethodView } from './load-methods.js';
import { noSuchMethod } from './methods.faults.js';

/** Where a method stands. */
export interface MethodPlace { readonly restApiId: string; readonly resourceId: string; readonly httpMethod: string }

/** The key of a method's row, and of every row below it. */
export const methodKey = (useCase: V1UseCase, { restApiId, resourceId, httpMethod }: MethodPlace): MethodPlace & { readonly accountId: string; readonly region: string } =>
  ({ ...scopeOf(useCase), restApiId, resourceId, httpMethod });

/** A method's own row, or 404: first the resource is missed, then the method. */
export async function findMethod(useCase: V1UseCase, place: MethodPlace): Promise<MethodRow> {
  const row = await useCase.manager.findOneBy(MethodRow, methodKey(useCase, place));
  if (row) return row;
  await findResource(useCase, place.restApiId, place.resourceId);
  throw noSuchMethod();
}

/** The same for a writer below it. */
export async function lockMethod(useCase: V1UseCase, place: MethodPlace): Promise<MethodRow> {
  await lockRestApi(useCase, place.restApiId, noSuchResource);
  return findMethod(useCase, place);
}

/** A method with its responses and its integration. */
export async function viewMethod(useCase: V1UseCase, place: MethodPlace): Promise<MethodView> {
  await findMethod(useCase, place);
  const views = await loadMethods(useCase, place.restApiId, [place.resourceId], place.httpMethod);
  const view = views.get(place.resourceId)?.[0];
  if (!view) throw noSuchMethod();
  return view;
}
