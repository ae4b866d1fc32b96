import { Injectable } from '@nestjs/common';
import { newShortId } from '@gatehouse/contract-primitives';
import { type CreateUsagePlanRequest, type DeleteUsagePlanRequest, type GetUsagePlanRequest, type GetUsagePlansRequest, type UpdateUsagePlanRequest, type UsagePlan, type UsagePlans } from '@gatehouse/contract-wire';
import { holdVersion, pageOf, readPage } from '@gatehouse/control-operation';
import { insertRow, updateRow, UsagePlanKeyRow, UsagePlanRow, type ApiStageColumn } from '@gatehouse/control-store';
import { Any, MoreThan } from 'typeorm';
import { patched } from '../patching.js';
import { checkTags } from '../tag-rules.js';
import { scopeOf, type V1UseCase } from '../use-case.js';
import { findUsagePlan, lockUsagePlan } from './find-usage-plan.js';
import { holdOnePlanAStage } from './one-plan-a-stage.js';
import { usagePlanPatch } from './usage-plan.patch.js';
import { presentUsagePlan } from './usage-plan.presenter.js';
import { checkApiStages, checkUsagePlan } from './usage-plan.rules.js';
import { planHasKeys, planHasStages } from './usage-plans.faults.js';

@Injectable()
export class UsagePlansService {
  async create(input: CreateUsagePlanRequest, useCase: V1UseCase): Promise<UsagePlan> {
    const { quota } = input;
    const plan = {
      name: input.name, description: input.description || null, productCode: null,
      apiStages: (input.apiStages ?? []).map(({ apiId = '', stage = '', throttle }): ApiStageColumn => ({ apiId, stage, ...(throttle && { throttle }) })),
      throttle: input.throttle ?? null,
      quota: quota ? { limit: quota.limit ?? Number.NaN, offset: quota.offset ?? 0, period: quota.period! } : null,
    };
    const id = newShortId();
    checkUsagePlan(plan);
    await checkApiStages(useCase, id, plan.apiStages);
    const row = await insertRow(useCase.manager, UsagePlanRow, { ...scopeOf(useCase), id, ...plan, onCounterLoss: 'closed', tags: checkTags(input.tags ?? {}) }, useCase.now);
    useCase.touched.plan(id);
    useCase.etag.set(row.version);
    return presentUsagePlan(row, 'unlessEmpty');
  }

  async get({ usagePlanId }: GetUsagePlanRequest, useCase: V1UseCase): Promise<UsagePlan> {
    const row = await findUsagePlan(useCase, usagePlanId);
    useCase.etag.set(row.version);
    return presentUsagePlan(row, 'present');
  }

  /** With `keyId`, only the plans that hold that key. */
  async list(input: GetUsagePlansRequest, useCase: V1UseCase): Promise<UsagePlans> {
    const page = readPage(input);
    const scope = scopeOf(useCase);
    const holding = input.keyId ? await useCase.manager.findBy(UsagePlanKeyRow, { ...scope, apiKeyId: input.keyId }) : null;
    const ids = holding?.map(row => row.usagePlanId).filter(id => page.after === null || id > page.after[0]!) ?? null;
    const rows = await useCase.manager.find(UsagePlanRow, {
      where: { ...scope, ...(ids !== null ? { id: Any(ids) } : page.after && { id: MoreThan(page.after[0]!) }) }, order: { id: 'ASC' }, take: page.limit + 1,
    });
    return pageOf(rows, page, row => [row.id], row => presentUsagePlan(row, 'never'));
  }

  async update({ usagePlanId, patchOperations }: UpdateUsagePlanRequest, useCase: V1UseCase): Promise<UsagePlan> {
    const row = await lockUsagePlan(useCase, usagePlanId);
    holdVersion(useCase, row);
    const { name, description, productCode, apiStages, throttle, quota } = row;
    const draft = patched(usagePlanPatch, { name, description, productCode, apiStages, throttle, quota }, patchOperations);
    checkUsagePlan(draft);
    const added = draft.apiStages.filter(ours => !apiStages.some(old => old.apiId === ours.apiId && old.stage === ours.stage));
    await checkApiStages(useCase, usagePlanId, added);
    await holdOnePlanAStage(useCase, usagePlanId, await this.#keysOf(usagePlanId, useCase), added);
    const updated = await updateRow(useCase.manager, UsagePlanRow, row, draft, useCase.now);
    useCase.touched.plan(usagePlanId);
    useCase.etag.set(updated.version);
    return presentUsagePlan(updated, 'present');
  }

  async delete({ usagePlanId }: DeleteUsagePlanRequest, useCase: V1UseCase): Promise<void> {
    const row = await lockUsagePlan(useCase, usagePlanId);
    holdVersion(useCase, row);
    const [stage] = row.apiStages;
    if (stage !== undefined) throw planHasStages(usagePlanId, stage);
    const [key] = await this.#keysOf(usagePlanId, useCase);
    if (key !== undefined) throw planHasKeys(usagePlanId, key);
    await useCase.manager.delete(UsagePlanRow, { ...scopeOf(useCase), id: usagePlanId });
    useCase.touched.plan(usagePlanId);
  }

  async #keysOf(usagePlanId: string, useCase: V1UseCase): Promise<readonly string[]> {
    const rows = await useCase.manager.findBy(UsagePlanKeyRow, { ...scopeOf(useCase), usagePlanId });
    return rows.map(row => row.apiKeyId);
  }
}
