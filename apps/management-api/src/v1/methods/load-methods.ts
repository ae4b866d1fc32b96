import { IntegrationResponseRow, IntegrationRow, MethodResponseRow, MethodRow } from '@gatehouse/control-store';
import { In } from 'typeorm';
import { scopeOf, type V1UseCase } from '../use-case.js';

/** A method with everything that AWS shows inside it. */
export interface MethodView {
  readonly row: MethodRow;
  readonly responses: readonly MethodResponseRow[];
  readonly integration: IntegrationView | null;
}
export interface IntegrationView { readonly row: IntegrationRow; readonly responses: readonly IntegrationResponseRow[] }

interface MethodKey { readonly resourceId: string; readonly httpMethod: string }
const isOf = (a: MethodKey) => (b: MethodKey): boolean => a.resourceId === b.resourceId && a.httpMethod === b.httpMethod;

/** The methods of the resources given, by resource id, sorted by name; of one method only when it is named. Four statements in all. */
export async function loadMethods(useCase: V1UseCase, restApiId: string, resourceIds: readonly string[], httpMethod?: string): Promise<ReadonlyMap<string, readonly MethodView[]>> {
  const { manager } = useCase;
  const where = { ...scopeOf(useCase), restApiId, resourceId: In([...resourceIds]), ...(httpMethod !== undefined && { httpMethod }) };
  const methods = await manager.find(MethodRow, { where, order: { httpMethod: 'ASC' } });
  if (methods.length === 0) return new Map();
  const responses = await manager.find(MethodResponseRow, { where, order: { statusCode: 'ASC' } });
  const integrations = await manager.find(IntegrationRow, { where });
  const integrationResponses = await manager.find(IntegrationResponseRow, { where, order: { statusCode: 'ASC' } });
  const views = new Map<string, MethodView[]>();
  for (const row of methods) {
    const integration = integrations.find(isOf(row));
    const view = { row, responses: responses.filter(isOf(row)), integration: integration ? { row: integration, responses: integrationResponses.filter(isOf(row)) } : null };
    views.set(row.resourceId, [...(views.get(row.resourceId) ?? []), view]);
  }
  return views;
}
