import { Injectable } from '@nestjs/common';
import { pointerKey } from '@gatehouse/contract-snapshot';
import { ServiceFault } from '@gatehouse/contract-wire';
import { DataSource } from 'typeorm';
import { Settings } from '../platform/settings.js';
import { Gateways, type GatewayView } from './gateways.service.js';
import { Revisions, type Changes } from './revisions.js';

export interface Propagation {
  readonly revision: number;
  /** pending = no live gateway; applying = some are behind; active = every live gateway serves it; failed = a gateway could not. */
  readonly state: 'pending' | 'applying' | 'active' | 'failed';
  readonly served: number;
  readonly total: number;
  readonly gateways: readonly { readonly id: string; readonly name: string; readonly appliedRevision: number; readonly state: 'applied' | 'behind' | 'failed'; readonly reason?: string }[];
}

const LONGEST_WAIT_MS = 60_000;
const LOOK_EVERY_MS = 40;

/** Says which gateways serve a revision: the answer to "is my change live everywhere?". */
@Injectable()
export class PropagationService {
  constructor(private readonly store: DataSource, private readonly settings: Settings, private readonly gateways: Gateways, private readonly revisions: Revisions) {}

  /** Waits until the revision is settled (active or failed) or the time is over, then tells how it stands. */
  async ofRevision(revision: number, waitMs: number): Promise<Propagation> {
    const { accountId, region } = this.settings;
    const [row]: { changes: Changes }[] = await this.store.query('select changes from revisions where account_id = $1 and region = $2 and n = $3', [accountId, region, revision]);
    return this.#settled(revision, waitMs, Object.keys(row?.changes.set ?? {}));
  }

  /** `pointers` are what the revision set: a gateway that could not serve one of them has failed it. */
  async #settled(revision: number, waitMs: number, pointers: readonly string[]): Promise<Propagation> {
    const deadline = Date.now() + Math.min(waitMs, LONGEST_WAIT_MS);
    for (;;) {
      const now = standing(revision, await this.gateways.list(), pointers);
      if (now.state === 'active' || now.state === 'failed' || Date.now() >= deadline) return now;
      await new Promise(resolve => setTimeout(resolve, LOOK_EVERY_MS));
    }
  }

  /** A deployment is live with the revision that pointed a stage at it last. */
  async ofDeployment(restApiId: string, deploymentId: string, waitMs: number): Promise<Propagation & { readonly deploymentId: string; readonly stages: readonly string[] }> {
    const { accountId, region } = this.settings;
    const known: unknown[] = await this.store.query('select 1 from deployments where account_id = $1 and region = $2 and rest_api_id = $3 and id = $4', [accountId, region, restApiId, deploymentId]);
    if (known.length === 0) throw new ServiceFault('NotFoundException', 'Invalid Deployment identifier specified');
    const stages: { stage_name: string }[] = await this.store.query('select stage_name from stages where account_id = $1 and region = $2 and rest_api_id = $3 and deployment_id = $4 order by 1', [accountId, region, restApiId, deploymentId]);
    const names = stages.map(row => row.stage_name);
    const pointers = names.map(name => pointerKey('stage', accountId, region, restApiId, name));
    const [{ n }]: [{ n: string | null }] = await this.store.query('select max(revision) as n from pointers where account_id = $1 and region = $2 and key = any($3)', [accountId, region, pointers]);
    const revision = n === null ? this.revisions.latest : Number(n);
    return { deploymentId, stages: names, ...(await this.#settled(revision, names.length === 0 ? 0 : waitMs, pointers)) };
  }
}

function standing(revision: number, all: readonly GatewayView[], pointers: readonly string[]): Propagation {
  const gateways = all.filter(gateway => gateway.live).map(({ id, name, appliedRevision, failures }) => {
    const failure = failures.find(({ pointer }) => pointers.includes(pointer));
    const state = appliedRevision < revision ? 'behind' as const : failure === undefined ? 'applied' as const : 'failed' as const;
    return { id, name, appliedRevision, state, ...(state === 'failed' ? { reason: failure!.reason } : {}) };
  });
  const served = gateways.filter(gateway => gateway.state === 'applied').length;
  const isFailed = gateways.some(gateway => gateway.state === 'failed');
  const state = gateways.length === 0 ? 'pending' : isFailed ? 'failed' : served === gateways.length ? 'active' : 'applying';
  return { revision, state, served, total: gateways.length, gateways };
}
