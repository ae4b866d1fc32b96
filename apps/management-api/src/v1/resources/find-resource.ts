import { ResourceRow } from '@gatehouse/control-store';
import { scopeOf, type V1UseCase } from '../use-case.js';
import { noSuchResource } from './resources.faults.js';

/** The resource of that id in that API, or 404. */
export async function findResource(useCase: V1UseCase, restApiId: string, id: string): Promise<ResourceRow> {
  const row = await useCase.manager.findOneBy(ResourceRow, { ...scopeOf(useCase), restApiId, id });
  if (!row) throw noSuchResource();
  return row;
}
