import { type OperationRow, tooManyRequests } from '@gatehouse/contract-wire';
import { type Done, ServiceQuotas, type UseCase } from '@gatehouse/control-operation';
import { type Bucket, newBucket, takeAll, waitMs } from '@gatehouse/engine-throttle';
import { type EntityManager } from 'typeorm';
import { holdCounts } from './aws-counts.js';

/** Calls and seconds, as AWS's quota page lists them for an account and a region. */
const RATES: Readonly<Record<string, readonly [calls: number, seconds: number]>> = {
  CreateApiKey: [5, 1], CreateDeployment: [1, 5], CreateDocumentationVersion: [1, 20], CreateDomainName: [1, 30], CreateResource: [5, 1], CreateRestApi: [1, 3], DeleteApiKey: [5, 1],
  DeleteDomainName: [1, 30], DeleteResource: [5, 1], DeleteRestApi: [1, 30], GetResources: [5, 2], ImportDocumentationParts: [1, 30], ImportRestApi: [1, 3], PutRestApi: [1, 1], UpdateAccount: [1, 20],
  UpdateDomainName: [1, 30], UpdateUsagePlan: [1, 20],
};
/** All operations together: ten a second, forty at once. */
const TOTAL = { perSecond: 10, burst: 40 };

/** What `GATEHOUSE_CONTROL_LIMITS=aws` switches on: a script that AWS would slow down or refuse is slowed down or refused here. Each process counts calls for itself. */
export class AwsQuotas extends ServiceQuotas<EntityManager> {
  readonly #buckets = new Map<string, Bucket>();
  readonly #total: Bucket;

  constructor(private readonly nowMs: () => number = () => performance.now()) {
    super();
    this.#total = newBucket(TOTAL, nowMs());
  }

  admit({ name }: OperationRow): void {
    const rate = RATES[name];
    const own = rate === undefined ? [] : [this.#bucketOf(name, rate)];
    const refused = takeAll([this.#total, ...own], this.nowMs());
    if (refused !== null) throw tooManyRequests('Too Many Requests', Math.max(1, Math.ceil(waitMs(refused) / 1_000)));
  }

  hold(row: OperationRow, done: Done, useCase: Pick<UseCase<EntityManager>, 'manager' | 'accountId' | 'region'>): Promise<void> {
    return holdCounts(row.name, done, useCase);
  }

  #bucketOf(name: string, [calls, seconds]: readonly [number, number]): Bucket {
    const known = this.#buckets.get(name);
    if (known !== undefined) return known;
    const bucket = newBucket({ perSecond: calls / seconds, burst: calls }, this.nowMs());
    this.#buckets.set(name, bucket);
    return bucket;
  }
}
