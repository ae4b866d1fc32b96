import { createHmac, hkdfSync, randomBytes } from 'node:crypto';
import { sealWith, unsealWith } from '@gatehouse/contract-primitives';

/**
 * Seals what must be readable again (API key values, access-key secrets) so that dumps, WAL and dead rows hold no secret in clear.
 * AES-256-GCM under a data key, which itself lies sealed in the database under the master key; the row's id is the associated data,
 * so a sealed value moved to another row does not open.
 */
export class Vault {
  readonly #dataKey: Buffer;
  readonly #digestKey: Buffer;
  readonly #functionsKey: Buffer;

  constructor(dataKey: Buffer, masterKey: Buffer) {
    this.#dataKey = dataKey;
    this.#digestKey = derive(masterKey, 'gatehouse/api-key-digest');
    this.#functionsKey = derive(dataKey, 'gatehouse/functions');
  }

  seal(plain: string, rowId: string): string {
    return sealWith(this.#dataKey, Buffer.from(plain, 'utf8'), rowId);
  }

  unseal(sealed: string, rowId: string): string {
    return unsealWith(this.#dataKey, sealed, rowId).toString('utf8');
  }

  /** Finds a secret again without storing it: HMAC-SHA-256, lower-case hex. Gateways compute the same from what a caller presents. */
  digest(value: string): string {
    return createHmac('sha256', this.#digestKey).update(value).digest('hex');
  }

  /** What an enrolled functions app needs to open environments and credentials of functions, which lie and travel sealed under it. */
  get functionsKey(): Buffer {
    return this.#functionsKey;
  }

  /** What an enrolled gateway needs to digest the API keys it is shown. */
  get digestKey(): Buffer {
    return this.#digestKey;
  }
}

/** A fresh data key, sealed under the master key, as the `data_keys` table stores it. */
export const newSealedDataKey = (masterKey: Buffer, id: string): string => sealWith(derive(masterKey, 'gatehouse/data-key-wrap'), randomBytes(32), id);

/** Opens a data key; fails when the master key is another one than it was sealed under. */
export const openDataKey = (masterKey: Buffer, sealed: string, id: string): Buffer => unsealWith(derive(masterKey, 'gatehouse/data-key-wrap'), sealed, id);

const derive = (masterKey: Buffer, purpose: string): Buffer => Buffer.from(hkdfSync('sha256', masterKey, '', purpose, 32));
