import { RequestValidatorRow } from '@gatehouse/control-store';
import { noSuchValidator } from '../methods/methods.faults.js';
import { scopeOf, type V1UseCase } from '../use-case.js';

/** Refuses an id that names no request validator of the API; null names none. */
export async function holdRequestValidator(useCase: V1UseCase, restApiId: string, id: string | null): Promise<void> {
  if (id !== null && !(await useCase.manager.existsBy(RequestValidatorRow, { ...scopeOf(useCase), restApiId, id }))) throw noSuchValidator();
}
