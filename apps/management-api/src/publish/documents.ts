import { canonicalJson, digestOf } from '@gatehouse/contract-primitives';
import type { SnapshotDocument } from '@gatehouse/contract-snapshot';
import type { EntityManager } from 'typeorm';

/** Where rows of documents and pointers belong. */
export interface Place { readonly accountId: string; readonly region: string }

/** Stores documents under their digests, in one statement however many there are. One that is there already stays. */
export async function storeDocuments(manager: EntityManager, { accountId, region }: Place, documents: readonly SnapshotDocument[]): Promise<readonly string[]> {
  const rows = documents.map(document => {
    const body = canonicalJson(document);
    return { digest: digestOf(body), kind: document.kind, body };
  });
  // Sorted, so that two transactions which store the same documents never wait for each other in a circle.
  const sorted = [...new Map(rows.map(row => [row.digest, row])).values()].sort((a, b) => (a.digest < b.digest ? -1 : 1));
  await manager.query(
    `insert into documents (account_id, region, digest, kind, body)
     select $1, $2, * from unnest($3::text[], $4::text[], $5::text[]) on conflict (account_id, region, digest) do update set updated_at = now()`,
    [accountId, region, sorted.map(row => row.digest), sorted.map(row => row.kind), sorted.map(row => row.body)],
  );
  return rows.map(row => row.digest);
}
