import { rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Injectable } from '@nestjs/common';
import { newAccessKeyId, newApiId, newSecret, newSecretAccessKey } from '@gatehouse/contract-primitives';
import { AccessKey, User, Vault } from '@gatehouse/control-store';
import type { DataSource, EntityManager } from 'typeorm';
import { Publisher } from '../publish/publisher.js';
import { TouchedMarks } from '../publish/touched.js';
import { hashPassword } from './password.js';
import { Settings } from './settings.js';

const LOCK = 4000;
export const ADMIN_NAME = 'admin';
const ADMINISTRATOR_ACCESS = { Version: '2012-10-17', Statement: [{ Sid: 'Everything', Effect: 'Allow', Action: '*', Resource: '*' }] };

/**
 * Makes the administrator and the account's page when the database is new; does nothing ever after. The keys are written to
 * `credentials` (AWS's shared-credentials format) and `console-password` in the data folder, both for their owner only.
 */
@Injectable()
export class FirstRun {
  constructor(private readonly store: DataSource, private readonly vault: Vault, private readonly settings: Settings, private readonly publisher: Publisher) {}

  async ensure(): Promise<void> {
    await this.store.transaction(async manager => {
      await manager.query('select pg_advisory_xact_lock($1)', [LOCK]);
      const touched = new TouchedMarks();
      touched.account();
      await this.publisher.flush(manager, touched);
      if (await manager.existsBy(User, { accountId: this.settings.accountId, region: this.settings.region })) return;
      await this.#makeAdministrator(manager);
    });
  }

  async #makeAdministrator(manager: EntityManager): Promise<void> {
    const { accountId, region, admin } = this.settings;
    const password = admin.password ?? newSecret(15);
    const passwordHash = await hashPassword(password);
    const userId = `AIDA${newApiId().toUpperCase()}`;
    const keyId = admin.accessKeyId ?? newAccessKeyId();
    const secret = admin.secretAccessKey ?? newSecretAccessKey();
    await manager.insert(User, { accountId, region, id: userId, userName: ADMIN_NAME, path: '/', passwordHash, isDisabled: false, policies: [{ name: 'AdministratorAccess', document: ADMINISTRATOR_ACCESS }] });
    await manager.insert(AccessKey, { accountId, region, id: keyId, userId, sealedSecret: this.vault.seal(secret, keyId), status: 'Active', lastUsedAt: null });
    // Inside the transaction: when a file cannot be written there is no administrator either, and the next start tries again.
    writeOwnerOnly(path.join(this.settings.dataDir, 'credentials'), `[gatehouse]\naws_access_key_id = ${keyId}\naws_secret_access_key = ${secret}\nregion = ${region}\n`);
    writeOwnerOnly(path.join(this.settings.dataDir, 'console-password'), `${password}\n`);
  }
}

/** Made anew: a file that lay there with wider modes would keep them. */
function writeOwnerOnly(file: string, text: string): void {
  rmSync(file, { force: true });
  writeFileSync(file, text, { mode: 0o600, flag: 'wx' });
}
