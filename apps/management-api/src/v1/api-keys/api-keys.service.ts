import { Injectable } from '@nestjs/common';
import { newApiId, newApiKeyValue } from '@gatehouse/contract-primitives';
import { type ApiKey, type ApiKeys, type CreateApiKeyRequest, type DeleteApiKeyRequest, type GetApiKeyRequest, type GetApiKeysRequest, type UpdateApiKeyRequest } from '@gatehouse/contract-wire';
import { holdVersion, pageOf, readPage } from '@gatehouse/control-operation';
import { ApiKeyRow, insertRow, updateRow, Vault } from '@gatehouse/control-store';
import { Like, MoreThan } from 'typeorm';
import { patched } from '../patching.js';
import { checkTags } from '../tag-rules.js';
import { scopeOf, type V1UseCase } from '../use-case.js';
import { apiKeyPatch } from './api-key.patch.js';
import { presentApiKey } from './api-key.presenter.js';
import { checkApiKey, checkValue } from './api-key.rules.js';
import { keyExists } from './api-keys.faults.js';
import { findApiKey, lockApiKey } from './find-api-key.js';
import { checkStageKeys, stageKeysOf } from './stage-keys.js';

@Injectable()
export class ApiKeysService {
  constructor(private readonly vault: Vault) {}

  /** A key is disabled unless the caller says otherwise, as at AWS. Its value is told once here; later it must be asked for. */
  async create(input: CreateApiKeyRequest, useCase: V1UseCase): Promise<ApiKey> {
    const value = input.value ? checkValue(input.value) : newApiKeyValue();
    const fields = { name: input.name ?? null, description: input.description ?? null };
    checkApiKey(fields);
    const digest = this.vault.digest(value);
    if (await useCase.manager.existsBy(ApiKeyRow, { ...scopeOf(useCase), digest })) throw keyExists();
    const stageKeys = stageKeysOf(input);
    await checkStageKeys(useCase, stageKeys);
    const id = newApiId();
    const row = await insertRow(useCase.manager, ApiKeyRow, {
      ...scopeOf(useCase), id, ...fields, digest, sealedValue: this.vault.seal(value, id),
      enabled: input.enabled ?? false, customerId: input.customerId ?? null, labels: [], tags: checkTags(input.tags ?? {}),
      stageKeys,
    }, useCase.now);
    useCase.touched.key(id);
    useCase.etag.set(row.version);
    return presentApiKey(row, value);
  }

  async get({ apiKey, includeValue }: GetApiKeyRequest, useCase: V1UseCase): Promise<ApiKey> {
    const row = await findApiKey(useCase, apiKey);
    useCase.etag.set(row.version);
    return presentApiKey(row, includeValue ? this.#value(row) : null);
  }

  /** `nameQuery` finds names that begin with it. */
  async list(input: GetApiKeysRequest, useCase: V1UseCase): Promise<ApiKeys> {
    const page = readPage(input);
    const where = {
      ...scopeOf(useCase),
      ...(page.after && { id: MoreThan(page.after[0]!) }),
      ...(input.nameQuery && { name: Like(`${input.nameQuery.replace(/[\\%_]/g, '\\$&')}%`) }),
      ...(input.customerId && { customerId: input.customerId }),
    };
    const rows = await useCase.manager.find(ApiKeyRow, { where, order: { id: 'ASC' }, take: page.limit + 1 });
    return pageOf(rows, page, row => [row.id], row => presentApiKey(row, input.includeValues ? this.#value(row) : null));
  }

  async update({ apiKey, patchOperations }: UpdateApiKeyRequest, useCase: V1UseCase): Promise<ApiKey> {
    const row = await lockApiKey(useCase, apiKey);
    holdVersion(useCase, row);
    const { name, description, enabled, customerId, stageKeys, labels } = row;
    const draft = patched(apiKeyPatch, { name, description, enabled, customerId, stageKeys, labels }, patchOperations);
    checkApiKey(draft);
    await checkStageKeys(useCase, draft.stageKeys.filter(key => !stageKeys.includes(key)));
    const updated = await updateRow(useCase.manager, ApiKeyRow, row, draft, useCase.now);
    useCase.touched.key(row.id);
    useCase.etag.set(updated.version);
    return presentApiKey(updated, null);
  }

  async delete({ apiKey }: DeleteApiKeyRequest, useCase: V1UseCase): Promise<void> {
    const row = await lockApiKey(useCase, apiKey);
    holdVersion(useCase, row);
    await useCase.manager.delete(ApiKeyRow, { ...scopeOf(useCase), id: row.id });
    useCase.touched.key(row.id);
  }

  #value(row: ApiKeyRow): string {
    return this.vault.unseal(row.sealedValue, row.id);
  }
}
