import { createHash } from 'node:crypto';
import { type Block, type Refer } from './module.js';
import { RESOURCES } from './registry.js';
import { type Attributes } from './schema.js';

export interface ShopOptions {
  /** How many collections; each has three resources. */
  readonly collections: number;
  readonly backend: string;
  readonly domain: string;
  readonly burst: number;
  readonly keyNames: readonly string[];
}

const API = 'rest_api.shop';
const METHODS = [['GET', false], ['POST', true]] as const;

/** One method with its integration; mocks get the responses that they need. Answers the blocks that a deployment waits for. */
function methodBlocks(name: string, resourceAddress: string, httpMethod: string, isGuarded: boolean, backend: string | null): readonly Block[] {
  const place = (refer: Refer): Attributes => ({ rest_api_id: refer(API), resource_id: refer(resourceAddress), http_method: httpMethod });
  const method: Block = {
    address: `method.${name}`, resource: RESOURCES.method, needs: [API, resourceAddress, ...(isGuarded ? ['authorizer.users', 'request_validator.all', 'model.item'] : [])],
    config: refer => ({
      ...place(refer), authorization: isGuarded ? 'COGNITO_USER_POOLS' : 'NONE', api_key_required: !isGuarded,
      ...(isGuarded && { authorizer_id: refer('authorizer.users'), request_validator_id: refer('request_validator.all'), request_models: { 'application/json': refer('model.item', 'name') } }),
    }),
  };
  const integration: Block = {
    address: `integration.${name}`, resource: RESOURCES.integration, needs: [method.address],
    config: refer => (backend === null
      ? { ...place(refer), type: 'MOCK', request_templates: { 'application/json': '{"statusCode": 200}' } }
      : { ...place(refer), type: 'HTTP_PROXY', integration_http_method: httpMethod, uri: backend }),
  };
  if (backend !== null) return [method, integration];
  const response: Block = { address: `method_response.${name}`, resource: RESOURCES.methodResponse, needs: [method.address], config: refer => ({ ...place(refer), status_code: '200', response_models: { 'application/json': 'Empty' } }) };
  const answer: Block = {
    address: `integration_response.${name}`, resource: RESOURCES.integrationResponse, needs: [integration.address, response.address],
    config: refer => ({ ...place(refer), status_code: '200', response_templates: { 'application/json': `{"from":"${name}"}` } }),
  };
  return [method, integration, response, answer];
}

/** `/c0`, `/c0/{id}`, `/c0/{id}/parts`: two methods each, the first resource mocked, the others proxied. */
function collectionBlocks(index: number, backend: string): readonly Block[] {
  const path = (address: string, parent: string, part: string): Block => ({
    address, resource: RESOURCES.apiResource, needs: [API, ...(parent === API ? [] : [parent])],
    config: refer => ({ rest_api_id: refer(API), parent_id: parent === API ? refer(API, 'root_resource_id') : refer(parent), path_part: part }),
  });
  const [list, item, parts] = [`resource.c${index}`, `resource.c${index}_item`, `resource.c${index}_parts`];
  return [
    path(list, API, `c${index}`), path(item, list, '{id}'), path(parts, item, 'parts'),
    ...[list, item, parts].flatMap(address => METHODS.flatMap(([httpMethod, isGuarded]) => methodBlocks(`${address.slice(9)}_${httpMethod}`, address, httpMethod, isGuarded, address === list ? null : `${backend}/c${index}`))),
  ];
}

/** What stands beside the tree: models, guards, the ways it is delivered. */
const around = ({ domain, burst, keyNames }: ShopOptions, parts: readonly string[], trigger: string): readonly Block[] => {
  const own = (address: string, resource: Block['resource'], config: Attributes, needs: readonly string[] = []): Block => ({ address, resource, needs: [API, ...needs], config: refer => ({ rest_api_id: refer(API), ...config }) });
  return [
    own('model.item', RESOURCES.model, { name: 'item', content_type: 'application/json', schema: '{"type":"object","required":["name"]}' }),
    own('request_validator.all', RESOURCES.requestValidator, { name: 'all', validate_request_body: true, validate_request_parameters: true }),
    own('authorizer.users', RESOURCES.authorizer, { name: 'users', type: 'COGNITO_USER_POOLS', provider_arns: ['arn:aws:cognito-idp:us-east-1:123456789012:userpool/us-east-1_aaaaaaaaa'] }),
    own('gateway_response.forbidden', RESOURCES.gatewayResponse, { response_type: 'INVALID_API_KEY', status_code: '403', response_templates: { 'application/json': '{"code":"key"}' } }),
    own('documentation_part.api', RESOURCES.documentationPart, { location: [{ type: 'API' }], properties: '{"description":"shop"}' }),
    own('documentation_version.v1', RESOURCES.documentationVersion, { version: '1' }, ['documentation_part.api']),
    { ...own('deployment.shop', RESOURCES.deployment, { triggers: { redeployment: trigger } }, parts), createBeforeDestroy: true },
    { address: 'client_certificate.shop', resource: RESOURCES.clientCertificate, needs: [], config: () => ({ description: 'shop' }) },
    {
      address: 'stage.prod', resource: RESOURCES.stage, needs: ['deployment.shop', 'client_certificate.shop', 'documentation_version.v1'],
      config: refer => ({ rest_api_id: refer(API), stage_name: 'prod', deployment_id: refer('deployment.shop'), variables: { answer: String(burst) }, client_certificate_id: refer('client_certificate.shop'), documentation_version: '1', tags: { env: 'prod' } }),
    },
    own('method_settings.all', RESOURCES.methodSettings, { stage_name: 'prod', method_path: '*/*', settings: [{ metrics_enabled: true, logging_level: 'ERROR', throttling_burst_limit: burst, throttling_rate_limit: burst / 2 }] }, ['stage.prod']),
    own('method_settings.list', RESOURCES.methodSettings, { stage_name: 'prod', method_path: 'c0/GET', settings: [{ logging_level: 'INFO' }] }, ['stage.prod']),
    {
      address: 'usage_plan.gold', resource: RESOURCES.usagePlan, needs: [API, 'stage.prod'],
      config: refer => ({ name: `gold-${domain}`, api_stages: [{ api_id: refer(API), stage: refer('stage.prod', 'stage_name') }], throttle_settings: [{ burst_limit: burst, rate_limit: burst }], quota_settings: [{ limit: 100_000, period: 'MONTH' }] }),
    },
    ...keyNames.flatMap((name): readonly Block[] => [
      { address: `api_key.${name}`, resource: RESOURCES.apiKey, needs: [], config: () => ({ name: `${name}-${domain}` }) },
      { address: `usage_plan_key.${name}`, resource: RESOURCES.usagePlanKey, needs: [`api_key.${name}`, 'usage_plan.gold'], config: refer => ({ key_id: refer(`api_key.${name}`), key_type: 'API_KEY', usage_plan_id: refer('usage_plan.gold') }) },
    ]),
    { address: 'domain_name.shop', resource: RESOURCES.domainName, needs: [], config: () => ({ domain_name: domain, regional_certificate_arn: 'arn:aws:acm:us-east-1:123456789012:certificate/a', endpoint_configuration: [{ types: ['REGIONAL'] }] }) },
    {
      address: 'base_path_mapping.shop', resource: RESOURCES.basePathMapping, needs: [API, 'stage.prod', 'domain_name.shop'],
      config: refer => ({ api_id: refer(API), stage_name: refer('stage.prod', 'stage_name'), domain_name: refer('domain_name.shop', 'domain_name'), base_path: 'shop' }),
    },
  ];
};

/** A whole API as a team writes it: a tree of methods, guards, a deployment that its triggers replace, a stage, plans and keys, and a domain. */
export function shopModule(options: ShopOptions): readonly Block[] {
  const tree = Array.from({ length: options.collections }, (_, index) => collectionBlocks(index, options.backend)).flat();
  const parts = tree.filter(({ resource }) => resource !== RESOURCES.apiResource).map(({ address }) => address);
  const trigger = createHash('sha1').update(JSON.stringify([parts, options.backend])).digest('hex');
  const api: Block = { address: API, resource: RESOURCES.restApi, needs: [], config: () => ({ name: options.domain, endpoint_configuration: [{ types: ['REGIONAL'] }] }) };
  return [api, ...tree, ...around(options, parts, trigger)];
}
