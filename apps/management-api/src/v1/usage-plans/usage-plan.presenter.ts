import { type UsagePlan } from '@gatehouse/contract-wire';
import { type UsagePlanRow } from '@gatehouse/control-store';

/** Row -> AWS's UsagePlan. Create leaves empty tags out, get answers `{}`, lists never carry tags. */
export const presentUsagePlan = (row: UsagePlanRow, tags: 'present' | 'unlessEmpty' | 'never'): UsagePlan => ({
  id: row.id,
  name: row.name,
  description: row.description ?? undefined,
  apiStages: row.apiStages,
  throttle: row.throttle ?? undefined,
  quota: row.quota ?? undefined,
  productCode: row.productCode ?? undefined,
  tags: tags === 'present' || (tags === 'unlessEmpty' && Object.keys(row.tags).length > 0) ? row.tags : undefined,
});
