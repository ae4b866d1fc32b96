import { IntegrationResponseRow, IntegrationRow } from '@gatehouse/control-store';
import { methodKey, type MethodPlace } from '../methods/find-method.js';
import { type IntegrationView } from '../methods/load-methods.js';
import { type V1UseCase } from '../use-case.js';
import { noSuchIntegration } from './integrations.faults.js';

/** The integration of a method that is known to exist, or 404. */
export async function findIntegration(useCase: V1UseCase, place: MethodPlace): Promise<IntegrationRow> {
  const row = await useCase.manager.findOneBy(IntegrationRow, methodKey(useCase, place));
  if (!row) throw noSuchIntegration();
  return row;
}

/** An integration's row with its responses. */
export async function viewIntegration(useCase: V1UseCase, row: IntegrationRow): Promise<IntegrationView> {
  const responses = await useCase.manager.find(IntegrationResponseRow, { where: methodKey(useCase, row), order: { statusCode: 'ASC' } });
  return { row, responses };
}
