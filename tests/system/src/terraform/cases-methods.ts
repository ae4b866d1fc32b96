import { type Case } from './cases.js';
import { RESOURCES } from './registry.js';
import { unique } from './world.js';

const LAMBDA = (name: string): string => `arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/arn:aws:lambda:us-east-1:123456789012:function:${name}/invocations`;
const at = (...parts: readonly string[]) => parts.join('/');

/** Methods, their integrations and their responses. */
export const METHOD_CASES: readonly Case[] = [
  {
    resource: RESOURCES.method, told: 'all that a method may have',
    prepare: async world => {
      const api = await world.api();
      const place = { rest_api_id: api.id, resource_id: await world.path(api, '{id}'), http_method: 'GET' };
      const [first, second] = [await world.make(RESOURCES.requestValidator, { rest_api_id: api.id, name: 'v', validate_request_body: true }), await world.make(RESOURCES.requestValidator, { rest_api_id: api.id, name: 'w' })];
      const pools = await world.make(RESOURCES.authorizer, { rest_api_id: api.id, name: 'pools', type: 'COGNITO_USER_POOLS', provider_arns: ['arn:aws:cognito-idp:us-east-1:123456789012:userpool/us-east-1_aaaaaaaaa'] });
      await world.make(RESOURCES.model, { rest_api_id: api.id, name: 'user', content_type: 'application/json', schema: '{"type":"object"}' });
      return {
        config: { ...place, authorization: 'NONE' },
        changes: [
          ['a key', { api_key_required: true }], ['no key', { api_key_required: null }],
          ['an operation name', { operation_name: 'getUser' }], ['another', { operation_name: 'readUser' }], ['none', { operation_name: null }],
          ['a validator', { request_validator_id: first.id }], ['another validator', { request_validator_id: second.id }], ['no validator', { request_validator_id: null }],
          ['models', { request_models: { 'application/json': 'user' } }], ['another model beside it', { request_models: { 'application/json': 'Error', 'application/vnd.x+json': 'user' } }], ['no models', { request_models: null }],
          ['parameters', { request_parameters: { 'method.request.header.Content-Type': false, 'method.request.querystring.page': true, 'method.request.path.id': true } }],
          ['one changed, one gone, one new', { request_parameters: { 'method.request.header.Content-Type': true, 'method.request.path.id': true, 'method.request.header.X-Trace': false } }], ['no parameters', { request_parameters: null }],
          ['an authorizer', { authorization: 'COGNITO_USER_POOLS', authorizer_id: pools.id }], ['scopes', { authorization_scopes: ['a/read', 'a/write'] }], ['other scopes', { authorization_scopes: ['a/write', 'b/read'] }], ['no scopes', { authorization_scopes: null }],
          ['IAM', { authorization: 'AWS_IAM', authorizer_id: null }], ['open', { authorization: 'NONE' }],
        ],
        importId: () => at(api.id, place.resource_id, 'GET'),
      };
    },
  },
  {
    resource: RESOURCES.methodResponse, told: 'models and headers',
    prepare: async world => {
      const method = await world.method(await world.api(), 'x');
      return {
        config: { ...method, status_code: '200' },
        changes: [
          ['models', { response_models: { 'application/json': 'Empty' } }], ['another', { response_models: { 'application/json': 'Error', 'text/x+y': 'Empty' } }], ['no models', { response_models: null }],
          ['headers', { response_parameters: { 'method.response.header.X-A': true, 'method.response.header.X-B': false } }], ['others', { response_parameters: { 'method.response.header.X-A': false, 'method.response.header.X-C': true } }],
          ['no headers', { response_parameters: null }],
        ],
        importId: () => at(method.rest_api_id, method.resource_id, 'GET', '200'),
      };
    },
  },
  {
    resource: RESOURCES.integration, told: 'a backend of HTTP',
    prepare: async world => {
      const api = await world.api();
      const declared = { 'method.request.header.X-Some': false, 'method.request.querystring.page': false, 'method.request.querystring.size': false };
      const method = await world.method(api, 'http', { request_parameters: declared });
      const [one, two] = [await world.make(RESOURCES.vpcLink, { name: unique('link'), target_arns: ['arn:aws:elasticloadbalancing:us-east-1:123456789012:loadbalancer/net/a/1'] }), await world.make(RESOURCES.vpcLink, { name: unique('link'), target_arns: ['arn:aws:elasticloadbalancing:us-east-1:123456789012:loadbalancer/net/b/2'] })];
      return {
        config: {
          ...method, type: 'HTTP', uri: 'https://www.google.de', integration_http_method: 'GET', passthrough_behavior: 'WHEN_NO_MATCH', content_handling: 'CONVERT_TO_TEXT',
          request_templates: { 'application/json': '', 'application/xml': "#set($inputRoot = $input.path('$'))\n{ }" },
          request_parameters: { 'integration.request.header.X-Authorization': "'static'", 'integration.request.header.X-Foo': "'Bar'" },
        },
        changes: [
          ['another address', { uri: 'https://www.google.de/{x}', request_parameters: { 'integration.request.header.X-Foo': "'Bar'" } }], ['an empty template becomes one', { request_templates: { 'application/json': '{ "a": 1 }', 'text/plain': '' } }],
          ['no templates', { request_templates: null }], ['no parameters', { request_parameters: null }],
          ['parameters from the caller, and cached by them', { request_parameters: { 'integration.request.querystring.page': 'method.request.querystring.page', 'integration.request.header.X-Some': 'method.request.header.X-Some' }, cache_key_parameters: ['method.request.querystring.page', 'integration.request.header.X-Some'] }],
          ['a parameter goes with its cache key, another comes', { request_parameters: { 'integration.request.querystring.size': 'method.request.querystring.size', 'integration.request.header.X-Some': 'method.request.header.X-Some' }, cache_key_parameters: ['method.request.querystring.size', 'integration.request.header.X-Some'] }],
          ['only the cache keys change', { cache_key_parameters: ['method.request.querystring.size'] }], ['no cache keys', { cache_key_parameters: null }],
          ['a namespace', { cache_namespace: 'foobar' }], ['binary', { content_handling: 'CONVERT_TO_BINARY' }], ['as it comes', { content_handling: null }],
          ['quicker', { timeout_milliseconds: 2_000 }], ['as quick as any', { timeout_milliseconds: null }],
          ['certificates are not looked at', { tls_config: [{ insecure_skip_verification: true }] }], ['and are again', { tls_config: [{ insecure_skip_verification: false }] }],
          ['through a VPC link', { connection_type: 'VPC_LINK', connection_id: one.id }], ['through another', { connection_id: two.id }],
          ['a target of the link', { integration_target: 'arn:aws:elasticloadbalancing:us-east-1:123456789012:listener/app/a/1/2' }], ['no target', { integration_target: null }],
          ['by the internet', { connection_type: null, connection_id: null }],
        ],
        computed: () => ({ cache_namespace: method.resource_id, response_transfer_mode: null, cache_key_parameters: [], connection_type: 'INTERNET', timeout_milliseconds: 29_000 }),
        importId: () => at(api.id, method.resource_id, 'GET'),
      };
    },
  },
  {
    resource: RESOURCES.integration, told: 'a Lambda proxy that streams',
    prepare: async world => {
      const method = await world.method(await world.api(), 'lambda');
      return {
        config: { ...method, type: 'AWS_PROXY', integration_http_method: 'POST', uri: LAMBDA('mylambda') },
        changes: [
          ['another function', { uri: LAMBDA('other') }],
          ['streams', { uri: LAMBDA('other').replace('2015-03-31', '2021-11-15').replace('/invocations', '/response-streaming-invocations'), response_transfer_mode: 'STREAM', timeout_milliseconds: 60_000 }],
          ['holds', { uri: LAMBDA('other'), response_transfer_mode: 'BUFFERED', timeout_milliseconds: null }],
        ],
        computed: () => ({ passthrough_behavior: 'WHEN_NO_MATCH', cache_namespace: method.resource_id }), importId: () => at(method.rest_api_id, method.resource_id, 'GET'),
      };
    },
  },
  {
    resource: RESOURCES.integration, told: 'a mock, as the documentation shows it',
    prepare: async world => {
      const api = await world.api();
      const method = await world.method(api, '{param}', { request_parameters: { 'method.request.path.param': true } });
      return {
        config: {
          ...method, type: 'MOCK', cache_key_parameters: ['method.request.path.param'], cache_namespace: 'foobar', timeout_milliseconds: 29_000,
          request_parameters: { 'integration.request.header.X-Authorization': "'static'" }, request_templates: { 'application/xml': "{\n   \"body\" : $input.json('$')\n}\n" },
        },
        changes: [['another template', { request_templates: { 'application/json': '{"statusCode": 200}' } }]],
        importId: () => at(api.id, method.resource_id, 'GET'),
      };
    },
  },
  {
    resource: RESOURCES.integrationResponse, told: 'patterns, templates and headers',
    prepare: async world => {
      const api = await world.api();
      const method = await world.mock(api, 'answer');
      await world.make(RESOURCES.methodResponse, { ...method, status_code: '200', response_parameters: { 'method.response.header.X-A': true } });
      return {
        config: { ...method, status_code: '200', response_templates: { 'application/xml': "#set($inputRoot = $input.path('$'))\n<message/>" } },
        changes: [
          ['a pattern', { selection_pattern: '2\\d\\d' }], ['no pattern', { selection_pattern: null }], ['an empty template', { response_templates: { 'application/json': '', 'text/html': '<p/>' } }], ['no templates', { response_templates: null }],
          ['a header', { response_parameters: { 'method.response.header.X-A': 'integration.response.header.X-B' } }], ['no headers', { response_parameters: null }], ['binary', { content_handling: 'CONVERT_TO_BINARY' }], ['as it comes', { content_handling: null }],
        ],
        importId: () => at(api.id, method.resource_id, 'GET', '200'),
      };
    },
  },
];
