import { type EntityManager, type EntityTarget, type FindOptionsWhere, type ObjectLiteral } from 'typeorm';
import { type QueryDeepPartialEntity } from 'typeorm/query-builder/QueryPartialEntity.js';
import { Row } from './row.js';

/** What a new row needs: its version and dates come by themselves. */
export type NewRow<Entity extends Row> = Omit<Entity, 'version' | 'createdAt' | 'updatedAt'>;

/**
 * Writes a new row and answers it. TypeORM's own `save` compares JSON columns with methods that user data may shadow (a stage variable
 * named `hasOwnProperty` would end in a TypeError), so rows are written by plain INSERT and UPDATE.
 */
export async function insertRow<Entity extends Row & ObjectLiteral>(manager: EntityManager, target: EntityTarget<Entity>, values: NewRow<Entity>, now: Date): Promise<Entity> {
  const row = { ...values, version: 1, createdAt: now, updatedAt: now };
  await manager.createQueryBuilder().insert().into(target).values(row as unknown as QueryDeepPartialEntity<Entity>).updateEntity(false).execute();
  return row as unknown as Entity;
}

/** Writes the columns given and raises the row's version. The row was read in this transaction and is locked with its API, so nobody came in between. */
export async function updateRow<Entity extends Row & ObjectLiteral>(manager: EntityManager, target: EntityTarget<Entity>, row: Entity, changes: Partial<NewRow<Entity>>, now: Date): Promise<Entity> {
  const keys = manager.connection.getMetadata(target).primaryColumns.map(column => column.propertyName);
  const where = Object.fromEntries([...keys, 'accountId', 'region'].map(key => [key, (row as ObjectLiteral)[key] as unknown])) as FindOptionsWhere<Entity>;
  await manager.createQueryBuilder().update(target).set({ ...changes, updatedAt: now } as unknown as QueryDeepPartialEntity<Entity>).where(where).execute();
  return { ...row, ...changes, version: row.version + 1, updatedAt: now };
}
