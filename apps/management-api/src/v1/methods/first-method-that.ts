import { MethodResponseRow, MethodRow, ResourceRow } from '@gatehouse/control-store';
import { scopeOf, type V1UseCase } from '../use-case.js';

/** What a method's row (`m.fields`) must say of `:value` to count as referring to it. */
const REFERS = {
  authorizer: { row: MethodRow, condition: `m.fields ->> 'authorizerId' = :value` },
  requestValidator: { row: MethodRow, condition: `m.fields ->> 'requestValidatorId' = :value` },
  requestModel: { row: MethodRow, condition: `exists (select 1 from jsonb_each_text(m.fields -> 'requestModels') as used (kind, name) where used.name = :value)` },
  responseModel: { row: MethodResponseRow, condition: `exists (select 1 from jsonb_each_text(m.fields -> 'responseModels') as used (kind, name) where used.name = :value)` },
} as const;

/** Where a method stands, as AWS's sentences name it. */
export interface MethodPath { readonly path: string; readonly httpMethod: string }

/** The first method, by path and name, that still refers to a part of its API; null when the part may go. */
export async function firstMethodThat(useCase: V1UseCase, restApiId: string, refersTo: keyof typeof REFERS, value: string): Promise<MethodPath | null> {
  const { row, condition } = REFERS[refersTo];
  const found = await useCase.manager.createQueryBuilder()
    .select('r.path', 'path').addSelect('m.httpMethod', 'httpMethod')
    .from(row, 'm')
    .innerJoin(ResourceRow, 'r', 'r.accountId = m.accountId and r.region = m.region and r.restApiId = m.restApiId and r.id = m.resourceId')
    .where({ ...scopeOf(useCase), restApiId })
    .andWhere(condition, { value })
    .orderBy('r.path').addOrderBy('m.httpMethod').limit(1)
    .getRawOne<MethodPath>();
  return found ?? null;
}
