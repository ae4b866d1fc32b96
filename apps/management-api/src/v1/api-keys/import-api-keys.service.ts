import { Injectable } from '@nestjs/common';
import { newApiId } from '@gatehouse/contract-primitives';
import { type ApiKeyIds, type ImportApiKeysRequest, ServiceFault } from '@gatehouse/contract-wire';
import { ApiKeyRow, insertRow, UsagePlanKeyRow, UsagePlanRow, Vault } from '@gatehouse/control-store';
import { Any } from 'typeorm';
import { scopeOf, type V1UseCase } from '../use-case.js';
import { checkApiKey, checkValue } from './api-key.rules.js';
import { warningsFail } from './api-keys.faults.js';
import { type KeyLine, readKeyFile } from './key-file.js';

interface Known { readonly digests: Set<string>; readonly planIds: ReadonlySet<string> }

/** ImportApiKeys: good lines become keys, each bad line becomes a warning; with `failOnWarnings` one bad line undoes all. */
@Injectable()
export class ImportApiKeysService {
  constructor(private readonly vault: Vault) {}

  async import({ body, failOnWarnings }: ImportApiKeysRequest, useCase: V1UseCase): Promise<ApiKeyIds> {
    const lines = readKeyFile(body);
    const known = await this.#known(lines, useCase);
    const ids: string[] = [];
    const warnings: string[] = [];
    for (const line of lines) {
      const objection = this.#objectTo(line, known);
      if (objection !== null) { warnings.push(`Line ${line.line}: ${objection}`); continue; }
      const plans = line.usagePlanIds.filter(id => known.planIds.has(id));
      for (const id of line.usagePlanIds) if (!known.planIds.has(id)) warnings.push(`Line ${line.line}: the usage plan ${id} does not exist`);
      ids.push(await this.#insert(line, plans, useCase));
    }
    if (failOnWarnings && warnings.length > 0) throw warningsFail(warnings);
    return { ids, warnings };
  }

  /** What the file would collide with or refer to, read once for all its lines. */
  async #known(lines: readonly KeyLine[], useCase: V1UseCase): Promise<Known> {
    const { manager } = useCase;
    const keys = await manager.find(ApiKeyRow, { select: { id: true, digest: true }, where: { ...scopeOf(useCase), digest: Any(lines.map(line => this.vault.digest(line.value))) } });
    const plans = await manager.find(UsagePlanRow, { select: { id: true }, where: { ...scopeOf(useCase), id: Any([...new Set(lines.flatMap(line => line.usagePlanIds))]) } });
    return { digests: new Set(keys.map(key => key.digest)), planIds: new Set(plans.map(plan => plan.id)) };
  }

  #objectTo(line: KeyLine, { digests }: Known): string | null {
    try {
      checkApiKey(line);
      checkValue(line.value);
    } catch (error) {
      if (error instanceof ServiceFault) return error.message;
      throw error;
    }
    const digest = this.vault.digest(line.value);
    if (digests.has(digest)) return 'API Key already exists';
    digests.add(digest);
    return null;
  }

  async #insert({ name, value, description, enabled }: KeyLine, planIds: readonly string[], useCase: V1UseCase): Promise<string> {
    const id = newApiId();
    const scope = scopeOf(useCase);
    await insertRow(useCase.manager, ApiKeyRow, {
      ...scope, id, name, description, enabled, customerId: null, digest: this.vault.digest(value), sealedValue: this.vault.seal(value, id), stageKeys: [], labels: [], tags: {},
    }, useCase.now);
    for (const usagePlanId of planIds) await insertRow(useCase.manager, UsagePlanKeyRow, { ...scope, usagePlanId, apiKeyId: id, keyType: 'API_KEY' }, useCase.now);
    useCase.touched.key(id);
    return id;
  }
}
