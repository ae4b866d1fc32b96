import { AccountRow } from './access/account.js';
import { ApiKeyRow } from './access/api-key.js';
import { UsagePlanKeyRow } from './access/usage-plan-key.js';
import { UsagePlanRow } from './access/usage-plan.js';

/** The tables of keys, plans and the account. */
export const ACCESS_ENTITIES = [AccountRow, ApiKeyRow, UsagePlanKeyRow, UsagePlanRow];
