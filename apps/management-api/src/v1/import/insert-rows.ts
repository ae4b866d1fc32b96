import { type NewRow, type ResourceRow } from '@gatehouse/control-store';
import { type EntityManager, type EntityTarget, type ObjectLiteral } from 'typeorm';

type AnyRow = Pick<ResourceRow, 'accountId' | 'region' | 'version' | 'createdAt' | 'updatedAt'>;
/** A row with the version that it goes on with: one that is written over keeps counting. */
export type VersionedRow<Entity extends AnyRow> = NewRow<Entity> & { readonly version: number };

/** Rows to a statement: one JSON text of a few megabytes at most. */
const CHUNK = 2_000;

/**
 * Writes many rows of one table in few statements. The rows travel as one JSON text that PostgreSQL takes apart: TypeORM's own insert makes a parameter of
 * every column, which for a document of 7,000 methods costs ten times as much as the rest of its import.
 */
export async function insertRows<Entity extends AnyRow & ObjectLiteral>(
  manager: EntityManager, target: EntityTarget<Entity>, rows: readonly VersionedRow<Entity>[], now: Date,
): Promise<void> {
  const { tablePath, columns } = manager.connection.getMetadata(target);
  const names = columns.map(column => `"${column.databaseName}"`).join(', ');
  const types = columns.map(column => `"${column.databaseName}" ${manager.connection.driver.normalizeType(column)}`).join(', ');
  for (let i = 0; i < rows.length; i += CHUNK) {
    const values = rows.slice(i, i + CHUNK).map(row => {
      const whole: ObjectLiteral = { ...row, createdAt: now, updatedAt: now };
      return Object.fromEntries(columns.map(column => [column.databaseName, whole[column.propertyName] as unknown]));
    });
    await manager.query(`insert into ${tablePath} (${names}) select ${names} from jsonb_to_recordset($1::jsonb) as r (${types})`, [JSON.stringify(values)]);
  }
}
