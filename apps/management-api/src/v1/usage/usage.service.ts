import { Injectable } from '@nestjs/common';
import { dayOf, quotaWindow } from '@gatehouse/contract-primitives';
import { type GetUsageRequest, type UpdateUsageRequest, type Usage } from '@gatehouse/contract-wire';
import { pageOf, readPage } from '@gatehouse/control-operation';
import { UsagePlanKeyRow, type UsagePlanRow } from '@gatehouse/control-store';
import { MoreThan } from 'typeorm';
import { patched } from '../patching.js';
import { findUsagePlan, lockUsagePlan } from '../usage-plans/find-usage-plan.js';
import { scopeOf, type V1UseCase } from '../use-case.js';
import { readSpan } from './day-span.js';
import { readStandings, readUsage, setRemaining } from './quota-book.js';
import { usagePatch } from './usage.patch.js';
import { keyIsNotInPlan, noQuota } from './usage.faults.js';
import { presentDays } from './usage.presenter.js';

@Injectable()
export class UsageService {
  async get(input: GetUsageRequest, useCase: V1UseCase): Promise<Usage> {
    const plan = await findUsagePlan(useCase, input.usagePlanId);
    const days = readSpan(input.startDate, input.endDate);
    const page = readPage(input);
    const rows = await useCase.manager.find(UsagePlanKeyRow, {
      where: { ...scopeOf(useCase), usagePlanId: plan.id, ...(input.keyId ? { apiKeyId: input.keyId } : page.after && { apiKeyId: MoreThan(page.after[0]!) }) }, order: { apiKeyId: 'ASC' }, take: page.limit + 1,
    });
    if (input.keyId && rows.length === 0) throw keyIsNotInPlan();
    const { items: keyIds, position } = pageOf(rows, page, row => [row.apiKeyId], row => row.apiKeyId);
    return { usagePlanId: plan.id, startDate: input.startDate, endDate: input.endDate, items: await this.#items(useCase, plan, keyIds, days), ...(position && { position }) };
  }

  /** Extends (or cuts) what one key may still use in the window that holds now. */
  async update({ usagePlanId, keyId, patchOperations }: UpdateUsageRequest, useCase: V1UseCase): Promise<Usage> {
    const plan = await lockUsagePlan(useCase, usagePlanId);
    if (!(await useCase.manager.existsBy(UsagePlanKeyRow, { ...scopeOf(useCase), usagePlanId, apiKeyId: keyId }))) throw keyIsNotInPlan();
    const { remaining } = patched(usagePatch, { remaining: null as number | null }, patchOperations);
    if (remaining !== null) {
      if (plan.quota === null) throw noQuota();
      await setRemaining(useCase, plan, keyId, remaining);
    }
    const today = dayOf(useCase.now.getTime());
    return { usagePlanId, startDate: today, endDate: today, items: await this.#items(useCase, plan, [keyId], [today]) };
  }

  async #items(useCase: V1UseCase, plan: UsagePlanRow, keyIds: readonly string[], days: readonly string[]): Promise<Record<string, readonly (readonly number[])[]>> {
    const [first, last] = [days[0]!, days.at(-1)!];
    const windowFrom = plan.quota ? dayOf(quotaWindow(plan.quota.period, Date.parse(`${first}T00:00:00Z`)).fromMs) : first;
    const used = await readUsage(useCase, plan.id, keyIds, windowFrom < first ? windowFrom : first, last);
    const standings = await readStandings(useCase, plan, keyIds);
    return Object.fromEntries(keyIds.map(id => [id, presentDays(plan, days, used.get(id) ?? new Map<string, number>(), standings.get(id), useCase.now.getTime())]));
  }
}
