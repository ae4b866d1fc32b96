import { type ApiKey } from '@gatehouse/contract-wire';
import { type ApiKeyRow } from '@gatehouse/control-store';

/** Row -> AWS's ApiKey. The value is told only to who asked for it (`null` = not asked). */
export const presentApiKey = (row: ApiKeyRow, value: string | null): ApiKey => ({
  id: row.id,
  value: value ?? undefined,
  name: row.name ?? undefined,
  customerId: row.customerId ?? undefined,
  description: row.description ?? undefined,
  enabled: row.enabled,
  createdDate: row.createdAt,
  lastUpdatedDate: row.updatedAt,
  stageKeys: row.stageKeys,
  tags: Object.keys(row.tags).length > 0 ? row.tags : undefined,
});
