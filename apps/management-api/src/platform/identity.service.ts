import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { type Caller } from '@gatehouse/control-operation';
import { AccessKey, BearerToken, Session, User, Vault } from '@gatehouse/control-store';
import { parsePolicy, type PolicyDocument } from '@gatehouse/engine-policy';
import { DataSource, MoreThan } from 'typeorm';
import { Settings } from './settings.js';

/** How long a key's "last used" may lag: one write a minute and key is enough. */
const LAST_USED_LAG_MS = 60_000;

/** Finds who stands behind an access key, a token or a cookie. */
@Injectable()
export class IdentityService {
  readonly #lastUsed = new Map<string, number>();
  readonly #proven = new WeakMap<Caller, User>();

  constructor(private readonly store: DataSource, private readonly vault: Vault, private readonly settings: Settings) {}

  async byAccessKey(accessKeyId: string): Promise<{ readonly user: User; readonly secret: string } | null> {
    const key = await this.store.manager.findOneBy(AccessKey, { ...this.#place(), id: accessKeyId });
    if (key === null || key.status !== 'Active') return null;
    const user = await this.#user(key.userId);
    if (user === null) return null;
    await this.#stamp(AccessKey, key.id);
    return { user, secret: this.vault.unseal(key.sealedSecret, key.id) };
  }

  async byBearerToken(token: string, now: Date): Promise<User | null> {
    const row = await this.store.manager.findOneBy(BearerToken, { ...this.#place(), digest: digestSecret(token), expiresAt: MoreThan(now) });
    if (row === null) return null;
    await this.#stamp(BearerToken, row.id);
    return this.#user(row.userId);
  }

  async bySession(cookie: string, now: Date): Promise<User | null> {
    const row = await this.store.manager.findOneBy(Session, { ...this.#place(), digest: digestSecret(cookie), expiresAt: MoreThan(now) });
    return row === null ? null : this.#user(row.userId);
  }

  /** The user was read to prove this very caller: its policies need not be read again for the same request. */
  remember(caller: Caller, user: User): void {
    this.#proven.set(caller, user);
  }

  async policiesOf(caller: Caller): Promise<readonly PolicyDocument[]> {
    const user = this.#proven.get(caller) ?? (await this.#user(caller.userId));
    return (user?.policies ?? []).map(({ name, document }) => parsePolicy(name, document));
  }

  #place(): { accountId: string; region: string } {
    return { accountId: this.settings.accountId, region: this.settings.region };
  }

  async #user(id: string): Promise<User | null> {
    const user = await this.store.manager.findOneBy(User, { ...this.#place(), id });
    return user === null || user.isDisabled ? null : user;
  }

  async #stamp(table: typeof AccessKey | typeof BearerToken, id: string): Promise<void> {
    const now = Date.now();
    if (now - (this.#lastUsed.get(id) ?? 0) < LAST_USED_LAG_MS) return;
    if (this.#lastUsed.size > 10_000) this.#lastUsed.clear();
    this.#lastUsed.set(id, now);
    await this.store.manager.update<AccessKey | BearerToken>(table, { ...this.#place(), id }, { lastUsedAt: new Date(now) });
  }
}

/** Random secrets need no salt and no slow hash: 256 bits cannot be guessed. */
export const digestSecret = (secret: string): string => createHash('sha256').update(secret).digest('hex');
