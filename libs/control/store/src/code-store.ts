import { createHash } from 'node:crypto';
import { type DataSource, type EntityManager } from 'typeorm';

const PIECE_BYTES = 1024 * 1024;
interface Place { readonly accountId: string; readonly region: string }

/** One stored zip: its size, and its pieces as they are read from the database. */
export interface StoredCode { readonly bytes: number; pieces(): AsyncGenerator<Buffer> }

/** Zips of functions and layers by digest, in the database so that every instance of the management API has them. */
export class CodeStore {
  constructor(private readonly store: DataSource) {}

  /** Keeps a zip, inside the caller's transaction; one that is there already stays. Answers its SHA-256 in lower-case hex. */
  async put(manager: EntityManager, { accountId, region }: Place, zip: Buffer, unpackedBytes: number): Promise<string> {
    const digest = createHash('sha256').update(zip).digest('hex');
    const inserted: unknown[] = await manager.query(
      `insert into code_objects (account_id, region, digest, bytes, unpacked_bytes) values ($1, $2, $3, $4, $5)
       on conflict (account_id, region, digest) do update set updated_at = now() returning (xmax = 0) as is_new`,
      [accountId, region, digest, zip.length, unpackedBytes]);
    if (!(inserted[0] as { is_new: boolean }).is_new) return digest;
    for (let n = 0; n * PIECE_BYTES < zip.length; n++) {
      await manager.query('insert into code_pieces (account_id, region, digest, n, body) values ($1, $2, $3, $4, $5)', [accountId, region, digest, n, zip.subarray(n * PIECE_BYTES, (n + 1) * PIECE_BYTES)]);
    }
    return digest;
  }

  async open(place: Place, digest: string): Promise<StoredCode | null> {
    const rows: { bytes: string }[] = await this.store.query('select bytes from code_objects where account_id = $1 and region = $2 and digest = $3', [place.accountId, place.region, digest]);
    return rows[0] === undefined ? null : { bytes: Number(rows[0].bytes), pieces: () => this.#pieces(place, digest) };
  }

  async *#pieces({ accountId, region }: Place, digest: string): AsyncGenerator<Buffer> {
    for (let n = 0; ; n++) {
      const rows: { body: Buffer }[] = await this.store.query('select body from code_pieces where account_id = $1 and region = $2 and digest = $3 and n = $4', [accountId, region, digest, n]);
      if (rows[0] === undefined) return;
      yield rows[0].body;
    }
  }
}
