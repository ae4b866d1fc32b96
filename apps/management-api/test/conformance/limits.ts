import { type InputOf, type OperationName } from './recorder.js';
import { ACCOUNT, apiArn, bytes, DOMAIN, LAMBDA_URI, type World } from './world.js';

/**
 * A table that is filled until it holds AWS's number, in the tour's API where `isOfApi`: one of its rows is repeated with other names. `only` says which rows count,
 * `from` which one is repeated (those that count, unless told), `more` what else its copies have.
 */
export interface Full { readonly table: string; readonly names: readonly string[]; readonly limit: number; readonly isOfApi?: true; readonly only?: string; readonly from?: string; readonly more?: string }
/** What must be refused with LimitExceededException, and what stands there before. */
export interface LimitRow { readonly operation: OperationName; readonly full: Full | null; input(world: World): object }

const row = <Name extends OperationName>(operation: Name) => (full: Full | null, input: (world: World) => InputOf<Name>): LimitRow => ({ operation, full, input });
const many = (count: number, prefix: string): Readonly<Record<string, string>> => Object.fromEntries(Array.from({ length: count }, (_, at) => [`${prefix}${at}`, 'x']));
const pathsOf = (count: number): string => JSON.stringify({
  swagger: '2.0', info: { title: 'many', version: '1' },
  paths: Object.fromEntries(Array.from({ length: count }, (_, at) => [`/p${at}`, { get: { responses: { 200: { description: 'ok' } }, 'x-amazon-apigateway-integration': { type: 'mock' } } }])),
});
const REGIONAL = { table: 'rest_apis', names: ['id'], limit: 600, only: "fields -> 'endpointTypes' ? 'REGIONAL'" };
const EDGE = { table: 'rest_apis', names: ['id'], limit: 120, only: "fields -> 'endpointTypes' ? 'EDGE'", more: `jsonb_build_object('fields', jsonb_set((t.r).fields, '{endpointTypes}', '["EDGE"]'))`, from: 'true' };
const STAGES = { table: 'stages', names: ['stage_name'], limit: 10, isOfApi: true as const };
const PARTS = { table: 'documentation_parts', names: ['id', 'location_key'], limit: 2_000, isOfApi: true as const };

/** AWS's numbers, as its quota pages give them. */
export const LIMITS: readonly LimitRow[] = [
  row('TagResource')(null, w => ({ resourceArn: apiArn(w.restApiId), tags: many(51, 't') })),
  row('PutRestApi')(null, w => ({ restApiId: w.importedId, mode: 'merge', body: bytes(pathsOf(300)) })),
  row('ImportRestApi')(null, () => ({ body: bytes(pathsOf(300)) })),
  row('UpdateStage')(null, w => ({ restApiId: w.restApiId, stageName: 'dev', patchOperations: Object.keys(many(101, 'v')).map(name => ({ op: 'replace' as const, path: `/variables/${name}`, value: 'x' })) })),
  row('CreateResource')({ table: 'resources', names: ['id', 'path_part'], limit: 300, isOfApi: true, from: "path_part = 'pets'" }, w => ({ restApiId: w.restApiId, parentId: w.rootId, pathPart: 'new' })),
  row('CreateAuthorizer')({ table: 'authorizers', names: ['id', 'name'], limit: 10, isOfApi: true }, w => ({ restApiId: w.restApiId, name: 'new', type: 'TOKEN', authorizerUri: LAMBDA_URI })),
  row('CreateStage')(STAGES, w => ({ restApiId: w.restApiId, stageName: 'new', deploymentId: w.deploymentId })),
  row('CreateDeployment')(STAGES, w => ({ restApiId: w.restApiId, stageName: 'new' })),
  row('CreateDocumentationPart')(PARTS, w => ({ restApiId: w.restApiId, location: { type: 'MODEL', name: 'New' }, properties: '{"description":"x"}' })),
  row('ImportDocumentationParts')(PARTS, w => ({ restApiId: w.restApiId, mode: 'merge', body: bytes(JSON.stringify({ swagger: '2.0', info: { title: 't', version: '1' }, paths: {}, 'x-amazon-apigateway-documentation': { documentationParts: [{ location: { type: 'MODEL', name: 'New' }, properties: { description: 'x' } }] } })) })),
  row('CreateApiKey')({ table: 'api_keys', names: ['id', 'digest'], limit: 10_000 }, () => ({ name: 'new' })),
  row('ImportApiKeys')({ table: 'api_keys', names: ['id', 'digest'], limit: 10_000 }, () => ({ format: 'csv', body: bytes('name,key\nnew,a-new-value-of-enough-characters\n') })),
  row('CreateUsagePlan')({ table: 'usage_plans', names: ['id'], limit: 300, more: `jsonb_build_object('api_stages', '[]'::jsonb)` }, () => ({ name: 'new' })),
  row('CreateUsagePlanKey')({ table: 'usage_plan_keys', names: [], limit: 10, more: `jsonb_build_object('usage_plan_id', 'f300x' || n)` }, w => ({ usagePlanId: 'f300x11', keyId: w.apiKey, keyType: 'API_KEY' })),
  row('GenerateClientCertificate')({ table: 'client_certificates', names: ['id'], limit: 60 }, () => ({})),
  row('CreateVpcLink')({ table: 'vpc_links', names: ['id'], limit: 20 }, () => ({ name: 'new', targetArns: [`arn:aws:elasticloadbalancing:us-east-1:${ACCOUNT}:loadbalancer/net/a/1`] })),
  row('CreateBasePathMapping')({ table: 'base_path_mappings', names: ['base_path'], limit: 200 }, w => ({ domainName: DOMAIN, basePath: 'new', restApiId: w.restApiId })),
  row('CreateDomainNameAccessAssociation')({ table: 'domain_name_access_associations', names: ['id', 'access_association_source'], limit: 100 }, w => ({ domainNameArn: w.privateDomainArn, accessAssociationSourceType: 'VPCE', accessAssociationSource: 'vpce-aaaa' })),
  row('CreateDomainName')({ table: 'domain_names', names: ['domain_name'], limit: 120, only: "domain_name_id = ''" }, () => ({ domainName: 'new.example.com', endpointConfiguration: { types: ['REGIONAL'] } })),
  row('CreateDomainName')({ table: 'domain_names', names: ['domain_name_id'], limit: 50, only: "domain_name_id <> ''" }, () => ({ domainName: 'new.example.com', endpointConfiguration: { types: ['PRIVATE'] } })),
  row('UpdateRestApi')(EDGE, w => ({ restApiId: w.restApiId, patchOperations: [{ op: 'replace', path: '/endpointConfiguration/types/REGIONAL', value: 'EDGE' }] })),
  row('CreateRestApi')(REGIONAL, () => ({ name: 'new', endpointConfiguration: { types: ['REGIONAL'] } })),
];
