import { badRequest } from '@gatehouse/contract-wire';
import { ModelRow } from '@gatehouse/control-store';
import { Any } from 'typeorm';
import { scopeOf, type V1UseCase } from '../use-case.js';

/** Refuses a map of media type -> model name that names a model which the API has not. */
export async function holdModels(useCase: V1UseCase, restApiId: string, models: Readonly<Record<string, string>>): Promise<void> {
  const names = [...new Set(Object.values(models))];
  if (names.length === 0) return;
  const rows = await useCase.manager.find(ModelRow, { select: { restApiId: true, name: true }, where: { ...scopeOf(useCase), restApiId, name: Any(names) } });
  const known = new Set(rows.map(row => row.name));
  const missing = names.find(name => !known.has(name));
  if (missing !== undefined) throw badRequest(`Invalid model identifier specified: ${missing}`);
}
