import { Injectable } from '@nestjs/common';
import { newSecret } from '@gatehouse/contract-primitives';
import { tooManyRequests } from '@gatehouse/contract-wire';
import { Session, User } from '@gatehouse/control-store';
import { DataSource } from 'typeorm';
import { digestSecret } from './identity.service.js';
import { checkPassword } from './password.js';
import { Settings } from './settings.js';

/** A working day, so that nobody is thrown out in the middle of one. */
export const SESSION_SECONDS = 12 * 3_600;
const WINDOW_MS = 5 * 60_000;
/** Failures in the window, for one name and for one address; the second is higher, because an office shares one. */
const LIMITS = { name: 8, address: 40 } as const;

/** Opens and closes console sessions. Guessing is slowed by name and by address; the answer never tells which names exist. */
@Injectable()
export class SignIn {
  readonly #failures = new Map<string, number[]>();

  constructor(private readonly store: DataSource, private readonly settings: Settings) {}

  /** The cookie of a new session, or null when name and password do not belong together. */
  async open(userName: string, password: string, sourceAddress: string): Promise<{ readonly cookie: string; readonly user: User } | null> {
    const counters = [['name', `name:${userName.toLowerCase()}`], ['address', `address:${sourceAddress}`]] as const;
    for (const [kind, counter] of counters) this.#refuseGuessing(counter, LIMITS[kind]);
    const { accountId, region } = this.settings;
    const user = await this.store.manager.findOneBy(User, { accountId, region, userName });
    const isRight = await checkPassword(password, user === null || user.isDisabled ? null : user.passwordHash);
    if (!isRight || user === null) {
      for (const [, counter] of counters) this.#failures.set(counter, [...this.#recent(counter), Date.now()]);
      return null;
    }
    this.#failures.delete(counters[0][1]);
    const cookie = newSecret();
    await this.store.manager.insert(Session, { accountId, region, digest: digestSecret(cookie), userId: user.id, sourceAddress, expiresAt: new Date(Date.now() + SESSION_SECONDS * 1000) });
    return { cookie, user };
  }

  async close(cookie: string): Promise<void> {
    const { accountId, region } = this.settings;
    await this.store.manager.delete(Session, { accountId, region, digest: digestSecret(cookie) });
  }

  #refuseGuessing(counter: string, limit: number): void {
    const recent = this.#recent(counter);
    if (recent.length < limit) return;
    throw tooManyRequests('Too many failed sign-ins. Please try again later.', Math.max(1, Math.ceil((recent[0]! + WINDOW_MS - Date.now()) / 1000)));
  }

  #recent(counter: string): number[] {
    if (this.#failures.size > 50_000) this.#failures.clear();
    return (this.#failures.get(counter) ?? []).filter(at => at > Date.now() - WINDOW_MS);
  }
}
