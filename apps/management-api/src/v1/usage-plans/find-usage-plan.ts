import { UsagePlanRow } from '@gatehouse/control-store';
import { scopeOf, type V1UseCase } from '../use-case.js';
import { noSuchPlan } from './usage-plans.faults.js';

/** The plan of that id, or AWS's 404. */
export async function findUsagePlan(useCase: V1UseCase, id: string): Promise<UsagePlanRow> {
  const row = await useCase.manager.findOneBy(UsagePlanRow, { ...scopeOf(useCase), id });
  if (!row) throw noSuchPlan();
  return row;
}

/** The same for a writer: writers of one plan wait for each other. */
export async function lockUsagePlan(useCase: V1UseCase, id: string): Promise<UsagePlanRow> {
  const row = await useCase.manager.findOne(UsagePlanRow, { where: { ...scopeOf(useCase), id }, lock: { mode: 'for_no_key_update' } });
  if (!row) throw noSuchPlan();
  return row;
}
