import { UsagePlanKeyRow, UsagePlanRow, type ApiStageColumn } from '@gatehouse/control-store';
import { Any, Not } from 'typeorm';
import { scopeOf, type V1UseCase } from '../use-case.js';
import { keyInAnotherPlan } from './usage-plans.faults.js';

/** Refuses what would put a key into two plans for one stage: which of their limits held would be chance. */
export async function holdOnePlanAStage(useCase: V1UseCase, usagePlanId: string, keyIds: readonly string[], apiStages: readonly ApiStageColumn[]): Promise<void> {
  if (keyIds.length === 0 || apiStages.length === 0) return;
  const scope = scopeOf(useCase);
  const others = await useCase.manager.findBy(UsagePlanKeyRow, { ...scope, apiKeyId: Any([...keyIds]), usagePlanId: Not(usagePlanId) });
  if (others.length === 0) return;
  const plans = await useCase.manager.findBy(UsagePlanRow, { ...scope, id: Any([...new Set(others.map(row => row.usagePlanId))]) });
  for (const plan of plans) {
    const shared = plan.apiStages.find(theirs => apiStages.some(ours => ours.apiId === theirs.apiId && ours.stage === theirs.stage));
    if (shared) throw keyInAnotherPlan(others.find(row => row.usagePlanId === plan.id)!.apiKeyId, plan.id, shared);
  }
}
