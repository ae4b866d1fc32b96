import { type Case } from './cases.js';
import { RESOURCES } from './registry.js';
import { type Attributes } from './schema.js';
import { unique, type Api, type World } from './world.js';

const CERTIFICATE = (id: string): string => `arn:aws:acm:us-east-1:123456789012:certificate/${id}`;
const LOGS = (name: string): string => `arn:aws:logs:us-east-1:123456789012:log-group:${name}`;
const domain = (): string => `${unique('api')}.example.com`;
const TAGS: readonly (readonly [string, Attributes])[] = [['tags', { tags: { Name: 'a', env: 'test' } }], ['other tags', { tags: { Name: 'b', 'owner:team/x': 'c d' } }], ['no tags', { tags: null }]];

/** An API with one mock at /mytestresource, deployed twice. */
async function deployed(world: World): Promise<{ readonly api: Api; readonly first: string; readonly second: string }> {
  const api = await world.api();
  await world.mock(api, 'mytestresource');
  return { api, first: await world.deployment(api), second: await world.deployment(api) };
}

/** Deployments, stages, plans, keys, domains and what the account has. */
export const DELIVERY_CASES: readonly Case[] = [
  {
    resource: RESOURCES.account, told: 'a role for logs', prepare: () => Promise.resolve({
      config: { cloudwatch_role_arn: 'arn:aws:iam::123456789012:role/api_gateway_cloudwatch_global', reset_on_delete: true },
      changes: [['another role', { cloudwatch_role_arn: 'arn:aws:iam::123456789012:role/path/other' }], ['no role', { cloudwatch_role_arn: null }], ['a role again, kept when destroyed', { cloudwatch_role_arn: 'arn:aws:iam::123456789012:role/x', reset_on_delete: false }]],
      computed: () => ({ features: ['UsagePlans'], api_key_version: '4' }), importId: ({ id }) => id,
    }),
  },
  {
    resource: RESOURCES.apiKey, told: 'a generated value', prepare: () => Promise.resolve({
      config: { name: unique('demo') },
      changes: [['another description', { description: 'mine' }], ['an empty description', { description: '' }], ['the provider\'s own', { description: null }], ['off', { enabled: false }], ['on', { enabled: null }], ['a customer', { customer_id: 'customer-1' }], ['no customer', { customer_id: null }], ...TAGS],
      computed: ({ id }) => ({ arn: `arn:aws:apigateway:us-east-1::/apikeys/${id}`, description: 'Managed by Terraform', enabled: true }), importId: ({ id }) => id,
    }),
  },
  { resource: RESOURCES.apiKey, told: 'a value of one\'s own', prepare: () => Promise.resolve({ config: { name: unique('demo'), value: unique('MyCustomToken#@&\'"').padEnd(30, 'x') }, changes: [], importId: ({ id }) => id }) },
  {
    resource: RESOURCES.clientCertificate, told: 'generated', prepare: () => Promise.resolve({
      config: { description: 'My client certificate' }, changes: [['another description', { description: 'changed' }], ['no description', { description: null }], ...TAGS],
      computed: ({ id }) => ({ arn: `arn:aws:apigateway:us-east-1::/clientcertificates/${id}` }), importId: ({ id }) => id,
    }),
  },
  {
    resource: RESOURCES.vpcLink, told: 'to a load balancer', prepare: () => Promise.resolve({
      config: { name: unique('example'), description: 'example description', target_arns: ['arn:aws:elasticloadbalancing:us-east-1:123456789012:loadbalancer/net/example/50dc6c495c0c9188'] },
      changes: [['another name', { name: unique('renamed') }], ['no description', { description: null }], ['a description', { description: 'again' }], ...TAGS],
      computed: ({ id }) => ({ arn: `arn:aws:apigateway:us-east-1::/vpclinks/${id}` }), importId: ({ id }) => id,
    }),
  },
  {
    resource: RESOURCES.deployment, told: 'with triggers',
    prepare: async world => {
      const { api } = await deployed(world);
      return {
        config: { rest_api_id: api.id, triggers: { redeployment: '2f1d' }, variables: { answer: '2' } },
        changes: [['a description', { description: 'first' }], ['no description', { description: null }]], importId: ({ id }) => `${api.id}/${id}`,
      };
    },
  },
  {
    resource: RESOURCES.stage, told: 'all that a stage may have',
    prepare: async world => {
      const { api, first, second } = await deployed(world);
      const [one, two] = [await world.make(RESOURCES.clientCertificate, {}), await world.make(RESOURCES.clientCertificate, {})];
      await world.make(RESOURCES.documentationPart, { rest_api_id: api.id, location: [{ type: 'API' }], properties: '{"description":"x"}' });
      for (const version of ['1', '2']) await world.make(RESOURCES.documentationVersion, { rest_api_id: api.id, version });
      return {
        config: { rest_api_id: api.id, stage_name: 'example', deployment_id: first },
        changes: [
          ['another deployment', { deployment_id: second }], ['a description', { description: 'hello' }], ['no description', { description: null }],
          ['variables', { variables: { one: '1', two: '2' } }], ['one changed, one gone, one new', { variables: { one: 'uno', three: '3' } }], ['no variables', { variables: null }],
          ['tracing', { xray_tracing_enabled: true }], ['no tracing', { xray_tracing_enabled: null }],
          ['a certificate', { client_certificate_id: one.id }], ['another certificate', { client_certificate_id: two.id }], ['no certificate', { client_certificate_id: null }],
          ['a documentation version', { documentation_version: '1' }], ['another version', { documentation_version: '2' }], ['no version', { documentation_version: null }],
          ['logs', { access_log_settings: [{ destination_arn: LOGS('a'), format: '$context.requestId $context.status' }] }], ['other logs', { access_log_settings: [{ destination_arn: LOGS('b'), format: '{"id":"$context.requestId"}' }] }], ['no logs', { access_log_settings: null }],
          ['a cache', { cache_cluster_enabled: true, cache_cluster_size: '0.5' }], ['a larger cache', { cache_cluster_size: '1.6' }], ['no cache', { cache_cluster_enabled: false }], ['no size either', { cache_cluster_size: null }],
          ['a canary', { canary_settings: [{ deployment_id: first, percent_traffic: 33.33, stage_variable_overrides: { one: '3' }, use_stage_cache: true }] }],
          ['another share and other variables', { canary_settings: [{ deployment_id: first, percent_traffic: 66.66, stage_variable_overrides: { four: '5' } }] }],
          ['another canary', { canary_settings: [{ deployment_id: second, percent_traffic: 0 }] }], ['no canary', { canary_settings: null }], ...TAGS,
        ],
        computed: () => ({ arn: `arn:aws:apigateway:us-east-1::/restapis/${api.id}/stages/example`, execution_arn: `arn:aws:execute-api:us-east-1:123456789012:${api.id}/example`, cache_cluster_enabled: false, xray_tracing_enabled: false, web_acl_arn: null }),
        importId: () => `${api.id}/example`,
      };
    },
  },
  {
    resource: RESOURCES.stage, told: 'everything at its birth',
    prepare: async world => {
      const { api, first, second } = await deployed(world);
      const { id } = await world.make(RESOURCES.clientCertificate, {});
      return {
        config: {
          rest_api_id: api.id, stage_name: 'born', deployment_id: first, description: 'd', variables: { a: 'b' }, xray_tracing_enabled: true, client_certificate_id: id, cache_cluster_enabled: true, cache_cluster_size: '0.5',
          access_log_settings: [{ destination_arn: LOGS('a'), format: '$context.requestId' }], canary_settings: [{ deployment_id: second, percent_traffic: 10, stage_variable_overrides: { a: 'c' }, use_stage_cache: true }], tags: { a: 'b' },
        },
        changes: [['the canary\'s deployment for all', { deployment_id: second, canary_settings: null }]], importId: () => `${api.id}/born`,
      };
    },
  },
  {
    resource: RESOURCES.methodSettings, told: 'of all methods',
    prepare: async world => {
      const { api, first } = await deployed(world);
      await world.stage(api, first, 'prod');
      const settings = (more: Attributes): Attributes => ({ settings: [more] });
      return {
        config: { rest_api_id: api.id, stage_name: 'prod', method_path: '*/*', ...settings({ metrics_enabled: true, logging_level: 'ERROR' }) },
        changes: [
          ['another level', settings({ metrics_enabled: true, logging_level: 'INFO' })], ['no metrics', settings({ metrics_enabled: false, logging_level: 'OFF' })], ['traces', settings({ data_trace_enabled: true })], ['limits', settings({ throttling_burst_limit: 10, throttling_rate_limit: 20.5 })],
          ['no limits', settings({})], ['caching', settings({ caching_enabled: true, cache_ttl_in_seconds: 60, cache_data_encrypted: true })], ['other ways of caching', settings({ cache_ttl_in_seconds: 0, require_authorization_for_cache_control: false, unauthorized_cache_control_header_strategy: 'FAIL_WITH_403' })],
        ],
        importId: () => `${api.id}/prod/*/*`,
      };
    },
  },
  ...['mytestresource/GET', 'a/{b}/GET', '~1a~1{b}/GET', '/a/{b}/GET', '~1/GET', '/GET'].map<Case>(method_path => ({
    resource: RESOURCES.methodSettings, told: `of ${method_path}`,
    prepare: async world => {
      const { api } = await deployed(world);
      const b = await world.path(api, '{b}', await world.path(api, 'a'));
      for (const resource_id of [b, api.root]) {
        await world.make(RESOURCES.method, { rest_api_id: api.id, resource_id, http_method: 'GET', authorization: 'NONE' });
        await world.make(RESOURCES.integration, { rest_api_id: api.id, resource_id, http_method: 'GET', type: 'MOCK' });
      }
      await world.stage(api, await world.deployment(api), 'prod');
      return {
        config: { rest_api_id: api.id, stage_name: 'prod', method_path, settings: [{ metrics_enabled: true, logging_level: 'INFO' }] },
        changes: [['limits', { settings: [{ metrics_enabled: true, logging_level: 'INFO', throttling_rate_limit: 5, throttling_burst_limit: 6 }] }]], importId: () => `${api.id}/prod/${method_path}`,
      };
    },
  })),
  {
    resource: RESOURCES.usagePlan, told: 'stages, throttles and a quota',
    prepare: async world => {
      const { api, first } = await deployed(world);
      for (const name of ['development', 'production']) await world.stage(api, first, name);
      const stage = (name: string, ...throttle: readonly Attributes[]): Attributes => ({ api_id: api.id, stage: name, ...(throttle.length > 0 && { throttle }) });
      return {
        config: {
          name: unique('example'), description: 'my description', product_code: 'MYCODE', api_stages: [stage('development'), stage('production')], quota_settings: [{ limit: 20, offset: 2, period: 'WEEK' }], throttle_settings: [{ burst_limit: 5, rate_limit: 10 }],
        },
        changes: [
          ['another name', { name: unique('renamed') }], ['another description', { description: 'other' }], ['no description', { description: null }], ['another code', { product_code: 'OTHER' }], ['no code', { product_code: null }], ['a code', { product_code: 'AGAIN' }],
          ['one stage', { api_stages: [stage('production')] }], ['with a throttled method', { api_stages: [stage('production', { path: '/mytestresource/GET', burst_limit: 3, rate_limit: 6.5 })] }],
          ['and another', { api_stages: [stage('development', { path: '/mytestresource/GET', burst_limit: 1, rate_limit: 2 }), stage('production', { path: '/mytestresource/GET', burst_limit: 3, rate_limit: 6.5 })] }], ['no stages', { api_stages: null }],
          ['another quota', { quota_settings: [{ limit: 30, period: 'DAY' }] }], ['by the month', { quota_settings: [{ limit: 30, offset: 27, period: 'MONTH' }] }], ['no quota', { quota_settings: null }], ['a quota', { quota_settings: [{ limit: 1, period: 'DAY' }] }],
          ['another throttle', { throttle_settings: [{ burst_limit: 0, rate_limit: 0.5 }] }], ['no throttle', { throttle_settings: null }], ['a throttle', { throttle_settings: [{ rate_limit: 3 }] }], ...TAGS,
        ],
        computed: ({ id }) => ({ arn: `arn:aws:apigateway:us-east-1::/usageplans/${id}` }), importId: ({ id }) => id,
      };
    },
  },
  {
    resource: RESOURCES.usagePlan, told: 'throttled methods at its birth',
    prepare: async world => {
      const { api, first } = await deployed(world);
      await world.stage(api, first, 'production');
      return {
        config: { name: unique('born'), api_stages: [{ api_id: api.id, stage: 'production', throttle: [{ path: '/mytestresource/GET', burst_limit: 3, rate_limit: 6 }] }] },
        changes: [['other limits', { api_stages: [{ api_id: api.id, stage: 'production', throttle: [{ path: '/mytestresource/GET', burst_limit: 4 }] }] }]], importId: ({ id }) => id, isDeletedOnce: true,
      };
    },
  },
  {
    resource: RESOURCES.usagePlanKey, told: 'a key of a plan',
    prepare: async world => {
      const [key, plan] = [await world.make(RESOURCES.apiKey, { name: unique('key') }), await world.make(RESOURCES.usagePlan, { name: unique('plan') })];
      return {
        config: { key_id: key.id, key_type: 'API_KEY', usage_plan_id: plan.id }, changes: [], computed: () => ({ name: key.attributes['name']!, value: key.attributes['value']! }), importId: () => `${plan.id}/${key.id}`,
      };
    },
  },
  {
    resource: RESOURCES.domainName, told: 'edge-optimized', prepare: () => {
      const domain_name = domain();
      return Promise.resolve({
        config: { domain_name, certificate_arn: CERTIFICATE('a') },
        changes: [
          ['another certificate', { certificate_arn: CERTIFICATE('b') }], ['another security policy', { security_policy: 'TLS_1_0' }], ['regional', { certificate_arn: null, regional_certificate_arn: CERTIFICATE('c'), endpoint_configuration: [{ types: ['REGIONAL'] }] }],
          ['dualstack', { endpoint_configuration: [{ types: ['REGIONAL'], ip_address_type: 'dualstack' }] }],
        ],
        computed: () => ({ arn: `arn:aws:apigateway:us-east-1::/domainnames/${domain_name}`, endpoint_configuration: [{ types: ['EDGE'], ip_address_type: 'ipv4' }], security_policy: 'TLS_1_2', regional_domain_name: null }), importId: ({ id }) => id,
      });
    },
  },
  {
    resource: RESOURCES.domainName, told: 'regional, with mutual TLS', prepare: () => Promise.resolve({
      config: { domain_name: domain(), regional_certificate_arn: CERTIFICATE('a'), endpoint_configuration: [{ types: ['REGIONAL'] }], security_policy: 'TLS_1_2' },
      changes: [
        ['a truststore', { mutual_tls_authentication: [{ truststore_uri: 's3://bucket/key.pem' }] }], ['a version of it', { mutual_tls_authentication: [{ truststore_uri: 's3://bucket/key.pem', truststore_version: '1' }] }],
        ['another of another', { mutual_tls_authentication: [{ truststore_uri: 's3://bucket/other.pem', truststore_version: '2' }] }], ['ownership', { ownership_verification_certificate_arn: CERTIFICATE('own') }], ['no version', { mutual_tls_authentication: [{ truststore_uri: 's3://bucket/other.pem' }] }],
        ['another certificate', { regional_certificate_arn: CERTIFICATE('b') }], ['a named certificate', { regional_certificate_arn: null, regional_certificate_name: 'named' }], ['another name', { regional_certificate_name: 'other' }],
        ['rules before mappings', { routing_mode: 'ROUTING_RULE_THEN_BASE_PATH_MAPPING' }], ['mappings alone', { routing_mode: 'BASE_PATH_MAPPING_ONLY' }],
        ['an access mode', { security_policy: 'SecurityPolicy_TLS13_1_3_2025_09', endpoint_access_mode: 'BASIC' }], ['the strict one', { endpoint_access_mode: 'STRICT' }], ...TAGS,
      ],
      importId: ({ id }) => id,
    }),
  },
  {
    resource: RESOURCES.domainName, told: 'edge-optimized, by the name of a certificate', prepare: () => Promise.resolve({
      config: { domain_name: domain(), certificate_name: 'example-api', mutual_tls_authentication: null }, changes: [['another name', { certificate_name: 'example-api-2' }]], importId: ({ id }) => id,
    }),
  },
  {
    resource: RESOURCES.domainName, told: 'private, with a policy', prepare: () => {
      const policy = (id: string): string => JSON.stringify({ Version: '2012-10-17', Statement: [{ Effect: 'Allow', Principal: '*', Action: 'execute-api:Invoke', Resource: ['execute-api:/*'], Condition: { StringEquals: { 'aws:SourceVpce': id } } }] });
      return Promise.resolve({
        config: { domain_name: domain(), certificate_arn: CERTIFICATE('p'), endpoint_configuration: [{ types: ['PRIVATE'] }], policy: policy('vpce-1') },
        changes: [['another policy', { policy: policy('vpce-2') }], ['no policy', { policy: null }], ['a policy', { policy: policy('vpce-3') }], ...TAGS], importId: ({ id }) => id,
      });
    },
  },
  {
    resource: RESOURCES.domainNameAccessAssociation, told: 'of a VPC endpoint',
    prepare: async world => {
      const { attributes } = await world.make(RESOURCES.domainName, { domain_name: domain(), certificate_arn: CERTIFICATE('p'), endpoint_configuration: [{ types: ['PRIVATE'] }] });
      return { config: { access_association_source: 'vpce-0123456789abcdef0', access_association_source_type: 'VPCE', domain_name_arn: attributes['arn']! }, changes: TAGS, importId: ({ id }) => id };
    },
  },
  {
    resource: RESOURCES.domainNameShare, told: 'with two accounts',
    prepare: async world => {
      const { attributes } = await world.make(RESOURCES.domainName, { domain_name: domain(), certificate_arn: CERTIFICATE('p'), endpoint_configuration: [{ types: ['PRIVATE'] }] });
      return {
        config: { domain_name_id: attributes['domain_name_id']!, allowed_accounts: ['111122223333', '444455556666'] },
        changes: [['another account', { allowed_accounts: ['111122223333', '777788889999'] }], ['one account', { allowed_accounts: ['444455556666'] }]], importId: ({ id }) => id,
      };
    },
  },
  ...[false, true].map<Case>(isPrivate => ({
    resource: RESOURCES.basePathMapping, told: isPrivate ? 'of a private domain' : 'of a public domain',
    prepare: async world => {
      const { api, first } = await deployed(world);
      for (const name of ['dev', 'prod']) await world.stage(api, first, name);
      const other = await deployed(world);
      await world.stage(other.api, other.first, 'prod');
      const [type, name] = [isPrivate ? 'PRIVATE' : 'REGIONAL', isPrivate ? 'certificate_arn' : 'regional_certificate_arn'];
      const made = await world.make(RESOURCES.domainName, { domain_name: domain(), [name]: CERTIFICATE('m'), endpoint_configuration: [{ types: [type] }] });
      const domain_name_id = made.attributes['domain_name_id'] ?? null;
      return {
        config: { api_id: api.id, domain_name: made.attributes['domain_name']!, domain_name_id, stage_name: 'dev' },
        changes: [
          ['a base path', { base_path: 'v1' }], ['another stage', { stage_name: 'prod' }], ['another API', { api_id: other.api.id }], ['another base path', { base_path: 'v2' }], ['no stage', { stage_name: null }], ['no base path', { base_path: null }],
        ],
        importId: ({ id }) => id,
      };
    },
  })),
];
