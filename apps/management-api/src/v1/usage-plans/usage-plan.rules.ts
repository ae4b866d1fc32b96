import { StageRow, type ApiStageColumn, type QuotaColumn, type ThrottleColumn, type UsagePlanRow } from '@gatehouse/control-store';
import { scopeOf, type V1UseCase } from '../use-case.js';
import * as faults from './usage-plans.faults.js';

/** AWS's bounds of a quota's offset, as its Terraform provider enforces them. */
const LARGEST_OFFSET = { DAY: 0, WEEK: 6, MONTH: 27 } as const;

/** What holds for a plan after create and after patch alike. */
export function checkUsagePlan({ name, quota, throttle, apiStages }: Pick<UsagePlanRow, 'name' | 'quota' | 'throttle' | 'apiStages'>): void {
  if (name.trim() === '') throw faults.blankName();
  if (quota !== null) checkQuota(quota);
  for (const limits of [throttle ?? {}, ...apiStages.flatMap(stage => Object.values(stage.throttle ?? {}))]) checkThrottle(limits);
}

function checkQuota({ limit, offset, period }: QuotaColumn): void {
  if (!Object.hasOwn(LARGEST_OFFSET, period)) throw faults.missingPeriod();
  if (!Number.isSafeInteger(limit) || limit < 0) throw faults.missingLimit();
  if (!Number.isSafeInteger(offset) || offset < 0 || offset > LARGEST_OFFSET[period]) throw faults.badOffset(period, LARGEST_OFFSET[period]);
}

function checkThrottle({ rateLimit = 0, burstLimit = 0 }: ThrottleColumn): void {
  if (!(rateLimit >= 0) || !(burstLimit >= 0)) throw faults.badThrottle();
}

/** Every stage that a plan names must exist when it is named; one that is deleted later leaves the plan as it is. */
export async function checkApiStages(useCase: V1UseCase, usagePlanId: string, apiStages: readonly ApiStageColumn[]): Promise<void> {
  for (const apiStage of apiStages) {
    if (!apiStage.apiId || !apiStage.stage) throw faults.badApiStage();
    const isThere = await useCase.manager.existsBy(StageRow, { ...scopeOf(useCase), restApiId: apiStage.apiId, stageName: apiStage.stage });
    if (!isThere) throw faults.noSuchApiStage(usagePlanId, apiStage);
  }
}
