import { Injectable } from '@nestjs/common';
import { parseArn } from '@gatehouse/contract-primitives';
import { type Account, type UpdateAccountRequest } from '@gatehouse/contract-wire';
import { holdVersion } from '@gatehouse/control-operation';
import { AccountRow, updateRow } from '@gatehouse/control-store';
import { patched } from '../patching.js';
import { scopeOf, type V1UseCase } from '../use-case.js';
import { AccountLimits } from './account-limits.js';
import { badRoleArn } from './account.faults.js';
import { accountPatch } from './account.patch.js';

/** The row exists once somebody has written it; before, these defaults are the account. */
const ID = 'account';
const FEATURES: readonly string[] = ['UsagePlans'];

@Injectable()
export class AccountService {
  constructor(private readonly limits: AccountLimits) {}

  async get(useCase: V1UseCase): Promise<Account> {
    const row = await useCase.manager.findOneBy(AccountRow, { ...scopeOf(useCase), id: ID });
    if (row) useCase.etag.set(row.version);
    return this.#present(row?.cloudwatchRoleArn ?? null, row?.features ?? FEATURES);
  }

  async update({ patchOperations }: UpdateAccountRequest, useCase: V1UseCase): Promise<Account> {
    const { manager, accountId, region, now } = useCase;
    await manager.query('insert into accounts (id, account_id, region, features) values ($1, $2, $3, $4) on conflict do nothing', [ID, accountId, region, JSON.stringify(FEATURES)]);
    const row = await manager.findOneOrFail(AccountRow, { where: { ...scopeOf(useCase), id: ID }, lock: { mode: 'for_no_key_update' } });
    holdVersion(useCase, row);
    const draft = patched(accountPatch, { cloudwatchRoleArn: row.cloudwatchRoleArn, features: row.features }, patchOperations);
    if (draft.cloudwatchRoleArn !== null && parseArn(draft.cloudwatchRoleArn)?.service !== 'iam') throw badRoleArn(draft.cloudwatchRoleArn);
    const updated = await updateRow(manager, AccountRow, row, draft, now);
    useCase.etag.set(updated.version);
    return this.#present(updated.cloudwatchRoleArn, updated.features);
  }

  #present(cloudwatchRoleArn: string | null, features: readonly string[]): Account {
    const { rateLimit, burstLimit } = this.limits;
    return { cloudwatchRoleArn: cloudwatchRoleArn ?? undefined, throttleSettings: { burstLimit, rateLimit }, features, apiKeyVersion: '4' };
  }
}
