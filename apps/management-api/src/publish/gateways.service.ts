import { timingSafeEqual } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { newApiId, newSecret } from '@gatehouse/contract-primitives';
import type { Enrolled, Enrolment, Heartbeat, Role } from '@gatehouse/contract-snapshot';
import { Vault } from '@gatehouse/control-store';
import { DataSource } from 'typeorm';
import { digestSecret } from '../platform/identity.service.js';
import { Settings } from '../platform/settings.js';
import { Leases } from './leases.js';

/** A gateway counts as registered while its last heartbeat is younger than this. */
export const LIVE_SECONDS = 10;

/** One gateway as people and waiting deployments see it. */
export interface GatewayView {
  readonly id: string;
  readonly name: string;
  readonly role: Role;
  readonly version: string;
  readonly address: string;
  readonly live: boolean;
  readonly appliedRevision: number;
  readonly failures: readonly { readonly pointer: string; readonly reason: string }[];
  readonly lastHeartbeatAt: string | null;
}

interface GatewayRow { id: string; name: string; build: string; address: string; boot: string; live: boolean; applied_revision: string; failures: GatewayView['failures']; last_heartbeat_at: Date | null; key_digest: string; role: Role }

/** Who speaks at the gateways' door. */
export interface Enrollee { readonly gatewayId: string; readonly role: Role }

/** Enrols gateways, believes their keys, and knows which are alive and what they serve. */
@Injectable()
export class Gateways {
  constructor(private readonly store: DataSource, private readonly vault: Vault, private readonly settings: Settings, private readonly leases: Leases) {}

  /** True when `token` is the enrol token of this installation. */
  isEnrolToken(token: string): boolean {
    const [given, wanted] = [digestSecret(token), digestSecret(this.settings.enrolToken)];
    return timingSafeEqual(Buffer.from(given), Buffer.from(wanted));
  }

  async enrol({ name, version, role = 'gateway' }: Enrolment): Promise<Enrolled> {
    const { accountId, region } = this.settings;
    const gatewayId = newApiId();
    const key = newSecret();
    await this.store.query('insert into gateways (id, account_id, region, name, key_digest, build, role) values ($1, $2, $3, $4, $5, $6, $7)', [gatewayId, accountId, region, name, digestSecret(key), version, role]);
    // Each gets what its role needs and no more.
    return { gatewayId, key, digestKey: role === 'gateway' ? this.vault.digestKey.toString('base64') : '', functionsKey: role === 'functions' ? this.vault.functionsKey.toString('base64') : null };
  }

  /** The process that holds `{id}.{key}`, or null. Looked up at each call, so a revoked gateway is refused from then on. */
  async authenticate(bearer: string): Promise<Enrollee | null> {
    const [id = '', key = ''] = bearer.split('.', 2);
    const digest = digestSecret(key);
    const { accountId, region } = this.settings;
    const rows: GatewayRow[] = await this.store.query('select key_digest, role from gateways where account_id = $1 and region = $2 and id = $3 and not is_revoked', [accountId, region, id]);
    const wanted = rows[0]?.key_digest;
    return wanted !== undefined && timingSafeEqual(Buffer.from(wanted), Buffer.from(digest)) ? { gatewayId: id, role: rows[0]!.role } : null;
  }

  /** Notes what a gateway serves. A boot it did not have before means the old process is gone: what it held is settled. Answers how many live. */
  async heartbeat(gatewayId: string, beat: Heartbeat): Promise<number> {
    const { accountId, region } = this.settings;
    const [[before]]: [{ old_boot: string }[], number] = await this.store.query(
      `with before as (select boot from gateways where account_id = $1 and region = $2 and id = $3)
       update gateways g set boot = $4, build = $5, applied_revision = $6, failures = $7, address = $8, last_heartbeat_at = now(), version = g.version + 1, updated_at = now()
       from before where g.account_id = $1 and g.region = $2 and g.id = $3 and not g.is_revoked returning before.boot as old_boot`,
      [accountId, region, gatewayId, beat.boot, beat.version, beat.appliedRevision, JSON.stringify(beat.failures), beat.address]);
    if (before?.old_boot && before.old_boot !== beat.boot) await this.leases.settle(gatewayId, beat.boot);
    return Math.max(1, (await this.list()).filter(gateway => gateway.live && gateway.role === 'gateway').length);
  }

  async list(): Promise<readonly GatewayView[]> {
    const { accountId, region } = this.settings;
    const rows: GatewayRow[] = await this.store.query(
      `select id, name, role, build, address, applied_revision, failures, last_heartbeat_at, coalesce(last_heartbeat_at > now() - make_interval(secs => $3), false) as live
       from gateways where account_id = $1 and region = $2 and not is_revoked and (last_heartbeat_at > now() - interval '1 day') order by name, id`,
      [accountId, region, LIVE_SECONDS],
    );
    return rows.map(row => ({
      id: row.id, name: row.name, role: row.role, version: row.build, address: row.address, live: row.live,
      appliedRevision: Number(row.applied_revision), failures: row.failures, lastHeartbeatAt: row.last_heartbeat_at?.toISOString() ?? null,
    }));
  }
}
