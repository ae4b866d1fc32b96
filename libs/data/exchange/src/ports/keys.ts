import { pointerKey, type KeyPage, type PlanPage, type StageSettings } from '@gatehouse/contract-snapshot';
import { limitOf, type Bucket } from '@gatehouse/engine-throttle';
import type { Buckets } from './buckets.js';
import type { QuotaCounter, Quotas } from './quotas.js';
import type { Usage, UsageCounter } from './usage.js';

/** What a presented key may do on one stage: its plan there, and what it spends from. Born once for each key and stage. */
export interface Grant {
  readonly apiKeyId: string;
  readonly usagePlanId: string;
  /** null = the plan has no quota. */
  readonly quota: QuotaCounter | null;
  readonly usage: UsageCounter;
  /** The plan's buckets for a route, narrowest first. `routeKey` is `/pets/{petId}/GET`; the root's is `//GET`, which plans also write `/GET`. */
  bucketsFor(routeKey: string): readonly Bucket[];
}

/** The AccessBook as steps see it. null = missing, unknown, disabled, or in no plan of this stage; a caller is never told which. */
export interface Keys { find(presented: string, stage: StageSettings): Grant | null }

/** Turns a presented value into the digest of its KeyPage. */
export type Digest = (presented: string) => string;

interface GrantPorts { readonly buckets: Buckets; readonly quotas: Quotas; readonly usage: Usage }
/** `generation` is the plans' that its grants were made from. */
interface Holder { readonly page: KeyPage; readonly grants: Map<string, Grant | null>; generation: number }

/** Values are cached so that a digest is not paid for on each request; strangers' values share the cache, so it is bounded. */
const MAX_CACHED_VALUES = 50_000;
const MAX_VALUE_LENGTH = 256;

/** The AccessBook in memory: pages come in, grants go out. A changed page drops the grants that rest on it, never a bucket or a counter. */
export class AccessBook implements Keys {
  readonly #plans = new Map<string, PlanPage>();
  readonly #keys = new Map<string, KeyPage>();
  readonly #holders = new Map<string, Holder>();
  readonly #byValue = new Map<string, Holder | null>();
  #generation = 0;

  constructor(private digest: Digest, private readonly ports: GrantPorts) {}

  setDigest(digest: Digest): void {
    this.digest = digest;
    this.#byValue.clear();
  }

  set(pointer: string, page: PlanPage | KeyPage): void {
    if (page.kind === 'plan') {
      this.#plans.set(pointer, page);
      this.#generation++;
      return;
    }
    this.#dropKey(pointer);
    this.#keys.set(pointer, page);
    this.#holders.set(page.digest, { page, grants: new Map(), generation: this.#generation });
    this.#byValue.clear();
  }

  drop(pointer: string): void {
    if (this.#plans.delete(pointer)) this.#generation++;
    this.#dropKey(pointer);
    this.ports.buckets.forget(pointer);
  }

  find(presented: string, stage: StageSettings): Grant | null {
    const holder = this.#holderOf(presented);
    if (holder === null || !holder.page.enabled) return null;
    const place = `${stage.accountId}:${stage.region}:${stage.restApiId}:${stage.stageName}`;
    if (holder.generation !== this.#generation) {
      holder.grants.clear();
      holder.generation = this.#generation;
    }
    const known = holder.grants.get(place);
    if (known !== undefined) return known;
    const grant = this.#grant(holder.page, stage);
    holder.grants.set(place, grant);
    return grant;
  }

  #dropKey(pointer: string): void {
    const page = this.#keys.get(pointer);
    if (page === undefined) return;
    this.#keys.delete(pointer);
    this.#holders.delete(page.digest);
    this.#byValue.clear();
  }

  #holderOf(presented: string): Holder | null {
    const known = this.#byValue.get(presented);
    if (known !== undefined) return known;
    if (presented === '' || presented.length > MAX_VALUE_LENGTH) return null;
    const holder = this.#holders.get(this.digest(presented)) ?? null;
    if (this.#byValue.size >= MAX_CACHED_VALUES) this.#byValue.clear();
    this.#byValue.set(presented, holder);
    return holder;
  }

  #grant(key: KeyPage, stage: StageSettings): Grant | null {
    if (key.accountId !== stage.accountId || key.region !== stage.region) return null;
    for (const usagePlanId of key.usagePlanIds) {
      const pointer = pointerKey('plan', key.accountId, key.region, usagePlanId);
      const plan = this.#plans.get(pointer);
      const place = plan?.apiStages.find(entry => entry.restApiId === stage.restApiId && entry.stageName === stage.stageName);
      if (plan !== undefined && place !== undefined) return grantOf(key, plan, place, this.ports);
    }
    return null;
  }
}

const own = <T>(record: Readonly<Record<string, T>>, name: string): T | undefined => (Object.hasOwn(record, name) ? record[name] : undefined);

/** Buckets belong to the key, since each key of a plan has its own; a plan's throttle is one bucket over all its stages. */
function grantOf(key: KeyPage, plan: PlanPage, place: PlanPage['apiStages'][number], { buckets, quotas, usage }: GrantPorts): Grant {
  const owner = pointerKey('key', key.accountId, key.region, key.apiKeyId);
  const { apiKeyId } = key, { usagePlanId, quota, onCounterLoss } = plan;
  const bucket = (name: string, throttle: PlanPage['throttle'] | undefined): readonly Bucket[] => {
    const limit = throttle ? limitOf(throttle.rateLimit, throttle.burstLimit) : null;
    return limit === null ? [] : [buckets.of(owner, name, limit)];
  };
  const ofPlan = bucket(usagePlanId, plan.throttle);
  const byRoute = new Map<string, readonly Bucket[]>();
  return {
    apiKeyId,
    usagePlanId,
    quota: quota === null ? null : quotas.counter({ usagePlanId, apiKeyId, terms: quota, onCounterLoss }),
    usage: usage.counter(usagePlanId, apiKeyId),
    bucketsFor(routeKey) {
      const known = byRoute.get(routeKey);
      if (known !== undefined) return known;
      const throttle = own(place.throttle, routeKey) ?? own(place.throttle, routeKey.replace(/^\/\//, '/'));
      const list = [...bucket(`${usagePlanId}/${place.restApiId}/${place.stageName}${routeKey}`, throttle), ...ofPlan];
      byRoute.set(routeKey, list);
      return list;
    },
  };
}
