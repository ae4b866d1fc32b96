import { ApiKeyRow } from '@gatehouse/control-store';
import { scopeOf, type V1UseCase } from '../use-case.js';
import { noSuchKey } from './api-keys.faults.js';

/** The key of that id, or AWS's 404. */
export async function findApiKey(useCase: V1UseCase, id: string): Promise<ApiKeyRow> {
  const row = await useCase.manager.findOneBy(ApiKeyRow, { ...scopeOf(useCase), id });
  if (!row) throw noSuchKey();
  return row;
}

/** The same for a writer. */
export async function lockApiKey(useCase: V1UseCase, id: string): Promise<ApiKeyRow> {
  const row = await useCase.manager.findOne(ApiKeyRow, { where: { ...scopeOf(useCase), id }, lock: { mode: 'for_no_key_update' } });
  if (!row) throw noSuchKey();
  return row;
}
