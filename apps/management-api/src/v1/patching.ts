import { badRequest, notFound, type PatchOperation } from '@gatehouse/contract-wire';
import { PatchRefused, type PatchTable } from '@gatehouse/engine-patch';

/** A plain document that a patch table may change. */
export type Draft<T> = { -readonly [Key in keyof T]: T[Key] };

/** Runs a family's table and turns its refusal into a fault. */
export function patched<Document>(table: PatchTable<Document>, document: Document, operations: readonly PatchOperation[] | undefined): Document {
  try {
    return table.apply(document, operations ?? []);
  } catch (error) {
    if (error instanceof PatchRefused) throw error.kind === 'missing' ? notFound(error.message) : badRequest(error.message);
    throw error;
  }
}
