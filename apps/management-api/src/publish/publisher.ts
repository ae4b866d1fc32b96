import { Injectable } from '@nestjs/common';
import { freezeAccount, freezeDomain, freezeKey, freezePlan, freezeStage, freezeVpcLink } from '@gatehouse/control-freeze';
import { pointerKey, type SnapshotDocument } from '@gatehouse/contract-snapshot';
import { ApiKeyRow, loadDomains, loadStages, UsagePlanKeyRow, UsagePlanRow, VpcLinkRow } from '@gatehouse/control-store';
import { Any, type EntityManager } from 'typeorm';
import { Settings } from '../platform/settings.js';
import { storeDocuments } from './documents.js';
import { CHANNEL, type Changes } from './revisions.js';
import { TouchedMarks } from './touched.js';

/** One lock for all revisions: whoever holds it reads what every earlier writer committed, and numbers become visible in order. */
const REVISION_LOCK = 4002;

/** Turns what a use case touched into documents, pointers and one revision, inside its transaction and just before the commit. */
@Injectable()
export class Publisher {
  constructor(private readonly settings: Settings) {}

  /** Answers the revision, or null when no gateway needs to hear of the change. */
  async flush(manager: EntityManager, touched: TouchedMarks): Promise<number | null> {
    if (touched.isEmpty) return null;
    await manager.query('select pg_advisory_xact_lock($1)', [REVISION_LOCK]);
    const frozen = await this.#freeze(manager, touched);
    const present = [...frozen].filter((entry): entry is [string, SnapshotDocument] => entry[1] !== null);
    const digests = await storeDocuments(manager, this.settings, present.map(([, document]) => document));
    const wanted = new Map(present.map(([key], index) => [key, digests[index]!]));
    const changes = await this.#compare(manager, [...frozen.keys()], wanted);
    if (changes.drop.length === 0 && Object.keys(changes.set).length === 0) return null;
    return this.#number(manager, changes);
  }

  /** Pointer key -> document, or null when the thing is gone. */
  async #freeze(manager: EntityManager, touched: TouchedMarks): Promise<Map<string, SnapshotDocument | null>> {
    const { accountId, region } = this.settings;
    const place = { accountId, region };
    const frozen = new Map<string, SnapshotDocument | null>();
    if (touched.isAccountTouched) frozen.set(pointerKey('account', accountId, region), freezeAccount(accountId, region, this.settings.accountThrottle));

    for (const { restApiId, stageName } of touched.stages.values()) frozen.set(pointerKey('stage', accountId, region, restApiId, stageName), null);
    for (const source of await loadStages(manager, place, [...touched.stages.values()])) {
      frozen.set(pointerKey('stage', accountId, region, source.stage.restApiId, source.stage.stageName), freezeStage(source));
    }

    for (const { domainName, domainNameId } of touched.domains.values()) frozen.set(pointerKey('domain', accountId, region, domainName, domainNameId), null);
    for (const source of await loadDomains(manager, place, [...touched.domains.values()])) {
      frozen.set(pointerKey('domain', accountId, region, source.domain.domainName, source.domain.domainNameId), freezeDomain(source));
    }

    for (const id of touched.vpcLinks) frozen.set(pointerKey('vpc-link', accountId, region, id), null);
    if (touched.vpcLinks.size > 0) for (const row of await manager.findBy(VpcLinkRow, { ...place, id: Any([...touched.vpcLinks]) })) frozen.set(pointerKey('vpc-link', accountId, region, row.id), freezeVpcLink(row));

    for (const id of touched.plans) frozen.set(pointerKey('plan', accountId, region, id), null);
    for (const row of await manager.findBy(UsagePlanRow, { ...place, id: Any([...touched.plans]) })) frozen.set(pointerKey('plan', accountId, region, row.id), freezePlan(row));

    for (const id of touched.keys) frozen.set(pointerKey('key', accountId, region, id), null);
    const plansOf = new Map<string, string[]>();
    for (const { apiKeyId, usagePlanId } of await manager.findBy(UsagePlanKeyRow, { ...place, apiKeyId: Any([...touched.keys]) })) plansOf.set(apiKeyId, [...(plansOf.get(apiKeyId) ?? []), usagePlanId]);
    for (const row of await manager.findBy(ApiKeyRow, { ...place, id: Any([...touched.keys]) })) frozen.set(pointerKey('key', accountId, region, row.id), freezeKey(row, plansOf.get(row.id) ?? []));
    return frozen;
  }

  async #compare(manager: EntityManager, keys: readonly string[], wanted: ReadonlyMap<string, string>): Promise<Changes> {
    const { accountId, region } = this.settings;
    const rows: { key: string; digest: string }[] = await manager.query('select key, digest from pointers where account_id = $1 and region = $2 and key = any($3)', [accountId, region, keys]);
    const current = new Map(rows.map(row => [row.key, row.digest]));
    return {
      set: Object.fromEntries([...wanted].filter(([key, digest]) => current.get(key) !== digest)),
      drop: keys.filter(key => current.has(key) && !wanted.has(key)),
    };
  }

  async #number(manager: EntityManager, changes: Changes): Promise<number> {
    const { accountId, region } = this.settings;
    const [{ n }]: [{ n: string }] = await manager.query("select nextval('revision_numbers') as n");
    await manager.query('insert into revisions (n, account_id, region, changes) values ($1, $2, $3, $4)', [n, accountId, region, JSON.stringify(changes)]);
    await manager.query(
      `insert into pointers (account_id, region, key, digest, revision) select $1, $2, key, value, $4 from jsonb_each_text($3::jsonb)
       on conflict (account_id, region, key) do update set digest = excluded.digest, revision = excluded.revision, version = pointers.version + 1, updated_at = now()`,
      [accountId, region, JSON.stringify(changes.set), n],
    );
    await manager.query('delete from pointers where account_id = $1 and region = $2 and key = any($3)', [accountId, region, changes.drop]);
    await manager.query('select pg_notify($1, $2)', [CHANNEL, n]);
    return Number(n);
  }
}
