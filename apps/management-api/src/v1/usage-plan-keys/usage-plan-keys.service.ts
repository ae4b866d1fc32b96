import { Injectable } from '@nestjs/common';
import { type CreateUsagePlanKeyRequest, type DeleteUsagePlanKeyRequest, type GetUsagePlanKeyRequest, type GetUsagePlanKeysRequest, type UsagePlanKey, type UsagePlanKeys } from '@gatehouse/contract-wire';
import { pageOf, readPage } from '@gatehouse/control-operation';
import { ApiKeyRow, insertRow, UsagePlanKeyRow, Vault } from '@gatehouse/control-store';
import { Any, MoreThan } from 'typeorm';
import { findApiKey, lockApiKey } from '../api-keys/find-api-key.js';
import { findUsagePlan, lockUsagePlan } from '../usage-plans/find-usage-plan.js';
import { holdOnePlanAStage } from '../usage-plans/one-plan-a-stage.js';
import { scopeOf, type V1UseCase } from '../use-case.js';
import { badKeyType, keyIsInPlan, keyIsNotInPlan } from './usage-plan-keys.faults.js';

@Injectable()
export class UsagePlanKeysService {
  constructor(private readonly vault: Vault) {}

  async create({ usagePlanId, keyId, keyType }: CreateUsagePlanKeyRequest, useCase: V1UseCase): Promise<UsagePlanKey> {
    if (keyType !== 'API_KEY') throw badKeyType();
    const plan = await lockUsagePlan(useCase, usagePlanId);
    const key = await lockApiKey(useCase, keyId);
    const place = { ...scopeOf(useCase), usagePlanId, apiKeyId: keyId };
    if (await useCase.manager.existsBy(UsagePlanKeyRow, place)) throw keyIsInPlan();
    await holdOnePlanAStage(useCase, usagePlanId, [keyId], plan.apiStages);
    await insertRow(useCase.manager, UsagePlanKeyRow, { ...place, keyType: 'API_KEY' }, useCase.now);
    useCase.touched.key(keyId);
    return this.#present(key, true);
  }

  async get({ usagePlanId, keyId }: GetUsagePlanKeyRequest, useCase: V1UseCase): Promise<UsagePlanKey> {
    await findUsagePlan(useCase, usagePlanId);
    await this.#find(useCase, usagePlanId, keyId);
    return this.#present(await findApiKey(useCase, keyId), true);
  }

  /** `nameQuery` finds keys whose names begin with it. */
  async list(input: GetUsagePlanKeysRequest, useCase: V1UseCase): Promise<UsagePlanKeys> {
    await findUsagePlan(useCase, input.usagePlanId);
    const page = readPage(input);
    const scope = scopeOf(useCase);
    const places = await useCase.manager.find(UsagePlanKeyRow, {
      where: { ...scope, usagePlanId: input.usagePlanId, ...(page.after && { apiKeyId: MoreThan(page.after[0]!) }) }, order: { apiKeyId: 'ASC' }, ...(!input.nameQuery && { take: page.limit + 1 }),
    });
    const keys = await useCase.manager.find(ApiKeyRow, { where: { ...scope, id: Any(places.map(place => place.apiKeyId)) }, order: { id: 'ASC' } });
    const found = input.nameQuery ? keys.filter(key => key.name?.startsWith(input.nameQuery!)) : keys;
    return pageOf(found.slice(0, page.limit + 1), page, key => [key.id], key => this.#present(key, false));
  }

  async delete({ usagePlanId, keyId }: DeleteUsagePlanKeyRequest, useCase: V1UseCase): Promise<void> {
    await lockUsagePlan(useCase, usagePlanId);
    await this.#find(useCase, usagePlanId, keyId);
    await useCase.manager.delete(UsagePlanKeyRow, { ...scopeOf(useCase), usagePlanId, apiKeyId: keyId });
    useCase.touched.key(keyId);
  }

  async #find(useCase: V1UseCase, usagePlanId: string, apiKeyId: string): Promise<void> {
    if (!(await useCase.manager.existsBy(UsagePlanKeyRow, { ...scopeOf(useCase), usagePlanId, apiKeyId }))) throw keyIsNotInPlan();
  }

  #present(key: ApiKeyRow, hasValue: boolean): UsagePlanKey {
    return { id: key.id, type: 'API_KEY', value: hasValue ? this.vault.unseal(key.sealedValue, key.id) : undefined, name: key.name ?? undefined };
  }
}
