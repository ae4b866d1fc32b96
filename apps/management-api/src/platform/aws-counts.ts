import { limitExceeded } from '@gatehouse/contract-wire';
import { type Done, type UseCase } from '@gatehouse/control-operation';
import { type EntityManager } from 'typeorm';

/** Within what a thing is counted: the column that names it, and where a call names it. An API that was just made is named by the answer alone. */
const OWNERS = {
  account: null,
  API: { column: 'rest_api_id', nameOf: ({ input, output }: Done) => input['restApiId'] ?? (output as { readonly id?: string }).id },
  stage: { column: 'rest_api_id', nameOf: ({ input }: Done) => input['restApiId'] },
  'API key': { column: 'api_key_id', nameOf: ({ input }: Done) => input['keyId'] },
  'domain name': { column: 'domain_name', nameOf: ({ input }: Done) => String(input['domainName']).toLowerCase() },
} as const;

/** How much there may be of a thing. Rows of `table` are counted unless `size` says what else is; `only` narrows them. */
interface Count { readonly operations: readonly string[]; readonly what: string; readonly limit: number; readonly of: keyof typeof OWNERS; readonly table: string; readonly only?: string; readonly size?: string }

const APIS = { operations: ['CreateRestApi', 'ImportRestApi', 'UpdateRestApi'], of: 'account', table: 'rest_apis' } as const;
const DOMAINS = { operations: ['CreateDomainName'], of: 'account', table: 'domain_names' } as const;
/** As AWS's quota pages list them, REST APIs. */
const COUNTS: readonly Count[] = [
  { ...APIS, what: 'edge-optimized APIs', limit: 120, only: "fields -> 'endpointTypes' ? 'EDGE'" },
  { ...APIS, what: 'regional APIs', limit: 600, only: "fields -> 'endpointTypes' ? 'REGIONAL'" },
  { ...APIS, what: 'private APIs', limit: 600, only: "fields -> 'endpointTypes' ? 'PRIVATE'" },
  { operations: ['CreateResource', 'PutRestApi', 'ImportRestApi', 'CreateRestApi'], what: 'resources', limit: 300, of: 'API', table: 'resources' },
  { operations: ['CreateStage', 'CreateDeployment'], what: 'stages', limit: 10, of: 'API', table: 'stages' },
  { operations: ['CreateStage', 'CreateDeployment', 'UpdateStage'], what: 'stage variables', limit: 100, of: 'stage', table: 'stages', size: "max((select count(*) from jsonb_object_keys(fields -> 'variables')))" },
  { operations: ['CreateAuthorizer', 'PutRestApi', 'ImportRestApi', 'CreateRestApi'], what: 'authorizers', limit: 10, of: 'API', table: 'authorizers' },
  { operations: ['CreateDocumentationPart', 'ImportDocumentationParts', 'PutRestApi', 'ImportRestApi'], what: 'documentation parts', limit: 2_000, of: 'API', table: 'documentation_parts' },
  { operations: ['CreateApiKey', 'ImportApiKeys'], what: 'API keys', limit: 10_000, of: 'account', table: 'api_keys' },
  { operations: ['CreateUsagePlan'], what: 'usage plans', limit: 300, of: 'account', table: 'usage_plans' },
  { operations: ['CreateUsagePlanKey'], what: 'usage plans', limit: 10, of: 'API key', table: 'usage_plan_keys' },
  { operations: ['GenerateClientCertificate'], what: 'client certificates', limit: 60, of: 'account', table: 'client_certificates' },
  { ...DOMAINS, what: 'public domain names', limit: 120, only: "domain_name_id = ''" },
  { ...DOMAINS, what: 'private domain names', limit: 50, only: "domain_name_id <> ''" },
  { operations: ['CreateDomainNameAccessAssociation'], what: 'domain name access associations', limit: 100, of: 'account', table: 'domain_name_access_associations' },
  { operations: ['CreateBasePathMapping'], what: 'base path mappings', limit: 200, of: 'domain name', table: 'base_path_mappings' },
  { operations: ['CreateVpcLink'], what: 'VPC links', limit: 20, of: 'account', table: 'vpc_links' },
];

/** Refuses an operation that has just made more of something than there may be, so that its transaction is undone. Those who count the same thing wait for each other. */
export async function holdCounts(operation: string, done: Done, { manager, accountId, region }: Pick<UseCase<EntityManager>, 'manager' | 'accountId' | 'region'>): Promise<void> {
  for (const { what, limit, of, table, only = 'true', size = 'count(*)' } of COUNTS.filter(count => count.operations.includes(operation))) {
    const owner = OWNERS[of];
    const names = owner === null ? [] : [owner.nameOf(done)];
    await manager.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [['gatehouse/count', accountId, region, table, ...names].join('/')]);
    const [row]: { n: string | null }[] = await manager.query(`select ${size} as n from ${table} where account_id = $1 and region = $2 and ${only}${owner === null ? '' : ` and ${owner.column} = $3`}`, [accountId, region, ...names]);
    if (Number(row?.n ?? 0) > limit) throw limitExceeded(`Maximum number of ${what} for this ${of} has been reached. Please contact AWS if you need additional ${what}.`);
  }
}
