import { type NewRow, type ResourceRow } from '@gatehouse/control-store';
import { type EntityManager, type EntityTarget, type ObjectLiteral } from 'typeorm';
import { type QueryDeepPartialEntity } from 'typeorm/query-builder/QueryPartialEntity.js';

type AnyRow = Pick<ResourceRow, 'accountId' | 'region' | 'version' | 'createdAt' | 'updatedAt'>;
/** A row with the version that it goes on with: one that is written over keeps counting. */
export type VersionedRow<Entity extends AnyRow> = NewRow<Entity> & { readonly version: number };

/** Rows to a statement: far below the 65,535 parameters that Postgres takes. */
const CHUNK = 500;

/** Writes many rows of one table in few statements. */
export async function insertRows<Entity extends AnyRow & ObjectLiteral>(
  manager: EntityManager, target: EntityTarget<Entity>, rows: readonly VersionedRow<Entity>[], now: Date,
): Promise<void> {
  for (let i = 0; i < rows.length; i += CHUNK) {
    const values = rows.slice(i, i + CHUNK).map(row => ({ ...row, createdAt: now, updatedAt: now }));
    await manager.createQueryBuilder().insert().into(target).values(values as unknown as QueryDeepPartialEntity<Entity>[]).updateEntity(false).execute();
  }
}
