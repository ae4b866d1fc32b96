import { limitExceeded, type OperationRow, tooManyRequests } from '@gatehouse/contract-wire';
import { ServiceQuotas, type UseCase } from '@gatehouse/control-operation';
import { type Bucket, newBucket, takeAll, waitMs } from '@gatehouse/engine-throttle';
import { type EntityManager } from 'typeorm';

/** Calls and seconds, as AWS's quota page lists them for an account and a region. */
const RATES: Readonly<Record<string, readonly [calls: number, seconds: number]>> = {
  CreateApiKey: [5, 1], CreateDeployment: [1, 5], CreateDocumentationVersion: [1, 20], CreateDomainName: [1, 30], CreateResource: [5, 1], CreateRestApi: [1, 3], DeleteApiKey: [5, 1],
  DeleteDomainName: [1, 30], DeleteResource: [5, 1], DeleteRestApi: [1, 30], GetResources: [5, 2], ImportDocumentationParts: [1, 30], ImportRestApi: [1, 3], PutRestApi: [1, 1], UpdateAccount: [1, 20],
  UpdateDomainName: [1, 30], UpdateUsagePlan: [1, 20],
};
/** All operations together: ten a second, forty at once. */
const TOTAL = { perSecond: 10, burst: 40 };

/** How much there may be of a thing. `table` is counted, within one API where `of` says so; `only` narrows it. */
interface CountQuota { readonly operations: readonly string[]; readonly what: string; readonly limit: number; readonly of: 'account' | 'API'; readonly table: string; readonly only?: string }

const APIS = { operations: ['CreateRestApi', 'ImportRestApi', 'UpdateRestApi'], of: 'account', table: 'rest_apis' } as const;
const COUNTS: readonly CountQuota[] = [
  { ...APIS, what: 'edge-optimized APIs', limit: 120, only: "fields -> 'endpointTypes' ? 'EDGE'" },
  { ...APIS, what: 'regional APIs', limit: 600, only: "fields -> 'endpointTypes' ? 'REGIONAL'" },
  { ...APIS, what: 'private APIs', limit: 600, only: "fields -> 'endpointTypes' ? 'PRIVATE'" },
  { operations: ['CreateResource', 'PutRestApi'], what: 'resources', limit: 300, of: 'API', table: 'resources' },
  { operations: ['CreateStage', 'CreateDeployment'], what: 'stages', limit: 10, of: 'API', table: 'stages' },
  { operations: ['CreateAuthorizer', 'PutRestApi'], what: 'authorizers', limit: 10, of: 'API', table: 'authorizers' },
  { operations: ['CreateDocumentationPart', 'ImportDocumentationParts', 'PutRestApi'], what: 'documentation parts', limit: 2_000, of: 'API', table: 'documentation_parts' },
  { operations: ['CreateApiKey', 'ImportApiKeys'], what: 'API keys', limit: 10_000, of: 'account', table: 'api_keys' },
  { operations: ['CreateUsagePlan'], what: 'usage plans', limit: 300, of: 'account', table: 'usage_plans' },
  { operations: ['GenerateClientCertificate'], what: 'client certificates', limit: 60, of: 'account', table: 'client_certificates' },
  { operations: ['CreateDomainName'], what: 'domain names', limit: 120, of: 'account', table: 'domain_names' },
  { operations: ['CreateVpcLink'], what: 'VPC links', limit: 20, of: 'account', table: 'vpc_links' },
];

/** What `GATEHOUSE_CONTROL_LIMITS=aws` switches on: a script that AWS would slow down or refuse is slowed down or refused here. Each process counts for itself. */
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

  async hold({ name }: OperationRow, labels: Readonly<Record<string, string>>, { manager, accountId, region }: Pick<UseCase<EntityManager>, 'manager' | 'accountId' | 'region'>): Promise<void> {
    for (const { what, limit, of, table, only = 'true' } of COUNTS.filter(quota => quota.operations.includes(name))) {
      const owner = of === 'API' ? [labels['restApiId'] ?? ''] : [];
      const [row]: { n: string }[] = await manager.query(`select count(*) as n from ${table} where account_id = $1 and region = $2 and ${only}${owner.length > 0 ? ' and rest_api_id = $3' : ''}`, [accountId, region, ...owner]);
      if (Number(row?.n ?? 0) > limit) throw limitExceeded(`Maximum number of ${what} for this ${of} has been reached. Please contact AWS if you need additional ${what}.`);
    }
  }

  #bucketOf(name: string, [calls, seconds]: readonly [number, number]): Bucket {
    const known = this.#buckets.get(name);
    if (known !== undefined) return known;
    const bucket = newBucket({ perSecond: calls / seconds, burst: calls }, this.nowMs());
    this.#buckets.set(name, bucket);
    return bucket;
  }
}
