import { type Case } from './cases.js';
import { RESOURCES } from './registry.js';
import { unique } from './world.js';

const openApi = (title: string, paths: readonly string[], more: object = {}): string => JSON.stringify({
  openapi: '3.0.1', info: { title, version: '1.0' }, ...more,
  paths: Object.fromEntries(paths.map(path => [path, { get: { 'x-amazon-apigateway-integration': { httpMethod: 'GET', payloadFormatVersion: '1.0', type: 'HTTP_PROXY', uri: 'https://ip-ranges.amazonaws.com/ip-ranges.json' } } }])),
});
const policy = (address: string): string => JSON.stringify({
  Version: '2012-10-17', Statement: [{ Effect: 'Allow', Principal: { AWS: '*' }, Action: 'execute-api:Invoke', Resource: '*', Condition: { IpAddress: { 'aws:SourceIp': address } } }],
});
const LAMBDA = 'arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/arn:aws:lambda:us-east-1:123456789012:function:auth/invocations';
const ROLE = 'arn:aws:iam::123456789012:role/api_gateway_auth_invocation';
const pool = (name: string): string => `arn:aws:cognito-idp:us-east-1:123456789012:userpool/us-east-1_${name}`;
const schemaText = (type: string): string => JSON.stringify({ $schema: 'http://json-schema.org/draft-04/schema#', title: 'user', type, properties: { name: { type: 'string' } } });

/** An API and what it is made of. */
export const API_CASES: readonly Case[] = [
  {
    resource: RESOURCES.restApi, told: 'resources on their own',
    prepare: () => {
      const name = unique('MyDemoAPI');
      return Promise.resolve({
        config: { name },
        changes: [
          ['a description', { description: 'This is my API for demonstration purposes' }], ['no description: it stays, being computed', { description: null }],
          ['another name', { name: `${name}-renamed` }], ['keys from an authorizer', { api_key_source: 'AUTHORIZER' }], ['keys from the header', { api_key_source: 'HEADER' }],
          ['media types', { binary_media_types: ['application/octet-stream', 'image/*'] }], ['other media types in another order', { binary_media_types: ['image/*', '*/*', 'application/a~b'] }],
          ['the endpoint off', { disable_execute_api_endpoint: true }], ['the endpoint on', { disable_execute_api_endpoint: false }],
          ['regional', { endpoint_configuration: [{ types: ['REGIONAL'] }] }], ['dualstack', { endpoint_configuration: [{ types: ['REGIONAL'], ip_address_type: 'dualstack' }] }],
          ['private', { endpoint_configuration: [{ types: ['PRIVATE'], ip_address_type: 'dualstack' }] }],
          ['with endpoints of its own', { endpoint_configuration: [{ types: ['PRIVATE'], vpc_endpoint_ids: ['vpce-0123456789abcdef0', 'vpce-0123456789abcdef1'] }] }],
          ['one of them taken for another', { endpoint_configuration: [{ types: ['PRIVATE'], vpc_endpoint_ids: ['vpce-0123456789abcdef1', 'vpce-0123456789abcdef2'] }] }],
          ['compression', { minimum_compression_size: '1024' }], ['compression of everything', { minimum_compression_size: '0' }], ['no compression', { minimum_compression_size: '-1' }],
          ['another security policy, which needs an access mode', { security_policy: 'SecurityPolicy_TLS13_1_3_2025_09', endpoint_access_mode: 'BASIC' }], ['the strict one', { endpoint_access_mode: 'STRICT' }],
          ['a policy', { policy: policy('123.123.123.123/32') }], ['another policy', { policy: policy('10.0.0.0/8') }],
          ['tags', { tags: { Environment: 'test', team: 'a' } }], ['one tag changed, one gone, one new', { tags: { Environment: 'prod', owner: 'b' } }], ['no tags', { tags: null }],
        ],
        computed: ({ id }) => ({
          arn: `arn:aws:apigateway:us-east-1::/restapis/${id}`, execution_arn: `arn:aws:execute-api:us-east-1:123456789012:${id}`, api_key_source: 'HEADER', disable_execute_api_endpoint: false, policy: '',
          endpoint_configuration: [{ types: ['EDGE'], ip_address_type: 'ipv4' }], minimum_compression_size: null, binary_media_types: [],
        }),
        importId: ({ id }) => id,
      });
    },
  },
  {
    resource: RESOURCES.restApi, told: 'an OpenAPI body, overwriting',
    prepare: () => {
      const name = unique('example');
      return Promise.resolve({
        config: { name, body: openApi('example', ['/path1']), description: 'set beside the body', endpoint_configuration: [{ types: ['REGIONAL'] }], binary_media_types: ['application/octet-stream'], policy: policy('10.0.0.0/8'), minimum_compression_size: '1024' },
        changes: [
          ['another path', { body: openApi('example', ['/path1', '/path2']) }], ['a base path that is prepended', { body: openApi('example', ['/path1'], { servers: [{ url: '/v1' }] }), parameters: { basepath: 'prepend' } }],
          ['a body that says more', { body: openApi('example', ['/path3'], { 'x-amazon-apigateway-binary-media-types': ['image/png'], 'x-amazon-apigateway-api-key-source': 'AUTHORIZER' }), parameters: null, api_key_source: 'HEADER' }],
          ['merged', { body: openApi('other title', ['/path4']), put_rest_api_mode: 'merge' }], ['fails on warnings', { body: openApi('example', ['/path5']), fail_on_warnings: true }],
        ],
        importId: ({ id }) => id,
      });
    },
  },
  {
    resource: RESOURCES.restApiPolicy, told: 'an allow list of addresses',
    prepare: async world => {
      const api = await world.api();
      return { config: { rest_api_id: api.id, policy: policy('123.123.123.123/32') }, changes: [['another address', { policy: policy('10.1.2.3/32') }]], importId: ({ id }) => id };
    },
  },
  {
    resource: RESOURCES.restApiPut, told: 'one import over an API',
    prepare: async world => {
      const api = await world.api();
      return { config: { rest_api_id: api.id, body: openApi('put', ['/test']), triggers: { redeployment: 'v1' } }, changes: [], importId: ({ id }) => id };
    },
  },
  {
    resource: RESOURCES.apiResource, told: 'below the root',
    prepare: async world => {
      const api = await world.api();
      const other = await world.path(api, 'other');
      return {
        config: { rest_api_id: api.id, parent_id: api.root, path_part: 'mydemoresource' },
        changes: [['another name', { path_part: '{petId}' }], ['another parent', { parent_id: other }], ['both', { parent_id: api.root, path_part: '{proxy+}' }]],
        computed: () => ({ path: '/mydemoresource' }), importId: ({ id }) => `${api.id}/${id}`,
      };
    },
  },
  {
    resource: RESOURCES.model, told: 'a JSON schema',
    prepare: async world => {
      const api = await world.api();
      return {
        config: { rest_api_id: api.id, name: 'user', description: 'a JSON schema', content_type: 'application/json', schema: schemaText('object') },
        changes: [['another description', { description: 'changed' }], ['no description', { description: null }], ['another schema', { schema: schemaText('array') }]],
        importId: () => `${api.id}/user`,
      };
    },
  },
  {
    resource: RESOURCES.requestValidator, told: 'body and parameters',
    prepare: async world => {
      const api = await world.api();
      return {
        config: { rest_api_id: api.id, name: 'example', validate_request_body: true, validate_request_parameters: true },
        changes: [['another name', { name: 'renamed' }], ['no body', { validate_request_body: null }], ['no parameters', { validate_request_parameters: false }], ['both again', { validate_request_body: true, validate_request_parameters: true }]],
        importId: ({ id }) => `${api.id}/${id}`,
      };
    },
  },
  {
    resource: RESOURCES.authorizer, told: 'a token authorizer',
    prepare: async world => {
      const api = await world.api();
      return {
        config: { rest_api_id: api.id, name: 'demo', authorizer_uri: LAMBDA, authorizer_credentials: ROLE },
        changes: [
          ['another name', { name: 'demo2' }], ['another function', { authorizer_uri: LAMBDA.replace('function:auth', 'function:other') }], ['another role', { authorizer_credentials: `${ROLE}2` }], ['no role', { authorizer_credentials: null }],
          ['no caching', { authorizer_result_ttl_in_seconds: 0 }], ['the longest caching', { authorizer_result_ttl_in_seconds: 3_600 }], ['a pattern', { identity_validation_expression: '^Bearer .+$' }], ['no pattern', { identity_validation_expression: null }],
          ['another header', { identity_source: 'method.request.header.X-Token' }], ['by request', { type: 'REQUEST', identity_source: 'method.request.header.Authorization,method.request.querystring.q' }],
          ['by token again', { type: 'TOKEN', identity_source: null }],
        ],
        computed: ({ id }) => ({ arn: `arn:aws:apigateway:us-east-1::/restapis/${api.id}/authorizers/${id}`, authorizer_result_ttl_in_seconds: 300, identity_source: 'method.request.header.Authorization', type: 'TOKEN' }),
        importId: ({ id }) => `${api.id}/${id}`,
      };
    },
  },
  {
    resource: RESOURCES.authorizer, told: 'user pools, with credentials that come afterwards',
    prepare: async world => {
      const api = await world.api();
      return {
        config: { rest_api_id: api.id, name: 'pools', type: 'COGNITO_USER_POOLS', provider_arns: [pool('aaaaaaaaa'), pool('bbbbbbbbb')], authorizer_credentials: ROLE },
        changes: [['other pools', { provider_arns: [pool('bbbbbbbbb'), pool('ccccccccc')] }], ['all pools exchanged', { provider_arns: [pool('ddddddddd')] }]],
        importId: ({ id }) => `${api.id}/${id}`,
      };
    },
  },
  {
    resource: RESOURCES.gatewayResponse, told: 'a redirect of the unauthorized',
    prepare: async world => {
      const api = await world.api();
      return {
        config: {
          rest_api_id: api.id, response_type: 'UNAUTHORIZED', status_code: '401', response_templates: { 'application/json': '{"message":$context.error.messageString}' },
          response_parameters: { 'gatewayresponse.header.Authorization': "'Basic'" },
        },
        changes: [
          ['another status', { status_code: '477' }], ['other templates', { response_templates: { 'application/json': '{}', 'text/plain': 'no' } }], ['no templates', { response_templates: null }], ['no parameters', { response_parameters: null }],
          ['templates again', { response_templates: { 'application/xml': '<m/>' } }],
        ],
        importId: () => `${api.id}/UNAUTHORIZED`,
      };
    },
  },
  {
    resource: RESOURCES.documentationPart, told: 'of a method',
    prepare: async world => {
      const api = await world.api();
      await world.method(api, 'example');
      return {
        config: { rest_api_id: api.id, location: [{ type: 'METHOD', method: 'GET', path: '/example' }], properties: '{"description":"Example description"}' },
        changes: [['other properties', { properties: '{"description":"Terraform Acceptance Test"}' }]], importId: ({ id }) => id,
      };
    },
  },
  {
    resource: RESOURCES.documentationPart, told: 'of the API, of which only the type is named',
    prepare: async world => {
      const api = await world.api();
      return { config: { rest_api_id: api.id, location: [{ type: 'API' }], properties: '{"info":{"description":"x"}}' }, changes: [['other properties', { properties: '{}' }]], importId: ({ id }) => id };
    },
  },
  {
    resource: RESOURCES.documentationVersion, told: 'of an API with a part',
    prepare: async world => {
      const api = await world.api();
      await world.make(RESOURCES.documentationPart, { rest_api_id: api.id, location: [{ type: 'API' }], properties: '{"description":"Example"}' });
      return {
        config: { rest_api_id: api.id, version: 'example_version', description: 'Example description' },
        changes: [['another description', { description: 'changed' }], ['no description', { description: null }]], importId: ({ id }) => id,
      };
    },
  },
];
