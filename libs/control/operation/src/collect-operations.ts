import { notYet, type OperationRow } from '@gatehouse/contract-wire';
import { type DiscoveryService, type MetadataScanner } from '@nestjs/core';
import { operationOf } from './operation.decorator.js';
import { type UseCase } from './ports.js';

/** What serves one operation. Types were checked where the method was bound; here only the table's shapes count. */
export type Handler = (input: unknown, useCase: UseCase<unknown>) => Promise<unknown>;
/** Operation rows with what serves them, by `service:name`. */
export type Handlers = ReadonlyMap<string, Handler>;

/** The key of a row in `Handlers`: v1 and v2 share some names. */
export const handlerKey = (row: OperationRow): string => `${row.service}:${row.name}`;

/** Finds every `@Operation` of the running application. A row that is bound twice, or bound and called not implemented, stops the start. */
export function collectOperations(discovery: DiscoveryService, scanner: MetadataScanner): Handlers {
  const handlers = new Map<string, Handler>();
  for (const { instance } of discovery.getControllers()) {
    const holder: unknown = instance;
    if (typeof holder !== 'object' || holder === null) continue;
    for (const name of scanner.getAllMethodNames(Object.getPrototypeOf(holder) as object)) {
      const method = (holder as Record<string, unknown>)[name];
      const row = typeof method === 'function' ? operationOf(method) : undefined;
      if (!row) continue;
      const key = handlerKey(row);
      if (handlers.has(key)) throw new Error(`operation ${row.name} is bound twice`);
      if (notYet(row)) throw new Error(`operation ${row.name} is bound and stands in the not-yet list too`);
      handlers.set(key, (method as Handler).bind(holder));
    }
  }
  return handlers;
}
